import { LIQUID, mergeSyntaxProblems, mergeTagsIn, type MergeTag } from "./merge-tag.ts";

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

/** HTML with its merge tags as they were typed: the editor writes `>` in one as `&gt;`. */
export function decodeLiquid(html: string): string {
  return html.replace(LIQUID, (piece) => decodeEntities(piece));
}

/** All the text of an email in which merge tags may stand. */
function textsOf(content: EmailContent): string[] {
  const texts = [content.subject, content.preheader, content.text ?? ""];
  for (const block of content.blocks) {
    if (block.kind === "text") texts.push(decodeLiquid(block.html));
    if (block.kind === "heading") texts.push(block.text);
    if (block.kind === "button") texts.push(block.label, block.href);
    if (block.kind === "image") texts.push(block.src, block.alt, block.href ?? "");
  }
  return texts;
}

/** Every `{{ … }}` of an email. */
export function listMergeTags(content: EmailContent): MergeTag[] {
  return textsOf(content).flatMap(mergeTagsIn);
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

/** Everything wrong with an email, in words; each once. */
export function emailProblems(content: EmailContent, facts: ContentFacts): ContentProblem[] {
  const problems: ContentProblem[] = [];
  function say(severity: "error" | "note", text: string): void {
    if (!problems.some((known) => known.text === text)) problems.push({ severity, text });
  }
  if (content.subject.trim() === "") say("error", "The email has no subject.");
  if (isEmpty(content)) say("error", "The email is empty.");
  for (const text of textsOf(content))
    for (const problem of mergeSyntaxProblems(text)) say("error", problem);
  for (const tag of listMergeTags(content)) {
    const field = /^contact\.([\w-]+)$/u.exec(tag.path)?.[1];
    const isKnown =
      KNOWN_TAGS.has(tag.path) ||
      (field !== undefined && facts.fieldKeys.has(field)) ||
      /^event\.[\w.-]+$/u.test(tag.path);
    // A text in quotes, a number, or a name the email itself gave needs no list.
    if (!isKnown && (tag.path === "" || /^["'\d]/u.test(tag.path))) continue;
    if (!isKnown && !hasOwnName(content, tag.path))
      say(
        "error",
        `The merge tag {{ ${tag.path} }} is not known. Choose one from the list, or add the field first.`,
      );
    else if (isKnown && !tag.hasFallback && /^(?:contact\.(?!address$)|event\.)/u.test(tag.path))
      say("note", `{{ ${tag.path} }} has no fallback: people without it will not get this email.`);
  }
  for (const link of listLinks(content)) {
    const problem = linkProblem(link);
    if (problem) say(problem.severity, `The link “${link.label}” ${problem.text}`);
  }
  for (const text of listLooseLinks(content))
    say("error", `The link “${text}” has no address. Give it one, or remove the link.`);
  for (const block of content.blocks) {
    if (block.kind === "button" && block.label.trim() === "")
      say("error", "A button has no words on it.");
    if (block.kind !== "image") continue;
    if (!/^(?:https?:\/\/[^\s/]|\{\{)/iu.test(block.src.trim()))
      say("error", "An image has no web address (https://…).");
    if (block.alt.trim() === "")
      say("note", "An image has no description for people who do not see it.");
  }
  if (content.blocks.reduce((sum, block) => sum + JSON.stringify(block).length, 0) > LONG_HTML)
    say("note", "The email is long: Gmail shows only its beginning, without the unsubscribe link.");
  return problems;
}

/** Whether there is nothing to see in it: no block, or none with a word in it. */
export function isEmpty({ blocks }: Pick<EmailContent, "blocks">): boolean {
  return blocks.every(
    (block) =>
      (block.kind === "text" && plainText(block.html) === "") ||
      (block.kind === "heading" && block.text.trim() === ""),
  );
}

/** Whether the email gives this name itself, as in `{% assign name = … %}`. */
function hasOwnName(content: EmailContent, path: string): boolean {
  const name = path.split(/[.[]/u)[0] ?? "";
  const given = new RegExp(`\\{%-?\\s*(?:assign|capture|for)\\s+${name}\\b`, "u");
  return /^[a-z_]\w*$/iu.test(name) && textsOf(content).some((text) => given.test(text));
}

/** The words of anchors that lead nowhere. */
function listLooseLinks(content: EmailContent): string[] {
  return content.blocks.flatMap((block) =>
    block.kind === "text"
      ? [...block.html.matchAll(ANCHOR)].flatMap(([, attributes = "", inner = ""]) =>
          attributeOf(attributes, "href")?.trim() ? [] : [plainText(inner)],
        )
      : [],
  );
}

function linkProblem({ url, label }: EmailLink): ContentProblem | undefined {
  const text = addressProblem(url);
  if (text !== undefined) return { severity: "error", text };
  const isShown = /^(?:https?:\/\/|www\.)/iu.test(label);
  return isShown && !url.trim().startsWith("{{") && !url.includes(label.replace(/\/$/u, ""))
    ? {
        severity: "note",
        text: "shows another address than it leads to, which looks like fraud to mail programs.",
      }
    : undefined;
}

/** Why a link cannot lead to `url`, as words that follow the link's name; undefined where it can. */
export function addressProblem(url: string): string | undefined {
  const address = url.trim();
  if (address === "") return "has no address.";
  if (address.startsWith("{{")) return undefined;
  if (/\s/u.test(address.replace(LIQUID, ""))) return "has a blank in its address.";
  if (
    /^(?:https?:\/\/[^/\s.]+\.[^\s]+|https?:\/\/localhost\b|mailto:.+@|tel:.|sms:.)/iu.test(address)
  )
    return undefined;
  if (/^https?:/iu.test(address))
    return "is not a whole address. It needs a name like https://example.com.";
  if (/^[a-z][\w+.-]*:/iu.test(address))
    return "has an address that email programs do not open. Use https://….";
  return "is not a whole address. Begin it with https://.";
}
