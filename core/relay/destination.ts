import { signToken } from "../tracking/token.ts";

/**
 * Where a signed link leads, fit for a Location header, or undefined where it leads nowhere we go: only http
 * and https. What is no printable ASCII is percent-encoded, which is also what a browser would do.
 */
export function destinationOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const encoded = url
    .trim()
    .toWellFormed()
    .replaceAll(/[^\x21-\x7E]+/gu, (signs) => encodeURIComponent(signs));
  if (!/^https?:\/\//iu.test(encoded) || !URL.canParse(encoded)) return undefined;
  return encoded;
}

/**
 * Tells a page of the owner's own sites who comes, by a token of its own kind: it cannot open, click or
 * unsubscribe anything. Every other page learns nothing.
 */
export function withVisit(
  destination: string,
  sites: readonly string[],
  key: Uint8Array,
  visit: { readonly s: string; readonly t: number },
): string {
  const url = new URL(destination);
  if (!sites.includes(url.origin) || url.searchParams.has("dl")) return destination;
  const [page = "", ...fragment] = destination.split("#");
  const tail = fragment.length > 0 ? `#${fragment.join("#")}` : "";
  return `${page}${page.includes("?") ? "&" : "?"}dl=${signToken(key, "w", visit)}${tail}`;
}
