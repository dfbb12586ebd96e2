import { fieldKey, freeFieldKey } from "#core/domain/field-key.ts";
import type { FieldType } from "#core/domain/field.ts";
import { cleanLine } from "./clean-cell.ts";
import { countDates, countNumbers } from "./column-evidence.ts";
import type { ColumnEvidence } from "./column-evidence.ts";
import { foldHeader, readHeader } from "./column-words.ts";
import type { NamedTarget } from "./column-words.ts";

/** Where the values of a column go. */
export type ColumnTarget =
  | { kind: "address" }
  | { kind: "first-name" }
  | { kind: "last-name" }
  | { kind: "full-name" }
  | { kind: "time-zone" }
  | { kind: "stage" }
  | { kind: "tags" }
  | { kind: "status" }
  | { kind: "tracking-consent" }
  | { kind: "field"; key: string; label: string; type: FieldType }
  | { kind: "skip" };

export interface KnownField {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
}

/** What the account already has, so that a list of the same kind lands in the same places. */
export interface Known {
  readonly fields: readonly KnownField[];
  readonly stages: readonly string[];
}

interface Column {
  readonly header: string;
  readonly named: NamedTarget | null;
  readonly evidence: ColumnEvidence;
}

/** A guess at what each column is, from its name and from what stands in it. The person may change every one. */
export function guessColumns(
  headers: readonly string[],
  evidence: readonly ColumnEvidence[],
  known: Known,
): ColumnTarget[] {
  const columns = headers.map((header, index): Column => {
    const seen = evidence[index];
    if (!seen) throw new RangeError("a column without evidence");
    return { header, named: readHeader(header), evidence: seen };
  });
  const address = findAddressColumn(columns);
  const kinds = columns.map((column, index) =>
    column === address ? "address" : guessKind(column, index, columns, known),
  );
  const stages = new Set<string>();
  const keys = new Set<string>();
  return columns.map((column, index): ColumnTarget => {
    const kind = kinds[index] ?? "skip";
    if (kind === "skip") return { kind };
    // Each of these exists once; a second column of the kind is kept as a field.
    if (kind !== "field" && kind !== "tags" && stages.has(kind))
      return asField(column, known, keys);
    stages.add(kind);
    return kind === "field" ? asField(column, known, keys) : { kind };
  });
}

function findAddressColumn(columns: readonly Column[]): Column | null {
  let best: Column | null = null;
  let bestScore = 0;
  for (const column of columns) {
    const score =
      share(column, column.evidence.addresses) * 2 + (column.named === "address" ? 1 : 0);
    if (score >= 1 && score > bestScore) {
      best = column;
      bestScore = score;
    }
  }
  return best;
}

function guessKind(
  column: Column,
  index: number,
  columns: readonly Column[],
  known: Known,
): ColumnTarget["kind"] {
  const { named, evidence } = column;
  if (named === "left-out" || evidence.filled === 0) return "skip";
  if (isStageNames(evidence, known)) return "stage";
  switch (named) {
    case "first-name":
    case "last-name":
    case "tags":
    case "stage":
      return named;
    case "time-zone":
      return share(column, evidence.zones) >= 0.5 ? named : "field";
    case "full-name":
      return guessNameKind(column, columns);
    case "status":
    case "opt-out":
      return share(column, evidence.statuses) >= 0.5 ? "status" : "field";
    case "tracking-consent":
      return share(column, evidence.booleans) >= 0.5 ? named : "field";
    case "address":
    case "date":
    case "text":
      return "field";
    case null:
      return share(column, evidence.zones) >= 0.8 && !isCityColumn(columns[index])
        ? "time-zone"
        : "field";
  }
}

/** "Name" is the surname beside "Vorname", and the first name beside "Cognome". */
function guessNameKind(column: Column, columns: readonly Column[]): ColumnTarget["kind"] {
  const hasFirst = columns.some(({ named }) => named === "first-name");
  const hasLast = columns.some(({ named }) => named === "last-name");
  if (hasFirst && hasLast) return "skip";
  const isBare = /^(?:name|nom|nome|nombre|naam|namn|navn|nimi)$/.test(foldHeader(column.header));
  if (!isBare) return "full-name";
  if (hasFirst) return "last-name";
  return hasLast ? "first-name" : "full-name";
}

/** "Berlin" finds its zone, but a column of bare cities is an address's. */
function isCityColumn(column: Column | undefined): boolean {
  return column?.evidence.samples.every((sample) => !sample.includes("/")) ?? true;
}

function isStageNames(evidence: ColumnEvidence, known: Known): boolean {
  const names = new Set(known.stages.map((stage) => stage.toLowerCase()));
  const values = [...evidence.values];
  const hits = values.filter((value) => names.has(value)).length;
  return hits > 0 && hits >= values.length * 0.6;
}

function asField(column: Column, known: Known, keys: Set<string>): ColumnTarget {
  const label = cleanLine(column.header).slice(0, 60).trim();
  const folded = foldHeader(label);
  const existing = known.fields.find(
    (field) => foldHeader(field.label) === folded || field.key === fieldKey(label),
  );
  if (existing && !keys.has(existing.key)) {
    keys.add(existing.key);
    return { kind: "field", key: existing.key, label: existing.label, type: existing.type };
  }
  const taken = new Set([...keys, ...known.fields.map((field) => field.key)]);
  const key = freeFieldKey(label, taken);
  keys.add(key);
  return { kind: "field", key, label, type: guessType(column) };
}

/** What a column holds; text where a value in twenty is something else. */
export function guessType({ named, evidence }: Pick<Column, "named" | "evidence">): FieldType {
  const { filled, booleans, digits, codes } = evidence;
  if (named === "text" || filled === 0) return "text";
  if (booleans === filled && digits < filled) return "boolean";
  const dates = countDates(evidence);
  if (dates >= filled * (named === "date" ? 0.6 : 0.9)) return "date";
  return codes === 0 && countNumbers(evidence) >= filled * 0.95 ? "number" : "text";
}

function share({ evidence }: Column, count: number): number {
  return evidence.filled === 0 ? 0 : count / evidence.filled;
}
