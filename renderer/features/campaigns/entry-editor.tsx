import { Trash2 } from "lucide-react";
import type { Entry } from "#core/domain/entry.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { useEditor } from "./editor-context.ts";
import { EntryFields } from "./entry-fields.tsx";

const kinds = [
  { value: "joins-segment", label: "Joins a segment" },
  { value: "leaves-segment", label: "Leaves a segment" },
  { value: "tag-added", label: "Gets a tag" },
  { value: "tag-removed", label: "Loses a tag" },
  { value: "stage-changed", label: "Comes to a stage" },
  { value: "field-changed", label: "Has a field changed" },
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
  const { campaign } = useEditor();

  function firstEntry(kind: Entry["kind"]): Entry {
    switch (kind) {
      case "joins-segment":
      case "leaves-segment":
        return { kind, segmentId: campaign.segmentId ?? "" };
      case "tag-added":
      case "tag-removed":
        return { kind, tag: "" };
      case "stage-changed":
        return { kind, stageId: null };
      case "field-changed":
        return { kind, field: "", to: null };
      case "by-hand":
        return { kind };
    }
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
      <EntryFields entry={entry} onChange={onChange} />
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
