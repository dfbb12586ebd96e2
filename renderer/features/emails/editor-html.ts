import { decodeLiquid } from "#core/domain/email-content.ts";
import { LIQUID } from "#core/domain/merge-tag.ts";

/** A tag of HTML with its attributes, or a comment. */
const TAG = /<!--[\s\S]*?-->|<\/?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/giu;

/**
 * A text block's HTML as the text editor reads it: merge tags between the words are marked, so that each
 * becomes one piece. Those in an address stay as they are.
 */
export function editorHtml(html: string): string {
  let result = "";
  let at = 0;
  for (const { 0: tag, index } of html.matchAll(TAG)) {
    result += markMergeTags(html.slice(at, index)) + tag;
    at = index + tag.length;
  }
  return result + markMergeTags(html.slice(at));
}

/** What the text editor wrote as a block keeps it: merge tags are plain text again. */
export function blockHtml(html: string): string {
  return html.replace(/<span data-merge="[^"]*">([^<]*)<\/span>/gu, "$1");
}

function markMergeTags(text: string): string {
  return text.replace(
    LIQUID,
    (piece) => `<span data-merge="${quote(decodeLiquid(piece))}"></span>`,
  );
}

function quote(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
