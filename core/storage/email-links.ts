import { emailContentSchema } from "../domain/email-content-schema.ts";
import { listLinks } from "../domain/email-content.ts";
import type { ReadableDb } from "./db.ts";

export interface KnownLink {
  readonly url: string;
  /** What one of its links says. */
  readonly label: string;
}

/** Web pages the emails of all campaigns lead to, as they are written and as they are live; by address. */
export function listEmailLinks(db: ReadableDb): KnownLink[] {
  const labelsByUrl = new Map<string, string>();
  const rows = db.all<{ content: string }>(
    `SELECT content FROM step_content s WHERE rev = 0
       OR rev = (SELECT max(rev) FROM step_content WHERE campaign_id = s.campaign_id AND step_id = s.step_id)`,
  );
  for (const { content } of rows)
    for (const { url, label } of listLinks(emailContentSchema.parse(JSON.parse(content))))
      if (/^https?:\/\//iu.test(url) && !labelsByUrl.has(url)) labelsByUrl.set(url, label);
  return [...labelsByUrl].map(([url, label]) => ({ url, label })).toSorted(byUrl);
}

function byUrl(a: KnownLink, b: KnownLink): number {
  return a.url < b.url ? -1 : a.url > b.url ? 1 : 0;
}
