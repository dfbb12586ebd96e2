import type { EmailStep } from "#core/domain/campaign.ts";
import { stepName } from "#core/domain/step-name.ts";
import type { InteractionTarget } from "#core/domain/trigger.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { NumberField } from "../../ui/number-field.tsx";
import { Select } from "../../ui/select.tsx";

type Several = Extract<InteractionTarget, { kind: "several" }>;

const amounts = [
  { value: "any", label: "At least one" },
  { value: "all", label: "All" },
  { value: "some", label: "At least so many" },
] as const;

interface SeveralEmailsProps {
  target: Several;
  emails: readonly EmailStep[];
  onChange: (target: Several) => void;
}

/** Which emails an interaction is about together, and how many of them it takes. */
export function SeveralEmails({ target, emails, onChange }: SeveralEmailsProps) {
  const { atLeast, stepIds } = target;
  const originals = emails.filter(({ resendOf }) => resendOf === null);

  function toggle(id: string, isOn: boolean) {
    const now = new Set(stepIds ?? []);
    if (isOn) now.add(id);
    else now.delete(id);
    // In the order of the campaign, also after some were taken out and put back.
    onChange({
      ...target,
      stepIds: originals.flatMap((each) => (now.has(each.id) ? [each.id] : [])),
    });
  }

  return (
    <>
      <Select
        label="How many of them"
        options={amounts}
        value={atLeast === "all" ? "all" : atLeast === 1 ? "any" : "some"}
        onChange={(amount) => {
          onChange({ ...target, atLeast: amount === "all" ? "all" : amount === "any" ? 1 : 2 });
        }}
      />
      {atLeast !== "all" && atLeast > 1 && (
        <NumberField
          label="At least"
          value={atLeast}
          minValue={2}
          maxValue={500}
          onChange={(next) => {
            if (Number.isFinite(next)) onChange({ ...target, atLeast: next });
          }}
        />
      )}
      <div role="group" aria-label="Which emails" className="flex flex-col gap-1.5">
        <span className="text-sm font-medium text-ink">Which emails</span>
        <Checkbox
          isSelected={stepIds === null}
          onChange={(isAll) => {
            onChange({ ...target, stepIds: isAll ? null : originals.map(({ id }) => id) });
          }}
        >
          All they were sent before
        </Checkbox>
        {stepIds !== null &&
          originals.map((email) => (
            <Checkbox
              key={email.id}
              isSelected={stepIds.includes(email.id)}
              onChange={(isOn) => {
                toggle(email.id, isOn);
              }}
            >
              {stepName(email)}
            </Checkbox>
          ))}
      </div>
    </>
  );
}
