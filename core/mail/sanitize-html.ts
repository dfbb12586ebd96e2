import { parseFragment, serialize, type DefaultTreeAdapterMap } from "parse5";

type Node = DefaultTreeAdapterMap["childNode"];
type Element = DefaultTreeAdapterMap["element"];

/** What a text block may hold; everything else is pasted dirt. */
const TAGS = new Set([
  "p",
  "br",
  "strong",
  "b",
  "em",
  "i",
  "u",
  "s",
  "a",
  "ul",
  "ol",
  "li",
  "blockquote",
  "span",
  "h1",
  "h2",
  "h3",
  "hr",
  "code",
]);
/** Elements whose content goes with them. */
const DROPPED = new Set([
  "script",
  "style",
  "iframe",
  "object",
  "embed",
  "template",
  "noscript",
  "title",
  "head",
  "svg",
  "math",
  "form",
]);
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "data-link", "data-track"],
};

/** The HTML of a text block with only the tags and attributes an email needs. Text is kept. */
export function sanitizeHtml(html: string): string {
  const fragment = parseFragment(html);
  fragment.childNodes = clean(fragment.childNodes);
  return serialize(fragment);
}

function clean(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.nodeName === "#text") return [node];
    if (!("tagName" in node)) return [];
    const element: Element = node;
    if (DROPPED.has(element.tagName)) return [];
    const children = clean(element.childNodes);
    if (!TAGS.has(element.tagName)) return children;
    element.childNodes = children;
    const allowed = ATTRIBUTES[element.tagName] ?? [];
    element.attrs = element.attrs.filter(
      ({ name, value }) => allowed.includes(name) && !isDangerous(name, value),
    );
    return [element];
  });
}

function isDangerous(name: string, value: string): boolean {
  // Browsers ignore control characters and blanks in front of a scheme; so do we.
  // oxlint-disable-next-line no-control-regex
  return name === "href" && /^[\u0000-\u0020]*(javascript|data|vbscript):/iu.test(value);
}
