import { parse } from "parse5";
import { addUtm, type Utm } from "./add-utm.ts";
import { findLinks, type LinkSlot } from "./find-links.ts";
import { splice } from "./splice.ts";

export interface InstrumentOptions {
  /** Those of `findLinks(html)`, where they are known already. */
  readonly links?: readonly LinkSlot[];
  /** The address a link gets in this person's mail. */
  readonly trackLink: (link: {
    readonly linkId: string;
    readonly index: number;
    readonly url: string;
  }) => string;
  /** Null: opens are not counted. */
  readonly pixelUrl: string | null;
  /** Links to it stay as they are: an unsubscribe must not depend on a detour. */
  readonly unsubscribeUrl: string | null;
  readonly utm?: Utm;
}

/** A mail's HTML with its links led through the relay, and the picture that is fetched when it is opened. */
export function instrument(html: string, options: InstrumentOptions): string {
  const { trackLink, pixelUrl, unsubscribeUrl, utm } = options;
  const links = options.links ?? findLinks(html);
  const urls = links.map(({ linkId, url }, index) => {
    if (url === unsubscribeUrl || !/^https?:\/\//iu.test(url)) return url;
    return trackLink({ linkId, index, url: utm ? addUtm(url, utm) : url });
  });
  const spliced = splice(html, links, urls);
  return pixelUrl === null ? spliced : withPixel(spliced, pixelUrl);
}

/** The picture is the body's last element; not hidden, because some programs do not fetch what is. */
function withPixel(html: string, pixelUrl: string): string {
  const at = bodyEndIn(html) ?? html.length;
  const src = pixelUrl.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const pixel = `<img src="${src}" width="1" height="1" alt="" style="display:block;border:0">`;
  return html.slice(0, at) + pixel + html.slice(at);
}

/** Where `</body>` stands; undefined where the source has none. */
function bodyEndIn(html: string): number | undefined {
  for (const root of parse(html, { sourceCodeLocationInfo: true }).childNodes) {
    if (!("childNodes" in root)) continue;
    for (const node of root.childNodes)
      if (node.nodeName === "body") return node.sourceCodeLocation?.endTag?.startOffset;
  }
  return undefined;
}
