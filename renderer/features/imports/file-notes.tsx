import { Banner } from "../../ui/banner.tsx";
import { formatMany } from "./import-words.ts";

const SHOWN = 3;

/** What was noticed about the file, in sentences. */
export function FileNotes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  const rest = notes.length - SHOWN;
  return (
    <Banner>
      <ul className="flex flex-col gap-1">
        {notes.slice(0, SHOWN).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {rest > 0 && (
        <details>
          <summary className="cursor-default rounded-sm pt-1 font-medium text-ink">
            {formatMany(rest, "more note")}
          </summary>
          <ul className="flex max-h-40 flex-col gap-1 overflow-auto pt-1" tabIndex={0}>
            {notes.slice(SHOWN).map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </Banner>
  );
}
