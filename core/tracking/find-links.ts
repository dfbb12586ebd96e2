import { parse, parseFragment, type DefaultTreeAdapterTypes } from "parse5";

/** A link in an e-mail's HTML: where its address stands, and what it says. */
export interface LinkSlot {
  /** Of the `data-link` attribute; without one, the link's position among the links. */
  readonly linkId: string;
  /** Decoded: `&amp;` is `&`. */
  readonly url: string;
  /** Offsets of the address in the source, without its quotes. */
  readonly start: number;
  readonly end: number;
  readonly quote: '"' | "'" | "";
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Outlook's own buttons, in comments only Outlook reads, are links of VML shapes. */
const LINK_TAG = /^(?:a|area|v:\w+)$/u;
/** A merge tag may hold a web address; the one of an unsubscribe link must be left alone. */
const TRACKABLE = /^(?:https?:\/\/|\{\{(?!.*unsubscribe))/isu;
const CONDITIONAL = /^\[if\b[^\]]*\]>/iu;

/**
 * Every link that may be tracked, in source order: http and https (or a merge tag, to be looked at once it is
 * filled in), also image maps and Outlook's conditional comments; not those with `data-track="off"`. The
 * source may hold Liquid anywhere: nothing is written back but addresses, so nothing else can change.
 */
export function findLinks(html: string): LinkSlot[] {
  const slotsByStart = new Map<
    number,
    Omit<LinkSlot, "linkId"> & { readonly id: string | undefined }
  >();

  function walk(node: Node, source: string, base: number): void {
    if ("attrs" in node) visit(node, source, base);
    else if (node.nodeName === "#comment") walkComment(node, source, base);
    if ("content" in node) for (const child of node.content.childNodes) walk(child, source, base);
    if ("childNodes" in node) for (const child of node.childNodes) walk(child, source, base);
  }

  function walkComment(node: Node, source: string, base: number): void {
    const where = node.sourceCodeLocation;
    if (!where) return;
    // Taken from the source, not from the node, whose line ends may be normalised. One that is never closed
    // is seen by nobody.
    const comment = source.slice(where.startOffset, where.endOffset);
    const inside = /^<!--(?<inside>.*)--!?>$/su.exec(comment)?.groups?.["inside"];
    if (inside === undefined || !CONDITIONAL.test(inside.trimStart())) return;
    const offset = where.startOffset + "<!--".length;
    const fragment = parseFragment(inside, PARSING);
    for (const child of fragment.childNodes) walk(child, inside, base + offset);
  }

  function visit(element: Element, source: string, base: number): void {
    const where = element.sourceCodeLocation?.attrs?.["href"];
    if (!where || !LINK_TAG.test(element.tagName)) return;
    const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
    const url = (attributes.get("href") ?? "").trim();
    if (attributes.get("data-track") === "off" || !TRACKABLE.test(url)) return;
    const value = valueIn(source.slice(where.startOffset, where.endOffset));
    if (!value) return;
    const start = base + where.startOffset + value.at;
    const end = start + value.text.length;
    // A badly nested link is several nodes with one place in the source.
    slotsByStart.set(start, {
      id: attributes.get("data-link"),
      url,
      start,
      end,
      quote: value.quote,
    });
  }

  walk(parse(html, PARSING), html, 0);
  const slots = [...slotsByStart.values()].sort((a, b) => a.start - b.start);
  return slots.map(({ id, ...slot }, index) => ({ linkId: id || String(index), ...slot }));
}

const PARSING = { sourceCodeLocationInfo: true, scriptingEnabled: false } as const;

/** The value in `href = "…"`, as it is written. */
function valueIn(
  attribute: string,
): { readonly at: number; readonly text: string; readonly quote: '"' | "'" | "" } | undefined {
  const found = /^[^=]*=\s*(["']?)/u.exec(attribute);
  if (!found) return undefined;
  const at = found[0].length;
  const quote = found[1] === '"' || found[1] === "'" ? found[1] : "";
  return { at, text: attribute.slice(at, attribute.length - quote.length), quote };
}
