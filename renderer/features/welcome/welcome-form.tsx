import { useQueryClient } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { CallFailed } from "#core/contract/failure.ts";
import { refreshTopics } from "../../client/make-query-client.ts";
import { setWorld } from "../../client/world.ts";
import { BusinessFields } from "../../parts/business/business-fields.tsx";
import { saveBusiness, type Business } from "../../parts/business/save-business.ts";
import { hereZone } from "../../parts/business/zone-options.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";

/** Asks who the business is. */
export function WelcomeForm() {
  const queryClient = useQueryClient();
  const [refusal, setRefusal] = useState<string>();
  const { control, handleSubmit, formState } = useForm<Business>({
    defaultValues: { name: "", postalAddress: "", zone: hereZone, tracking: "consented" },
  });

  async function save(business: Business) {
    setRefusal(undefined);
    try {
      // The world is chosen first: saving in the real world opens the app.
      await saveBusiness(business, () => {
        setWorld("practice");
      });
      refreshTopics(queryClient, "real", new Set(["settings"]));
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setRefusal(error.message);
    }
  }

  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => void handleSubmit(save)(event)}
    >
      <BusinessFields control={control} autoFocus />
      {refusal !== undefined && (
        <Banner tone="bad" title="This could not be saved" isUrgent>
          {refusal}
        </Banner>
      )}
      <div className="flex justify-end pb-2">
        <Button type="submit" variant="primary" isPending={formState.isSubmitting}>
          Start in practice mode
          <ArrowRight aria-hidden />
        </Button>
      </div>
    </form>
  );
}
