import { useForm } from "react-hook-form";
import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { FormNumberField } from "./form-number-field.tsx";
import { RefusalBanner } from "./refusal-banner.tsx";

/** However many campaigns a person is in, they get no more than this. */
export function PerDayCard({ perContactPerDay }: { perContactPerDay: number }) {
  const { control, handleSubmit, formState } = useForm({
    defaultValues: { perDay: perContactPerDay },
  });
  const save = useAction("settings.setPerContactPerDay", {
    isErrorShown: true,
    onDone: () => {
      showToast({ text: "Emails per person and day saved" });
    },
  });
  return (
    <Card
      title="Emails for one person"
      description="Over all campaigns together. What is over it waits for the next day."
    >
      <form
        noValidate
        className="flex items-end justify-between gap-4"
        onSubmit={(event) =>
          void handleSubmit(({ perDay }) => {
            save.mutate({ perDay: Math.round(perDay) });
          })(event)
        }
      >
        <FormNumberField
          control={control}
          name="perDay"
          label="At most"
          unit="emails in 24 hours"
          minValue={1}
          maxValue={50}
          validate={(perDay) => !Number.isNaN(perDay) || "Please give a number from 1 to 50."}
        />
        <Button type="submit" isDisabled={!formState.isDirty} isPending={save.isPending}>
          Save
        </Button>
      </form>
      <RefusalBanner error={save.error} />
    </Card>
  );
}
