/** A file of the built page, as asked for by address. */
export interface PageFile {
  /** Below the page's folder; never leads out of it. */
  readonly segments: readonly string[];
  readonly type: string;
  /** Its name holds a hash of its content, so it can be kept for good. */
  readonly isHashed: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  jpg: "image/jpeg",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webp: "image/webp",
  woff2: "font/woff2",
};

/** Plain names only: no "..", no hidden file, no drive, nothing percent-encoded, no separator of any system. */
const SEGMENT = /^[\w@-][\w@.~-]*$/u;

/** The file that `pathname` of an address names, or undefined where the page can have no such file. */
export function pageFile(pathname: string): PageFile | undefined {
  if (pathname === "/") return pageFile("/index.html");
  if (!pathname.startsWith("/")) return undefined;
  const segments = pathname.slice(1).split("/");
  if (!segments.every((segment) => SEGMENT.test(segment))) return undefined;
  const type = TYPES[(segments.at(-1) ?? "").split(".").at(-1) ?? ""];
  return type === undefined ? undefined : { segments, type, isHashed: segments[0] === "assets" };
}
