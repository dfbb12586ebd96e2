import { Trash2 } from "lucide-react";
import type { Entry } from "#core/domain/entry.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { useEditor } from "./editor-context.ts";
import { EntryFields } from "./entry-fields.tsx";
import { entryKinds, firstEntry } from "./entry-kinds.ts";

interface EntryEditorProps {
  entry: Entry;
  onChange: (entry: Entry) => void;
  /** Left out for the only entry. */
  onRemove?: () => void;
}

/** What puts people into the campaign. */
export function EntryEditor({ entry, onChange, onRemove }: EntryEditorProps) {
  const { campaign } = useEditor();
  return (
    <div className="flex flex-col gap-4">
      <Select
        label="Starts when someone"
        options={entryKinds}
        value={entry.kind}
        onChange={(kind) => {
          if (kind !== entry.kind) onChange(firstEntry(kind, campaign.segmentId));
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
    </div>
  );
}
