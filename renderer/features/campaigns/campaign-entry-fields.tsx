import type { CampaignOutcome, Entry } from "#core/domain/entry.ts";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Select } from "../../ui/select.tsx";
import { useEditor } from "./editor-context.ts";

const outcomes: readonly { value: CampaignOutcome; label: string }[] = [
  { value: "finished", label: "Finishes it, with its goal or without" },
  { value: "goal-reached", label: "Reaches its goal" },
  { value: "goal-missed", label: "Comes to its end without its goal" },
];

interface CampaignEntryFieldsProps {
  entry: Extract<Entry, { kind: "campaign-ended" }>;
  onChange: (entry: Entry) => void;
}

/** Which campaign somebody comes from, and how it ended for them. */
export function CampaignEntryFields({ entry, onChange }: CampaignEntryFieldsProps) {
  const { choices, campaign } = useEditor();
  const others = choices.campaigns.filter(({ id }) => id !== campaign.id);
  if (others.length === 0)
    return (
      <p className="text-base text-ink-soft">
        There is no other campaign yet. Make one, then choose it here.
      </p>
    );
  return (
    <>
      <Select
        label="Campaign"
        placeholder="Choose a campaign"
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={entry.campaignId || null}
        onChange={(campaignId) => {
          onChange({ ...entry, campaignId });
        }}
      />
      <RadioGroup
        label="The person"
        description="Who leaves it in another way, such as by a reply, does not start."
        options={outcomes}
        value={entry.outcome}
        onChange={(outcome) => {
          onChange({ ...entry, outcome });
        }}
      />
    </>
  );
}
