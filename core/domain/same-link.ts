/** An address of the web that clicks are compared with. */
export interface WantedLink {
  /** As a person types it; "https://" may be left out. */
  readonly url: string;
  /** Whether the pages below it count too. */
  readonly isBelow: boolean;
}

interface Page {
  readonly site: string;
  /** Without a slash at its end. */
  readonly path: string;
  /** "name=value" each. */
  readonly marks: readonly string[];
}

/**
 * Whether a click led to the wanted page. "www.", a slash at the end, capitals in the site's name and what stands
 * behind "#" make no difference; of what stands behind "?" only what is wanted must be there, so that marks for
 * statistics never matter.
 */
export function isSameLink({ url, isBelow }: WantedLink, clicked: string): boolean {
  const wanted = readPage(url);
  const page = readPage(clicked);
  if (!wanted || !page || wanted.site !== page.site) return false;
  if (!wanted.marks.every((mark) => page.marks.includes(mark))) return false;
  return page.path === wanted.path || (isBelow && page.path.startsWith(`${wanted.path}/`));
}

/** Whether what is typed is the address of a web page. */
export function isPageAddress(typed: string): boolean {
  return readPage(typed) !== undefined;
}

function readPage(typed: string): Page | undefined {
  const [, site = "", path = "", query = ""] =
    /^(?:https?:\/\/)?([^\s/?#@]+)([^\s?#]*)(?:\?([^\s#]*))?(?:#\S*)?$/iu.exec(typed.trim()) ?? [];
  if (!/^(?:[^:]+\.[^:.]+|localhost)(?::\d+)?$/u.test(site)) return undefined;
  return {
    site: site.toLowerCase().replace(/^www\./u, ""),
    path: path.replace(/\/+$/u, ""),
    marks: query.split("&").filter((mark) => mark !== ""),
  };
}
