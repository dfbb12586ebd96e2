import type { SegmentCondition } from "#core/domain/segment.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { Select } from "../../ui/select.tsx";

type Activity = Extract<SegmentCondition, { kind: "activity" }>;

interface ActivityFieldsProps {
  condition: Activity;
  onChange: (condition: Activity) => void;
  campaigns: readonly { readonly id: string; readonly name: string }[];
}

const deeds: readonly { value: `${Activity["test"]} ${Activity["did"]}`; label: string }[] = [
  { value: "did clicked", label: "clicked" },
  { value: "did-not clicked", label: "did not click" },
  { value: "did opened", label: "opened" },
  { value: "did-not opened", label: "did not open" },
  { value: "did replied", label: "replied" },
  { value: "did-not replied", label: "did not reply" },
  { value: "did sent", label: "was sent an email" },
  { value: "did-not sent", label: "was sent no email" },
];

const spans = [
  { value: "days", label: "in the last" },
  { value: "ever", label: "at any time" },
];

const ANY_CAMPAIGN = "any";
const FIRST_DAYS = 30;

/** What they did with our emails, and in which time. */
export function ActivityFields({ condition, onChange, campaigns }: ActivityFieldsProps) {
  const { did, test, lastDays, campaignId } = condition;
  return (
    <>
      <div className="w-40">
        <Select
          label="What they did"
          isLabelHidden
          options={deeds}
          value={`${test} ${did}`}
          onChange={(deed) => {
            const [newTest, newDid] = deed.split(" ") as [Activity["test"], Activity["did"]];
            onChange({ ...condition, test: newTest, did: newDid });
          }}
        />
      </div>
      <div className="w-30">
        <Select
          label="When"
          isLabelHidden
          options={spans}
          value={lastDays === null ? "ever" : "days"}
          onChange={(span) => {
            onChange({ ...condition, lastDays: span === "ever" ? null : FIRST_DAYS });
          }}
        />
      </div>
      {lastDays !== null && (
        <NumberField
          label="Days"
          isLabelHidden
          unit="days"
          minValue={1}
          maxValue={36_500}
          value={lastDays}
          onChange={(days) => {
            if (days >= 1) onChange({ ...condition, lastDays: Math.round(days) });
          }}
        />
      )}
      <div className="w-48">
        <Select
          label="Campaign"
          isLabelHidden
          options={[
            { value: ANY_CAMPAIGN, label: "in any campaign" },
            ...campaigns.map(({ id, name }) => ({ value: id, label: `in ${name}` })),
          ]}
          value={campaignId ?? ANY_CAMPAIGN}
          onChange={(id) => {
            onChange({ ...condition, campaignId: id === ANY_CAMPAIGN ? null : id });
          }}
        />
      </div>
    </>
  );
}
