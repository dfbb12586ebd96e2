import { useQueryClient } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { CallFailed } from "#core/contract/failure.ts";
import type { InputOf } from "../../client/call-name.ts";
import { clientFor } from "../../client/client.ts";
import { refreshTopics } from "../../client/make-query-client.ts";
import { setWorld } from "../../client/world.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ComboBox } from "../../ui/combo-box.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { trackingOptions } from "./tracking-options.ts";

type Business = InputOf<"settings.saveBusiness">;

const hereZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const zones = [...new Set([hereZone, "UTC", ...Intl.supportedValuesOf("timeZone")])].map(
  (zone) => ({ value: zone, label: zone.replaceAll("_", " ") }),
);

/** Asks who the business is and tells both worlds, so that practice mails carry the true footer. */
export function WelcomeForm() {
  const queryClient = useQueryClient();
  const [refusal, setRefusal] = useState<string>();
  const { control, handleSubmit, formState } = useForm<Business>({
    defaultValues: { name: "", postalAddress: "", zone: hereZone, tracking: "consented" },
  });

  async function save(business: Business) {
    setRefusal(undefined);
    try {
      await clientFor("practice").settings.saveBusiness(business);
      // The world is chosen first: saving in the real world opens the app.
      setWorld("practice");
      await clientFor("real").settings.saveBusiness(business);
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
      <Controller
        name="name"
        control={control}
        rules={{
          validate: (name) => name.trim() !== "" || "Please enter the name of your business.",
        }}
        render={({ field: { ref, ...field }, fieldState }) => (
          <TextField
            {...field}
            inputRef={ref}
            autoFocus
            label="Name of your business"
            description="The sender your contacts see, unless you choose another name."
            errorMessage={fieldState.error?.message}
          />
        )}
      />
      <Controller
        name="postalAddress"
        control={control}
        rules={{
          validate: (address) =>
            address.trim().length >= 5 ||
            "Please enter your postal address; the law wants it in every marketing e-mail.",
        }}
        render={({ field: { ref: _ref, ...field }, fieldState }) => (
          <TextArea
            {...field}
            label="Postal address"
            description="Stands at the foot of every mail."
            errorMessage={fieldState.error?.message}
            rows={2}
          />
        )}
      />
      <Controller
        name="zone"
        control={control}
        rules={{ required: "Please choose your time zone." }}
        render={({ field, fieldState }) => (
          <ComboBox
            label="Your time zone"
            description="For contacts whose own zone is not known, and for every time Dripline shows you."
            options={zones}
            value={field.value === "" ? null : field.value}
            onChange={(zone) => {
              field.onChange(zone ?? "");
            }}
            emptyText="No time zone by that name. Try the nearest large city."
            errorMessage={fieldState.error?.message}
          />
        )}
      />
      <Controller
        name="tracking"
        control={control}
        render={({ field }) => (
          <RadioGroup
            label="Whose opens and clicks may be tracked?"
            isCards
            options={trackingOptions}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
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
