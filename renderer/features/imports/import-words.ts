import type { OutputOf } from "../../client/call-name.ts";
import type { Tone } from "../../ui/tone.ts";

export type ImportSummary = OutputOf<"imports.list">[number];
export type ImportStatus = OutputOf<"imports.status">;
export type Counts = NonNullable<ImportStatus["dryRun"]>;

const count = new Intl.NumberFormat("en-GB");
const tenths = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** "1,204". */
export function formatCount(value: number): string {
  return count.format(value);
}

/** "1 row", "1,204 rows". */
export function formatMany(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/** "78 KB", "1.2 MB": in thousands, as file managers count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return formatMany(bytes, "byte");
  if (bytes < 1e6) return `${count.format(Math.round(bytes / 1000))} KB`;
  return bytes < 1e9 ? `${tenths.format(bytes / 1e6)} MB` : `${tenths.format(bytes / 1e9)} GB`;
}

/** Rows of which nothing gets into the contacts. */
export function leftOut({ invalid, suppressed }: Counts): number {
  return invalid + suppressed;
}

/** Contacts that an import of this file adds or changes. */
export function touched({ added, updated }: Counts): number {
  return added + updated;
}

/** "412 new, 31 updated", with what is none left away. */
export function resultWords(counts: Counts): string {
  const parts = [
    counts.added > 0 ? `${formatCount(counts.added)} new` : "",
    counts.updated > 0 ? `${formatCount(counts.updated)} updated` : "",
  ].filter(Boolean);
  return parts.length === 0 ? "Nothing new" : parts.join(", ");
}

export interface StateWords {
  readonly label: string;
  readonly tone: Tone;
}

/** What an import is doing or has become, in a word or two. */
export function stateWords({ state, job }: Pick<ImportSummary, "state" | "job">): StateWords {
  if (job === "undo") return { label: "Being undone", tone: "accent" };
  if (job === "dry-run") return { label: "Dry run", tone: "accent" };
  return states[state];
}

const states: Readonly<Record<ImportSummary["state"], StateWords>> = {
  uploading: { label: "Not complete", tone: "warn" },
  mapping: { label: "Waits for you", tone: "warn" },
  running: { label: "Importing", tone: "accent" },
  done: { label: "Imported", tone: "good" },
  cancelled: { label: "Stopped", tone: "neutral" },
  failed: { label: "Not imported", tone: "bad" },
  undone: { label: "Undone", tone: "neutral" },
};

/** What each number of a dry run or a result is called and means. */
export const countWords: readonly {
  readonly key: keyof Counts;
  readonly label: string;
  readonly meaning: string;
}[] = [
  { key: "added", label: "New", meaning: "Addresses that are not in your contacts yet." },
  {
    key: "updated",
    label: "Updated",
    meaning: "People you have already, about whom the file says something more.",
  },
  {
    key: "unchanged",
    label: "Unchanged",
    meaning: "People you have already, about whom the file says nothing new.",
  },
  {
    key: "duplicates",
    label: "Twice in the file",
    meaning:
      "Rows with an address that came before in the same file. They are one contact; where both rows say something, the later one counts.",
  },
  {
    key: "invalid",
    label: "Not valid",
    meaning: "Rows that cannot become a contact; the reasons are in the list of rows left out.",
  },
  {
    key: "suppressed",
    label: "Suppressed",
    meaning:
      "Addresses that must not be mailed: their owner unsubscribed or complained, or mail came back. An import never changes that.",
  },
];

const delimiters: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
};

/** "UTF-8 · separated by commas · 16 columns". */
export function fileWords(file: {
  readonly encoding: string;
  readonly delimiter: string;
  readonly hasHeader: boolean;
  readonly columns: readonly unknown[];
}): string {
  return [
    file.encoding.toUpperCase(),
    `separated by ${delimiters[file.delimiter] ?? `“${file.delimiter}”`}`,
    file.hasHeader ? "with column names" : "without column names",
    formatMany(file.columns.length, "column"),
  ].join(" · ");
}
