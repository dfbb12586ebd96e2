/** Where the page lives in the desktop window. */
export const PAGE_URL = "dripline://app/";
export const PAGE_SCHEME = "dripline";
const PAGE_HOST = "app";

/** True for an address of our own page. Not by origin: Node tells "null" as the origin of any such scheme. */
export function isOwnPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${PAGE_SCHEME}:` && host === PAGE_HOST;
}

/**
 * True for what a frame may load: the window nothing but our page, a frame in it only the text it was given (the
 * preview of a mail); what someone clicks in such a mail leads nowhere.
 */
export function mayLoad(url: string, { isMainFrame }: { readonly isMainFrame: boolean }): boolean {
  return isMainFrame ? isOwnPage(url) : url === "about:srcdoc" || url === "about:blank";
}

/** True for what may be handed to the person's own browser or mail program. Other schemes can start programs. */
export function isOutsideLink(url: string): boolean {
  return URL.canParse(url) && ["https:", "mailto:"].includes(new URL(url).protocol);
}
