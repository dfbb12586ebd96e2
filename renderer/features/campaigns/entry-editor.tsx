import { Trash2 } from "lucide-react";
import type { Entry } from "#core/domain/campaign.ts";
import { Button } from "../../ui/button.tsx";
import { ComboBox } from "../../ui/combo-box.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Select } from "../../ui/select.tsx";
import { useEditor } from "./editor-context.ts";

const kinds = [
  { value: "joins-segment", label: "Joins a segment" },
  { value: "tag-added", label: "Gets a tag" },
  { value: "by-hand", label: "Is added by hand" },
] as const;

interface EntryEditorProps {
  entry: Entry;
  onChange: (entry: Entry) => void;
  /** Left out for the only entry. */
  onRemove?: () => void;
}

/** What puts people into the campaign. */
export function EntryEditor({ entry, onChange, onRemove }: EntryEditorProps) {
  const { choices, campaign } = useEditor();

  function firstEntry(kind: Entry["kind"]): Entry {
    if (kind === "joins-segment") return { kind, segmentId: campaign.segmentId ?? "" };
    return kind === "tag-added" ? { kind, tag: "" } : { kind };
  }

  return (
    <>
      <RadioGroup
        label="Starts when someone"
        options={kinds}
        value={entry.kind}
        onChange={(kind) => {
          if (kind !== entry.kind) onChange(firstEntry(kind));
        }}
      />
      {entry.kind === "joins-segment" && (
        <Select
          label="Segment"
          placeholder="Choose a segment"
          options={choices.segments.map(({ id, name }) => ({ value: id, label: name }))}
          value={entry.segmentId || null}
          onChange={(segmentId) => {
            onChange({ ...entry, segmentId });
          }}
        />
      )}
      {entry.kind === "tag-added" && (
        <ComboBox
          label="Tag"
          placeholder="Tag"
          options={[...new Set([...choices.tags, entry.tag])]
            .filter((tag) => tag !== "")
            .map((tag) => ({ value: tag, label: tag }))}
          value={entry.tag || null}
          onChange={(tag) => {
            if (tag !== null) onChange({ ...entry, tag });
          }}
          onCustom={(tag) => {
            onChange({ ...entry, tag });
          }}
          emptyText="A new tag. Enter takes it."
        />
      )}
      {onRemove && (
        <div>
          <Button size="sm" variant="quiet" icon={<Trash2 aria-hidden />} onPress={onRemove}>
            Remove this entry
          </Button>
        </div>
      )}
    </>
  );
}
