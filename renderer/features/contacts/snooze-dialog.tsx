import { useState } from "react";
import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { TextField } from "../../ui/text-field.tsx";

const spans = [
  { value: "7", label: "A week" },
  { value: "30", label: "A month" },
  { value: "90", label: "Three months" },
  { value: "day", label: "Until a day" },
] as const;

interface SnoozeDialogProps {
  id: string;
  who: string;
  onClose: () => void;
}

/** Lets no campaign mail somebody for a while. */
export function SnoozeDialog({ id, who, onClose }: SnoozeDialogProps) {
  const [span, setSpan] = useState<(typeof spans)[number]["value"]>("30");
  const [day, setDay] = useState("");
  const snooze = useAction("contacts.snooze", {
    onDone: () => {
      onClose();
      showToast({ text: `${who} is snoozed` });
    },
  });
  return (
    <Dialog
      title={`Snooze ${who}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isPending={snooze.isPending}
            isDisabled={span === "day" && day === ""}
            onPress={() => {
              snooze.mutate({
                id,
                until: span === "day" ? { kind: "day", day } : { kind: "days", days: Number(span) },
              });
            }}
          >
            Snooze
          </Button>
        </>
      }
    >
      <p>
        No campaign mails them before that. What comes due waits and is sent afterwards; their waits
        go on.
      </p>
      <RadioGroup label="For how long" options={spans} value={span} onChange={setSpan} />
      {span === "day" && (
        <TextField label="First day with mail again" type="date" value={day} onChange={setDay} />
      )}
    </Dialog>
  );
}
