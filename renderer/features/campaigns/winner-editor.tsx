import type { WinnerRule } from "#core/domain/campaign.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { DurationFields } from "./duration-fields.tsx";

const choices = [
  {
    value: "keep",
    label: "Each lane keeps its share",
    description: "For comparing, or for spreading people.",
  },
  {
    value: "find",
    label: "Send everyone else the best lane",
    description: "The last lane is held until it is known which one that is.",
  },
] as const;

const measures = [
  { value: "opened", label: "by opens" },
  { value: "clicked", label: "by clicks" },
  { value: "goal", label: "by the campaign’s goal" },
] as const;

interface WinnerEditorProps {
  winner: WinnerRule | null;
  onChange: (winner: WinnerRule | null) => void;
}

/** Whether lanes drawn by lot are only told apart, or the best of them is found. */
export function WinnerEditor({ winner, onChange }: WinnerEditorProps) {
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        label="Lanes drawn by lot"
        options={choices}
        value={winner === null ? "keep" : "find"}
        onChange={(choice) => {
          if (choice === "keep") onChange(null);
          else if (winner === null) onChange(firstWinner);
        }}
      />
      {winner && (
        <>
          <RadioGroup
            label="Best"
            options={measures}
            value={winner.by}
            onChange={(by) => {
              onChange({ ...winner, by });
            }}
          />
          <DurationFields
            label="Chosen after"
            value={winner.after}
            onChange={(after) => {
              onChange({ ...winner, after });
            }}
          />
          <NumberField
            label="Counted from person number"
            description="1 for a mail that everybody gets at once; more where people come one by one."
            value={winner.people}
            minValue={1}
            maxValue={1_000_000}
            onChange={(people) => {
              if (Number.isFinite(people)) onChange({ ...winner, people });
            }}
          />
          <DurationFields
            label="Nobody is held longer than"
            value={winner.holdFor}
            minAmount={1}
            onChange={(holdFor) => {
              onChange({ ...winner, holdFor });
            }}
          />
        </>
      )}
    </div>
  );
}

const firstWinner: WinnerRule = {
  by: "opened",
  people: 1,
  after: { amount: 4, unit: "hours" },
  holdFor: { amount: 7, unit: "days" },
};
