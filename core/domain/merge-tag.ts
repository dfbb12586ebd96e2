/** `{{ … }}` fills a value in, `{% … %}` decides. */
export const LIQUID = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/gu;

/** What may stand behind a `|`. Everything here gives text or numbers; nothing reads files or the time. */
export const MERGE_FILTERS: readonly string[] =
  `abs append at_least at_most capitalize ceil date default divided_by downcase escape first floor join last lstrip
   map minus modulo plus prepend raw remove remove_first replace replace_first reverse round rstrip size slice sort
   split strip strip_html times truncate truncatewords uniq upcase url_encode where`.split(/\s+/u);

/** Tags that open a part, each closed by its `end…`. */
const OPENING = ["if", "unless", "case", "for", "capture", "comment"];
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  elsif: ["if", "unless"],
  else: ["if", "unless", "case", "for"],
  when: ["case"],
  break: ["for"],
  continue: ["for"],
};
export const MERGE_TAG_NAMES: readonly string[] = [...OPENING, "assign", "break", "continue"];

export interface MergeTag {
  /** As in `contact.first_name`. */
  readonly path: string;
  readonly hasFallback: boolean;
}

/** Every `{{ … }}` of a text. */
export function mergeTagsIn(text: string): MergeTag[] {
  return (text.match(LIQUID) ?? []).flatMap((piece) => {
    if (!piece.startsWith("{{")) return [];
    const [value = "", ...filters] = withoutBraces(piece).split("|");
    return [
      {
        path: value.trim(),
        hasFallback: filters.some((filter) => /^\s*default\s*:/u.test(filter)),
      },
    ];
  });
}

/** What Liquid would stumble over in a text, in words. Values are not looked at. */
export function mergeSyntaxProblems(text: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  for (const piece of text.match(LIQUID) ?? []) {
    if (/<\/?[a-z]/iu.test(piece)) {
      problems.push(
        `The merge tag ${shown(piece.replace(/<[^>]*>/gu, ""))} changes its looks in the middle. Write it again in one style.`,
      );
      continue;
    }
    const inner = withoutBraces(piece);
    const name = /^[a-z]+/u.exec(inner)?.[0] ?? "";
    if (open.at(-1) === "comment") {
      if (piece.startsWith("{%") && name === "endcomment") open.pop();
      continue;
    }
    for (const filter of filtersIn(inner))
      if (!MERGE_FILTERS.includes(filter))
        problems.push(`${shown(piece)} uses “${filter}”, which Dripline does not know.`);
    if (piece.startsWith("{{")) {
      if (inner === "") problems.push("A merge tag is empty: {{ }}. Choose one from the list.");
      continue;
    }
    const within = WITHIN[name];
    if (within) {
      if (!open.some((outer) => within.includes(outer)))
        problems.push(`${shown(piece)} stands outside of the part it belongs to.`);
    } else if (name.startsWith("end") && OPENING.includes(name.slice(3))) {
      if (open.pop() !== name.slice(3))
        problems.push(`${shown(piece)} closes a part that was not opened.`);
    } else if (OPENING.includes(name)) open.push(name);
    else if (!MERGE_TAG_NAMES.includes(name))
      problems.push(`${shown(piece)} is not a tag that Dripline knows.`);
  }
  for (const name of open)
    problems.push(`A {% ${name} %} is not closed: it needs {% end${name} %}.`);
  const rest = text.replace(LIQUID, "");
  if (/\{\{|\{%/u.test(rest)) problems.push("A merge tag is not closed: {{ needs its }}.");
  else if (/\}\}/u.test(rest)) problems.push("A merge tag is not opened: }} needs its {{.");
  return problems;
}

function withoutBraces(piece: string): string {
  return piece.slice(2, -2).replace(/^-|-$/gu, "").trim();
}

/** Names of the filters, with texts in quotes out of the way. */
function filtersIn(inner: string): string[] {
  const bare = inner.replace(/"[^"]*"|'[^']*'/gu, "");
  return [...bare.matchAll(/\|\s*([a-z_]*)/gu)].map(([, name = ""]) => name);
}

function shown(piece: string): string {
  const line = piece.replace(/\s+/gu, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
