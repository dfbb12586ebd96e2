import { Upload } from "lucide-react";
import type { ReactNode } from "react";
import { DropZone, FileTrigger, isFileDropItem } from "react-aria-components";
import { Button } from "./button.tsx";
import { given } from "./given.ts";

export interface FileDropProps {
  /** What to drop here: "Drop a CSV file here". */
  title: string;
  description?: ReactNode;
  buttonLabel?: string;
  /** Endings or types for the file chooser: [".csv", "text/csv"]. */
  accept?: readonly string[];
  onFile: (file: File) => void;
}

/** A place to drop one file, or to choose it with a button. */
export function FileDrop({ title, description, buttonLabel, accept, onFile }: FileDropProps) {
  return (
    <DropZone
      aria-label={title}
      getDropOperation={() => "copy"}
      onDrop={(event) => {
        const item = event.items.find(isFileDropItem);
        if (item) void item.getFile().then(onFile);
      }}
      className="flex flex-col items-center gap-2 rounded-xl border border-dashed border-line-control bg-surface px-6 py-12 text-center transition-colors data-drop-target:border-accent data-drop-target:bg-accent-soft"
    >
      <span className="mb-1 grid size-10 place-items-center rounded-xl bg-accent-soft text-accent-text">
        <Upload className="size-5" aria-hidden />
      </span>
      <p className="text-lg font-semibold text-ink">{title}</p>
      {description !== undefined && (
        <div className="max-w-md text-base text-ink-soft">{description}</div>
      )}
      <div className="mt-3">
        <FileTrigger
          {...given({ acceptedFileTypes: accept })}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) onFile(file);
          }}
        >
          <Button>{buttonLabel ?? "Choose a file…"}</Button>
        </FileTrigger>
      </div>
    </DropZone>
  );
}
