import { useState } from "react";
import type { OutputOf } from "../../client/call-name.ts";
import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { Switch } from "../../ui/switch.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { RefusalBanner } from "./refusal-banner.tsx";

type QuietHours = OutputOf<"settings.get">["quietHours"];

const NIGHT = { from: "22:00", to: "07:00" };

/** When nobody is mailed, whatever a campaign's schedule says. */
export function QuietHoursCard({ quietHours }: { quietHours: QuietHours }) {
  const [quiet, setQuiet] = useState(quietHours);
  const save = useAction("settings.setQuietHours", {
    isErrorShown: true,
    onDone: () => {
      showToast({ text: "Quiet hours saved" });
    },
  });
  const isChanged = JSON.stringify(quiet) !== JSON.stringify(quietHours);
  return (
    <Card
      title="Quiet hours"
      description="No campaign mails anybody then, on each person’s own clock. What falls into them waits for their end."
    >
      <form
        noValidate
        className="flex items-end justify-between gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ quiet });
        }}
      >
        <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
          <div className="flex h-8 items-center">
            <Switch
              isSelected={quiet !== null}
              onChange={(isOn) => {
                setQuiet(isOn ? (quietHours ?? NIGHT) : null);
              }}
            >
              Keep quiet hours
            </Switch>
          </div>
          {quiet && (
            <>
              <div className="w-32">
                <TextField
                  label="From"
                  type="time"
                  value={quiet.from}
                  onChange={(from) => {
                    setQuiet({ ...quiet, from });
                  }}
                />
              </div>
              <div className="w-32">
                <TextField
                  label="To"
                  type="time"
                  value={quiet.to}
                  onChange={(to) => {
                    setQuiet({ ...quiet, to });
                  }}
                />
              </div>
            </>
          )}
        </div>
        <Button type="submit" isDisabled={!isChanged} isPending={save.isPending}>
          Save
        </Button>
      </form>
      <RefusalBanner error={save.error} />
    </Card>
  );
}
