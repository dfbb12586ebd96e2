/** A tag with its attributes, or what word processors write into HTML for themselves. */
const TOKEN = /<!--[\s\S]*?-->|<!\[[^>]*>|<[!?][^>]*>|<\/?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/giu;
/** Elements whose content is not for reading. */
const DROPPED = /<(style|script|title|xml|o:p|svg|noscript)\b[^>]*>[\s\S]*?<\/\1\s*>/giu;
/** A paragraph that Word shows as an item of a list, with the level in its style. */
const WORD_ITEM = /<p\b([^>]*mso-list:[^>]*level(\d)[^>]*)>([\s\S]*?)<\/p>/giu;
/** Word for a number before an item: "1.", "a)", "iv." */
const ORDINAL = /^\s*\(?(?:\d+|[a-z]{1,4})[.)]/iu;

/**
 * HTML from the clipboard with the structure that was meant: Word's lists become lists, headings become bold
 * paragraphs (an email has blocks for headings), and what Word says to itself is gone. Looks are left to the
 * text editor, which knows only its own. `isTaken` tells the ids of links the email has already: a copy of one
 * is another link.
 */
export function cleanPaste(html: string, isTaken: (linkId: string) => boolean): string {
  return dropOwnTalk(listItems(html.replace(DROPPED, "")))
    .replace(/<h[1-6]\b[^>]*>([\s\S]*?)<\/h[1-6]>/giu, "<p><strong>$1</strong></p>")
    .replace(/\sdata-link="([^"]*)"/giu, (found, id: string) => (isTaken(id) ? "" : found))
    .replace(/\s(?:href)="(?:file|about|blob|javascript):[^"]*"/giu, "")
    .replace(/\u00A0|&nbsp;/gu, " ");
}

function dropOwnTalk(html: string): string {
  return html.replace(TOKEN, (token) => (/^<[!?]|^<\/?\w+:/u.test(token) ? "" : token));
}

/** Word's paragraphs of a list, put into one; deeper levels into lists of their own within it. */
function listItems(html: string): string {
  let result = "";
  let at = 0;
  let open: string[] = [];
  function closeTo(depth: number): void {
    while (open.length > depth) result += `</li></${open.pop()}>`;
  }
  for (const match of html.matchAll(WORD_ITEM)) {
    const [whole, , level = "1", inner = ""] = match;
    const between = html.slice(at, match.index);
    if (open.length === 0 || wordsOf(between) !== "") {
      closeTo(0);
      result += between;
    }
    at = match.index + whole.length;
    const { marker, rest } = splitMarker(inner);
    const kind = ORDINAL.test(marker) ? "ol" : "ul";
    const depth = Number(level);
    if (depth > open.length) {
      while (open.length < depth) {
        open = [...open, kind];
        result += `<${kind}><li>`;
      }
    } else {
      closeTo(depth);
      result += "</li><li>";
    }
    result += `<p>${rest}</p>`;
  }
  closeTo(0);
  return result + html.slice(at);
}

/** The dot or number before an item, which Word writes as text that is to be ignored, and the rest. */
function splitMarker(inner: string): { readonly marker: string; readonly rest: string } {
  const start = /<span\b[^>]*mso-list:\s*Ignore[^>]*>/iu.exec(inner);
  if (!start) return { marker: "", rest: inner };
  const from = start.index + start[0].length;
  let depth = 1;
  for (const { 0: tag, index } of inner.slice(from).matchAll(/<\/?span\b[^>]*>/giu)) {
    depth += tag.startsWith("</") ? -1 : 1;
    if (depth > 0) continue;
    const marker = wordsOf(inner.slice(from, from + index));
    return { marker, rest: inner.slice(0, start.index) + inner.slice(from + index + tag.length) };
  }
  return { marker: "", rest: inner };
}

function wordsOf(html: string): string {
  return html
    .replace(TOKEN, "")
    .replace(/&nbsp;|\s+/gu, " ")
    .trim();
}
