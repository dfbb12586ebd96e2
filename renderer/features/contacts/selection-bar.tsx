import { Archive, ArchiveRestore, Play, Tag, TagsIcon } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { contactsWords } from "./contact-words.ts";
import type { BulkProgress } from "./use-bulk.ts";

export type BulkVerb = "add-tag" | "remove-tag" | "start" | "archive" | "restore";

interface SelectionBarProps {
  /** Of the list as it is searched and filtered now; undefined until it is known. */
  total: number | undefined;
  selected: number;
  isArchive: boolean;
  progress: BulkProgress | null;
  onVerb: (verb: BulkVerb) => void;
  onSelectAll: () => void;
  onClear: () => void;
}

/** How many there are, and what can be done with those selected. */
export function SelectionBar(props: SelectionBarProps) {
  const { total, selected, isArchive, progress, onVerb, onSelectAll, onClear } = props;
  const hasSelection = selected > 0;
  return (
    <div
      role="group"
      aria-label="Selected contacts"
      className="flex h-11 shrink-0 items-center gap-1 border-b border-line px-3"
    >
      <p role="status" className="mr-1 text-sm text-ink-soft tabular-nums">
        {progress
          ? `${progress.label}: ${progress.done.toLocaleString("en-GB")} of ${contactsWords(progress.total)}`
          : hasSelection
            ? `${selected.toLocaleString("en-GB")} selected`
            : total === undefined
              ? ""
              : contactsWords(total)}
      </p>
      {!progress && total !== undefined && total > 0 && selected !== total && (
        <Button size="sm" variant="quiet" onPress={onSelectAll}>
          Select all {total.toLocaleString("en-GB")}
        </Button>
      )}
      {!progress && hasSelection && (
        <>
          <Button size="sm" variant="quiet" onPress={onClear}>
            Clear
          </Button>
          <span className="ml-auto flex items-center gap-1.5">
            <Verb icon={<Tag />} verb="add-tag" onVerb={onVerb}>
              Add tag
            </Verb>
            <Verb icon={<TagsIcon />} verb="remove-tag" onVerb={onVerb}>
              Remove tag
            </Verb>
            {!isArchive && (
              <Verb icon={<Play />} verb="start" onVerb={onVerb}>
                Start campaign
              </Verb>
            )}
            {isArchive ? (
              <Verb icon={<ArchiveRestore />} verb="restore" onVerb={onVerb}>
                Restore
              </Verb>
            ) : (
              <Verb icon={<Archive />} verb="archive" onVerb={onVerb}>
                Archive
              </Verb>
            )}
          </span>
        </>
      )}
    </div>
  );
}

interface VerbProps {
  verb: BulkVerb;
  icon: React.ReactNode;
  children: string;
  onVerb: (verb: BulkVerb) => void;
}

function Verb({ verb, icon, children, onVerb }: VerbProps) {
  return (
    <Button
      size="sm"
      icon={icon}
      onPress={() => {
        onVerb(verb);
      }}
    >
      {children}
    </Button>
  );
}
