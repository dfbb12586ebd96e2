import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { CallFailed } from "#core/contract/failure.ts";
import { refreshTopics } from "../../client/make-query-client.ts";
import { useWarnBeforeUnload } from "../../client/use-warn-before-unload.ts";
import { BusinessFields } from "../../parts/business/business-fields.tsx";
import { saveBusiness, type Business } from "../../parts/business/save-business.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { RefusalBanner } from "./refusal-banner.tsx";

export function BusinessForm({ saved }: { saved: Business }) {
  const queryClient = useQueryClient();
  const [refusal, setRefusal] = useState<CallFailed>();
  const { control, handleSubmit, formState, reset } = useForm<Business>({ defaultValues: saved });

  useWarnBeforeUnload(formState.isDirty);

  async function save(business: Business) {
    setRefusal(undefined);
    try {
      await saveBusiness(business);
      for (const world of ["real", "practice"] as const)
        refreshTopics(queryClient, world, new Set(["settings", "accounts"]));
      reset(business);
      showToast({ text: "Business saved" });
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setRefusal(error);
    }
  }

  return (
    <Card>
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => void handleSubmit(save)(event)}
      >
        <BusinessFields control={control} />
        <RefusalBanner error={refusal} />
        <div className="flex justify-end gap-2">
          {formState.isDirty && (
            <Button
              onPress={() => {
                reset(saved);
              }}
            >
              Discard changes
            </Button>
          )}
          <Button type="submit" variant="primary" isPending={formState.isSubmitting}>
            Save
          </Button>
        </div>
      </form>
    </Card>
  );
}
