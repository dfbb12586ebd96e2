import { useCall } from "../../client/use-call.ts";
import { Card } from "../../ui/card.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { ComboBox } from "../../ui/combo-box.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { formatMany } from "./import-words.ts";
import type { Plan } from "./use-plan.ts";

type Options = Plan["options"];

interface ChoicesStepProps {
  options: Options;
  onChange: (change: Partial<Options>) => void;
}

/** What shall happen with the people of the file. */
export function ChoicesStep({ options, onChange }: ChoicesStepProps) {
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <Card>
        <RadioGroup
          label="People you have already"
          isCards
          value={options.existing}
          onChange={(existing) => {
            onChange({ existing });
          }}
          options={[
            {
              value: "fill-blanks",
              label: "Fill in what is blank",
              description: "What you know of someone stays; the file adds only what is missing.",
            },
            {
              value: "overwrite",
              label: "Overwrite with the file",
              description:
                "What the file says replaces what is there. An empty cell never clears anything.",
            },
          ]}
          description="Who unsubscribed, complained or bounced stays so, whatever the file says."
        />
      </Card>
      <Card>
        <TagField
          tag={options.tag}
          onChange={(tag) => {
            onChange({ tag });
          }}
        />
        <TextField
          label="How these people agreed to get your mail"
          description="Kept with every contact it is not known of yet. Leave it empty if you do not know."
          placeholder="Such as “Sign-up form on our website”"
          maxLength={300}
          value={options.consentSource}
          onChange={(consentSource) => {
            onChange({ consentSource });
          }}
        />
        <Checkbox
          isSelected={options.startCampaigns}
          onChange={(startCampaigns) => {
            onChange({ startCampaigns });
          }}
          description="Those that start when someone is imported, joins a segment, gets a tag, or has their stage or a field changed. The dry run says how many people that would be, and you can still change your mind there."
        >
          Let live campaigns start for these people
        </Checkbox>
      </Card>
    </div>
  );
}

function TagField({ tag, onChange }: { tag: string; onChange: (tag: string) => void }) {
  const tags = useCall("settings.listTags", {}, { topics: ["contacts"] }).data ?? [];
  const known = tags.map((each) => ({
    value: each.tag,
    label: each.tag,
    description: formatMany(each.contacts, "contact"),
  }));
  const isKnown = tag === "" || tags.some((each) => each.tag === tag);
  return (
    <ComboBox
      label="Give everyone of this file a tag"
      description="So that you find them again, for instance “Trade fair 2026”. May stay empty."
      placeholder="Choose a tag, or type a new one"
      emptyText="A new tag."
      options={isKnown ? known : [...known, { value: tag, label: tag }]}
      value={tag === "" ? null : tag}
      onChange={(next) => {
        onChange(next ?? "");
      }}
      onCustom={(text) => {
        onChange(text.slice(0, 80));
      }}
    />
  );
}
