import { must } from "../shared/assert.ts";
import type { LinkSlot } from "./find-links.ts";

/**
 * The HTML with new addresses in its links, `urls[n]` in `slots[n]`. Everything else keeps every byte, and so
 * does a link whose address stays the same.
 */
export function splice(html: string, slots: readonly LinkSlot[], urls: readonly string[]): string {
  let result = "";
  let written = 0;
  for (const [index, slot] of slots.entries()) {
    const url = must(urls[index], "a link without an address");
    if (url === slot.url) continue;
    const quote = slot.quote === "" ? '"' : "";
    result += html.slice(written, slot.start) + quote + encode(url, slot.quote) + quote;
    written = slot.end;
  }
  return result + html.slice(written);
}

function encode(url: string, quote: string): string {
  const escaped = url.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return quote === "'" ? escaped.replaceAll("'", "&#39;") : escaped.replaceAll('"', "&quot;");
}
