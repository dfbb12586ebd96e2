/** One part of an email's body. Links in a text block are `<a href="…" data-link="LINK ID">`. */
export type Block =
  | { readonly id: string; readonly kind: "text"; readonly html: string }
  | { readonly id: string; readonly kind: "heading"; readonly text: string; readonly level: 1 | 2 }
  | {
      readonly id: string;
      readonly kind: "image";
      readonly src: string;
      readonly alt: string;
      readonly href: string | null;
      readonly linkId: string | null;
      readonly width: number | null;
    }
  | {
      readonly id: string;
      readonly kind: "button";
      readonly label: string;
      readonly href: string;
      readonly linkId: string;
    }
  | { readonly id: string; readonly kind: "divider" };

export interface EmailContent {
  readonly subject: string;
  readonly preheader: string;
  readonly blocks: readonly Block[];
  /** Null makes the text part from the blocks. */
  readonly text: string | null;
}

export const emptyContent: EmailContent = { subject: "", preheader: "", blocks: [], text: null };

export interface EmailLink {
  /** Stays the same when the address or the words change, so that triggers keep their link. */
  readonly linkId: string;
  readonly label: string;
  readonly url: string;
}

const ANCHOR = /<a\b([^>]*)>([\s\S]*?)<\/a>/giu;

/** Every link of an email in reading order. */
export function listLinks(content: EmailContent): EmailLink[] {
  return content.blocks.flatMap((block): EmailLink[] => {
    switch (block.kind) {
      case "text":
        return [...block.html.matchAll(ANCHOR)].flatMap(([, attributes = "", inner = ""]) => {
          const linkId = attributeOf(attributes, "data-link");
          const url = attributeOf(attributes, "href");
          if (!linkId || url === undefined) return [];
          return [{ linkId, url, label: plainText(inner) || url }];
        });
      case "button":
        return [{ linkId: block.linkId, url: block.href, label: block.label || block.href }];
      case "image":
        return block.href && block.linkId
          ? [{ linkId: block.linkId, url: block.href, label: block.alt || block.href }]
          : [];
      default:
        return [];
    }
  });
}

function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(
    `(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`,
    "iu",
  ).exec(attributes);
  const value = match && (match[1] ?? match[2] ?? match[3]);
  return value === null || value === undefined ? undefined : decodeEntities(value);
}

function decodeEntities(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&");
}

/** The words of a piece of HTML. */
export function plainText(html: string): string {
  return decodeEntities(html.replace(/<[^>]*>/gu, " "))
    .replace(/\s+/gu, " ")
    .trim();
}

/** All the text of an email in which merge tags may stand. */
function textsOf(content: EmailContent): string[] {
  const texts = [content.subject, content.preheader, content.text ?? ""];
  for (const block of content.blocks) {
    if (block.kind === "text") texts.push(block.html);
    if (block.kind === "heading") texts.push(block.text);
    if (block.kind === "button") texts.push(block.label, block.href);
    if (block.kind === "image") texts.push(block.src, block.alt, block.href ?? "");
  }
  return texts;
}

export interface MergeTag {
  /** As in `contact.first_name`. */
  readonly path: string;
  readonly hasFallback: boolean;
}

/** Every `{{ … }}` of an email. */
export function listMergeTags(content: EmailContent): MergeTag[] {
  return textsOf(content).flatMap((text) =>
    [...text.matchAll(/\{\{-?\s*([\w.]*)([^}]*)\}\}/gu)].map(([, path = "", filters = ""]) => ({
      path,
      hasFallback: /\|\s*default\s*:/u.test(filters),
    })),
  );
}

export interface ContentFacts {
  /** Keys of the contact's own fields. */
  readonly fieldKeys: ReadonlySet<string>;
}

const KNOWN_TAGS = new Set([
  "contact.address",
  "contact.first_name",
  "contact.last_name",
  "contact.stage",
  "unsubscribe_url",
  "business.name",
  "business.address",
]);

/** Gmail clips longer HTML, which hides the footer. */
const LONG_HTML = 90_000;

export interface ContentProblem {
  readonly severity: "error" | "note";
  readonly text: string;
}

/** Everything wrong with an email, in words. */
export function emailProblems(content: EmailContent, facts: ContentFacts): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const error = (text: string): void => void problems.push({ severity: "error", text });
  const note = (text: string): void => void problems.push({ severity: "note", text });
  if (content.subject.trim() === "") error("The email has no subject.");
  if (content.blocks.length === 0) error("The email is empty.");
  for (const tag of listMergeTags(content)) {
    const field = /^contact\.(.+)$/u.exec(tag.path)?.[1];
    const isKnown =
      KNOWN_TAGS.has(tag.path) ||
      (field !== undefined && facts.fieldKeys.has(field)) ||
      tag.path.startsWith("event.");
    if (!isKnown)
      error(
        `The merge tag {{ ${tag.path || "…"} }} is not known. Choose one from the list, or add the field first.`,
      );
    else if (!tag.hasFallback && /^(contact\.(?!address)|event\.)/u.test(tag.path))
      note(`{{ ${tag.path} }} has no fallback: people without it will not get this email.`);
  }
  for (const text of textsOf(content))
    if (/\{\{(?![^{}]*\}\})|\{%(?![^{}]*%\})/u.test(text))
      error("A merge tag is not closed: {{ needs its }}.");
  for (const link of listLinks(content)) {
    const problem = linkProblem(link.url);
    if (problem) error(`The link “${link.label}” ${problem}`);
  }
  for (const block of content.blocks) {
    if (block.kind === "button" && block.label.trim() === "") error("A button has no words on it.");
    if (block.kind !== "image") continue;
    if (!/^https?:\/\//iu.test(block.src)) error("An image has no web address (https://…).");
    if (block.alt.trim() === "") note("An image has no description for people who do not see it.");
  }
  if (content.blocks.reduce((sum, block) => sum + JSON.stringify(block).length, 0) > LONG_HTML)
    note("The email is long: Gmail shows only its beginning, without the unsubscribe link.");
  return problems;
}

function linkProblem(url: string): string | undefined {
  const address = url.trim();
  if (address === "") return "has no address.";
  if (address.startsWith("{{")) return undefined;
  if (/^(https?:\/\/[^\s/]+|mailto:[^\s]+@|tel:)/iu.test(address)) return undefined;
  if (/^[\w-]+:/u.test(address))
    return "has an address that email programs do not open. Use https://….";
  return "is not a whole address. Begin it with https://.";
}
