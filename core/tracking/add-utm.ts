/** What a shop's statistics call a visit's origin. */
export interface Utm {
  readonly source?: string;
  readonly medium?: string;
  readonly campaign?: string;
  readonly content?: string;
  readonly term?: string;
}

/** The address with the marks it lacks, before its fragment. Marks it has are never changed. */
export function addUtm(url: string, utm: Utm): string {
  const hashAt = url.indexOf("#");
  const page = hashAt < 0 ? url : url.slice(0, hashAt);
  const fragment = hashAt < 0 ? "" : url.slice(hashAt);
  const queryAt = page.indexOf("?");
  const known = new URLSearchParams(queryAt < 0 ? "" : page.slice(queryAt + 1));
  const marks = Object.entries(utm)
    .filter(([name, value]) => value !== "" && !known.has(`utm_${name}`))
    .map(([name, value]) => `utm_${name}=${encodeURIComponent(value)}`);
  if (marks.length === 0) return url;
  const joint = queryAt < 0 ? "?" : /[?&]$/u.test(page) ? "" : "&";
  return page + joint + marks.join("&") + fragment;
}
