/** What can be written into an email from what is known of its reader. */
export interface MergeField {
  /** As in `contact.first_name`. */
  readonly path: string;
  readonly label: string;
  /** Null where the value is always there. */
  readonly fallback: string | null;
}

const CONTACT: readonly MergeField[] = [
  { path: "contact.first_name", label: "First name", fallback: "there" },
  { path: "contact.last_name", label: "Last name", fallback: "" },
  { path: "contact.address", label: "E-mail address", fallback: null },
  { path: "contact.stage", label: "Stage", fallback: "" },
];
const BUSINESS: readonly MergeField[] = [
  { path: "business.name", label: "Name of your business", fallback: null },
  { path: "business.address", label: "Your postal address", fallback: null },
  { path: "unsubscribe_url", label: "Address to unsubscribe", fallback: null },
];

/** Everything the insertion menu offers, the contact's own fields among it. */
export function listMergeFields(
  fields: readonly { readonly key: string; readonly label: string }[],
): MergeField[] {
  const own = fields.map(({ key, label }) => ({ path: `contact.${key}`, label, fallback: "" }));
  return [...CONTACT, ...own, ...BUSINESS];
}

export interface ReadTag {
  readonly path: string;
  /** Null where the tag has none. */
  readonly fallback: string | null;
}

/** The merge tag as it stands in the text. */
export function writeMergeTag({ path, fallback }: ReadTag): string {
  const words = (fallback ?? "").replace(/[{}%]|\s+/gu, (found) => (/\s/u.test(found) ? " " : ""));
  if (fallback === null) return `{{ ${path} }}`;
  // Liquid knows no escapes: a text in quotes holds the other quotes only.
  const quoted = words.includes('"') ? `'${words.replaceAll("'", "’")}'` : `"${words}"`;
  return `{{ ${path} | default: ${quoted} }}`;
}

const SIMPLE =
  /^\{\{-?\s*([a-z_][\w.-]*)\s*(?:\|\s*default:\s*(?:"([^"]*)"|'([^']*)')\s*)?-?\}\}$/iu;

/** What a merge tag says, or undefined where it does more than the menu can write. */
export function readMergeTag(source: string): ReadTag | undefined {
  const match = SIMPLE.exec(source);
  if (!match?.[1]) return undefined;
  return { path: match[1], fallback: match[2] ?? match[3] ?? null };
}

/** A few words that stand for a tag in the editor. */
export function mergeTagLabel(source: string, fields: readonly MergeField[]): string {
  const read = readMergeTag(source);
  const field = read && fields.find(({ path }) => path === read.path);
  if (field) return field.label;
  return source.replace(/^\{[{%]-?\s*|\s*-?[}%]\}$/gu, "");
}
