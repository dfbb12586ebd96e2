import type { Entry } from "#core/domain/entry.ts";
import { TagField } from "../../parts/rule-editor/tag-field.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { BroadcastEntryFields } from "./broadcast-entry-fields.tsx";
import { SegmentSelect } from "./segment-select.tsx";
import { CampaignEntryFields } from "./campaign-entry-fields.tsx";
import { DateEntryFields } from "./date-entry-fields.tsx";
import { EventEntryFields } from "./event-entry-fields.tsx";
import { LinkEntryFields } from "./link-entry-fields.tsx";
import { useEditor } from "./editor-context.ts";

const ANY = "any";
const VALUE = "value";

const anyStage = { value: ANY, label: "Any other stage" };
const anyValue = { value: ANY, label: "Any" };
const oneValue = { value: VALUE, label: "This one" };
const yesOrNo = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
];

interface EntryFieldsProps {
  entry: Entry;
  onChange: (entry: Entry) => void;
}

/** What an entry needs to know. */
export function EntryFields({ entry, onChange }: EntryFieldsProps) {
  const { choices } = useEditor();
  switch (entry.kind) {
    case "joins-segment":
    case "leaves-segment":
      return (
        <SegmentSelect
          segmentId={entry.segmentId}
          onChange={(segmentId) => {
            onChange({ ...entry, segmentId });
          }}
        />
      );
    case "tag-added":
    case "tag-removed":
      return (
        <TagField
          tag={entry.tag}
          tags={choices.tags}
          emptyText="A new tag. Enter takes it."
          onChange={(tag) => {
            onChange({ ...entry, tag });
          }}
        />
      );
    case "stage-changed":
      return (
        <Select
          label="Stage"
          options={[
            anyStage,
            ...choices.stages.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={entry.stageId ?? ANY}
          onChange={(stage) => {
            onChange({ ...entry, stageId: stage === ANY ? null : stage });
          }}
        />
      );
    case "field-changed":
      return (
        <>
          <Select
            label="Field"
            placeholder="Choose a field"
            options={choices.fields.map(({ key, label }) => ({ value: key, label }))}
            value={entry.field || null}
            onChange={(field) => {
              onChange({ ...entry, field, to: null });
            }}
          />
          {entry.field !== "" && <NewValue entry={entry} onChange={onChange} />}
        </>
      );
    case "date-reached":
      return <DateEntryFields entry={entry} onChange={onChange} />;
    case "broadcast":
      return <BroadcastEntryFields entry={entry} onChange={onChange} />;
    case "link-clicked":
      return <LinkEntryFields entry={entry} onChange={onChange} />;
    case "event-received":
      return <EventEntryFields entry={entry} onChange={onChange} />;
    case "campaign-ended":
      return <CampaignEntryFields entry={entry} onChange={onChange} />;
    case "imported":
      return (
        <p className="text-base text-ink-soft">
          Everyone in the list, new or known. Each import asks first and says for how many people.
        </p>
      );
    case "by-hand":
      return null;
  }
}

interface NewValueProps {
  entry: Extract<Entry, { kind: "field-changed" }>;
  onChange: (entry: Entry) => void;
}

function NewValue({ entry, onChange }: NewValueProps) {
  const { choices } = useEditor();
  const { to } = entry;
  const isYesNo = choices.fields.find(({ key }) => key === entry.field)?.type === "boolean";
  return (
    <>
      <Select
        label="New value"
        options={[anyValue, ...(isYesNo ? yesOrNo : [oneValue])]}
        value={to === null ? ANY : isYesNo ? to : VALUE}
        onChange={(next) => {
          onChange({ ...entry, to: next === ANY ? null : isYesNo ? next : "" });
        }}
      />
      {to !== null && !isYesNo && (
        <TextField
          label="Value"
          isLabelHidden
          placeholder="Value"
          value={to}
          onChange={(next) => {
            onChange({ ...entry, to: next });
          }}
        />
      )}
    </>
  );
}
