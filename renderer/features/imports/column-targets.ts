import { fieldKey, freeFieldKey } from "#core/domain/field-key.ts";
import type { FieldType } from "#core/domain/field.ts";
import type { OutputOf } from "../../client/call-name.ts";
import type { Option } from "../../ui/option.ts";

type Column = OutputOf<"imports.inspect">["columns"][number];
export type ColumnTarget = Column["target"];
export type Field = OutputOf<"settings.listFields">[number];

type PlainKind = Exclude<ColumnTarget["kind"], "field">;
/** A choice in the list of a column: something every contact has, "new", or "field:" and a key. */
type Choice = PlainKind | "new" | `field:${string}`;

const plain: readonly Option<PlainKind>[] = [
  { value: "address", label: "E-mail address" },
  { value: "first-name", label: "First name" },
  { value: "last-name", label: "Last name" },
  { value: "full-name", label: "Full name" },
  { value: "stage", label: "Stage" },
  { value: "tags", label: "Tags" },
  { value: "status", label: "Subscription status" },
  { value: "time-zone", label: "Time zone" },
  { value: "tracking-consent", label: "Consent to tracking" },
];

export const fieldTypes: readonly Option<FieldType>[] = [
  { value: "text", label: "Text" },
  { value: "number", label: "Number" },
  { value: "date", label: "Date" },
  { value: "boolean", label: "Yes or no" },
];

/** Everything a column can be. */
export function targetChoices(fields: readonly Field[]): readonly Option<Choice>[] {
  return [
    { value: "skip", label: "Leave out" },
    ...plain,
    ...fields.map(({ key, label }): Option<Choice> => ({ value: `field:${key}`, label })),
    { value: "new", label: "New field…" },
  ];
}

export function choiceOf(target: ColumnTarget, fields: readonly Field[]): Choice {
  if (target.kind !== "field") return target.kind;
  return isKnown(target.key, fields) ? `field:${target.key}` : "new";
}

/** The mapping with another choice for one column. A new field begins with the column's name and the type guessed. */
export function withChoice(
  mapping: readonly ColumnTarget[],
  index: number,
  choice: Choice,
  { column, fields }: { readonly column: Column; readonly fields: readonly Field[] },
): ColumnTarget[] {
  return mapping.map((target, place) => {
    if (place !== index) return target;
    if (choice === "new") {
      const type = column.target.kind === "field" ? column.target.type : "text";
      const label = column.header.slice(0, 60).trim();
      return { kind: "field", label, type, key: freeKey(label, mapping, { index, fields }) };
    }
    if (!choice.startsWith("field:")) return { kind: choice as PlainKind };
    const field = fields.find(({ key }) => key === choice.slice("field:".length));
    return field ? { kind: "field", ...field } : target;
  });
}

/** The mapping with another name or type for the new field of one column. */
export function withNewField(
  mapping: readonly ColumnTarget[],
  index: number,
  change: { readonly label?: string; readonly type?: FieldType },
  fields: readonly Field[],
): ColumnTarget[] {
  return mapping.map((target, place) => {
    if (place !== index || target.kind !== "field") return target;
    const key =
      change.label === undefined ? target.key : freeKey(change.label, mapping, { index, fields });
    return { ...target, ...change, key };
  });
}

/** The mapping without the fields that would be new. */
export function withoutNewFields(
  mapping: readonly ColumnTarget[],
  fields: readonly Field[],
): ColumnTarget[] {
  return mapping.map((target) =>
    target.kind === "field" && !isKnown(target.key, fields) ? { kind: "skip" } : target,
  );
}

export function countNewFields(mapping: readonly ColumnTarget[], fields: readonly Field[]): number {
  return mapping.filter((target) => choiceOf(target, fields) === "new").length;
}

function isKnown(key: string, fields: readonly Field[]): boolean {
  return fields.some((field) => field.key === key);
}

function freeKey(
  label: string,
  mapping: readonly ColumnTarget[],
  { index, fields }: { readonly index: number; readonly fields: readonly Field[] },
): string {
  const others = mapping.flatMap((target, place) =>
    place !== index && target.kind === "field" ? [target.key] : [],
  );
  return freeFieldKey(fieldKey(label), new Set([...fields.map(({ key }) => key), ...others]));
}
