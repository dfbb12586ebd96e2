import { parseFragment, serialize, type DefaultTreeAdapterMap } from "parse5";
import { decodeLiquid } from "../domain/email-content.ts";

type Node = DefaultTreeAdapterMap["childNode"];
type Element = DefaultTreeAdapterMap["element"];

/** What a text block may hold, with its looks; everything else is pasted dirt. */
const STYLES: Readonly<Record<string, string>> = {
  p: "margin:0 0 12px;",
  ul: "margin:0 0 12px;padding:0 0 0 24px;",
  ol: "margin:0 0 12px;padding:0 0 0 24px;",
  blockquote: "margin:0 0 12px;padding:0 0 0 16px;border-left:3px solid #dfe2e8;",
  h1: "margin:8px 0;font-size:26px;line-height:1.25;",
  h2: "margin:8px 0;font-size:20px;line-height:1.25;",
  h3: "margin:8px 0;font-size:17px;line-height:1.3;",
  hr: "border:0;border-top:1px solid #dfe2e8;margin:8px 0;",
  a: "color:#2f5bea;",
  li: "",
  br: "",
  strong: "",
  b: "",
  em: "",
  i: "",
  u: "",
  s: "",
  code: "",
  span: "",
};
/** Elements whose content goes with them. */
const DROPPED = new Set(
  "script style iframe object embed template noscript noembed noframes title head svg math form select textarea audio video canvas".split(
    " ",
  ),
);
/** What people can follow from an email. A relative address leads nowhere there. */
const FOLLOWED = /^(?:https?:\/\/|mailto:|tel:|sms:|\{\{)/iu;

export interface AnchorFound {
  /** As it was typed, merge tags included. */
  readonly url: string;
  /** Null for a link that was not made in the editor, as one that was pasted. */
  readonly linkId: string | null;
  readonly isTracked: boolean;
}

/**
 * The HTML of a text block with only the tags an email needs, styled in place. Text is kept. Every address is
 * replaced by what `place` gives for it.
 */
export function sanitizeHtml(html: string, place: (anchor: AnchorFound) => string): string {
  const fragment = parseFragment(html);
  fragment.childNodes = clean(fragment.childNodes, place);
  return decodeLiquid(serialize(fragment));
}

function clean(nodes: readonly Node[], place: (anchor: AnchorFound) => string): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.nodeName === "#text") return [node];
    if (!("tagName" in node)) return [];
    const element: Element = node;
    if (DROPPED.has(element.tagName)) return [];
    const style = STYLES[element.tagName];
    if (style === undefined) return clean(element.childNodes, place);
    const attributes = style === "" ? [] : [{ name: "style", value: style }];
    if (element.tagName === "a") {
      const anchor = anchorOf(element);
      if (!anchor) return clean(element.childNodes, place);
      attributes.unshift({ name: "href", value: place(anchor) });
    }
    element.attrs = attributes;
    element.childNodes = clean(element.childNodes, place);
    return [element];
  });
}

function anchorOf({ attrs }: Element): AnchorFound | undefined {
  const valueOf = (name: string): string | undefined =>
    attrs.find((attribute) => attribute.name === name)?.value;
  // Browsers ignore control characters and blanks around and within a scheme; so do we.
  // oxlint-disable-next-line no-control-regex
  const url = (valueOf("href") ?? "").replace(/[\u0000-\u001F\u007F]/gu, "").trim();
  if (!FOLLOWED.test(url)) return undefined;
  const linkId = valueOf("data-link") || null;
  return { url, linkId, isTracked: linkId !== null && valueOf("data-track") !== "off" };
}
