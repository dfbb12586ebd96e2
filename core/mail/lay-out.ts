import type { Block, EmailContent } from "../domain/email-content.ts";
import { LIQUID } from "../domain/merge-tag.ts";
import { sanitizeHtml, type AnchorFound } from "./sanitize-html.ts";

export interface LaidOut {
  /** Whole HTML with Liquid in it; addresses of links are `linkSlot`s. */
  readonly html: string;
  /** Its blocks and footer alone, from which the text part is made. */
  readonly body: string;
  /** In the order of their slots. */
  readonly links: readonly AnchorFound[];
}

/** The address of the link `n`, and the pixel, as values that are filled in with the others. */
export function linkSlot(n: number): string {
  return `{{ dripline_links[${n}] }}`;
}
const PIXEL_SLOT = "{{ dripline_pixel | raw }}";

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
const TEXT = `${FONT}font-size:16px;line-height:1.55;color:#1c1f24;`;
/** Beside a short preheader mail programs show what comes next; these take the room and are not seen. */
const FILLER = "&#847;&zwnj;&nbsp;".repeat(40);

/**
 * The email's HTML: one column of tables at most 600 px wide, styles inline, which is what mail programs
 * agree on. Outlook for Windows knows no max-width and gets a table of its own around it.
 */
export function layOut(content: EmailContent): LaidOut {
  const links: AnchorFound[] = [];
  function place(anchor: AnchorFound): string {
    links.push(anchor);
    return linkSlot(links.length - 1);
  }
  const rows = content.blocks.map((block) => row(blockHtml(block, place)));
  const footer = footerHtml(rows.join("\n"), links);
  if (footer !== "") rows.push(row(footer));
  const body = rows.join("\n");
  const preheader =
    content.preheader === ""
      ? ""
      : `<div style="display:none;max-height:0;overflow:hidden;">${escapeHtml(content.preheader)}${FILLER}</div>\n`;
  const html = `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"><title>${escapeHtml(content.subject)}</title></head>
<body style="margin:0;padding:0;background:#f4f5f7;">
${preheader}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f4f5f7;"><tr><td align="center" style="padding:24px 12px;">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;margin:0 auto;background:#ffffff;border-radius:8px;">
<tr><td style="height:16px;line-height:16px;font-size:16px;">&nbsp;</td></tr>
${body}
<tr><td style="height:16px;line-height:16px;font-size:16px;">&nbsp;</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
${PIXEL_SLOT}</body></html>
`;
  return { html, body, links };
}

function row(inner: string): string {
  return `<tr><td align="left" style="padding:8px 32px;${TEXT}">${inner}</td></tr>`;
}

function blockHtml(block: Block, place: (anchor: AnchorFound) => string): string {
  switch (block.kind) {
    case "text":
      return sanitizeHtml(block.html, place);
    case "heading":
      return `<h${block.level} style="margin:8px 0;${FONT}font-size:${block.level === 1 ? 26 : 20}px;line-height:1.25;color:#1c1f24;">${escapeHtml(block.text)}</h${block.level}>`;
    case "image": {
      const width = Math.min(block.width ?? 536, 536);
      const image = `<img src="${escapeHtml(block.src.trim())}" alt="${escapeHtml(block.alt)}" width="${width}" style="display:block;width:100%;max-width:${width}px;height:auto;border:0;">`;
      return block.href && block.linkId
        ? `<a href="${place({ url: block.href.trim(), linkId: block.linkId, isTracked: true })}">${image}</a>`
        : image;
    }
    case "button": {
      const href = place({ url: block.href.trim(), linkId: block.linkId, isTracked: true });
      return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#2f5bea" style="border-radius:6px;background:#2f5bea;"><a href="${href}" style="display:inline-block;padding:12px 22px;${FONT}font-size:16px;font-weight:600;color:#ffffff;text-decoration:none;">${escapeHtml(block.label)}</a></td></tr></table>`;
    }
    case "divider":
      return `<hr style="border:0;border-top:1px solid #dfe2e8;margin:8px 0;">`;
  }
}

/** Who writes, and the way out: the law wants both in every email, so what the blocks lack is added. */
function footerHtml(blocks: string, links: readonly AnchorFound[]): string {
  const isSaid = (name: string): boolean => blocks.includes(name);
  const hasWayOut = isSaid(UNSUBSCRIBE) || links.some(({ url }) => url.includes(UNSUBSCRIBE));
  const lines = [
    ...(isSaid("business.name") ? [] : ["{{ business.name }}"]),
    ...(isSaid("business.address") ? [] : ["{{ business.address }}"]),
    ...(hasWayOut
      ? []
      : [
          `{% if unsubscribe_url == "" %}To unsubscribe, reply with “unsubscribe”.{% else %}<a href="{{ unsubscribe_url }}" style="color:#5b626e;">Unsubscribe</a>{% endif %}`,
        ]),
  ];
  return lines.length === 0
    ? ""
    : `<hr style="border:0;border-top:1px solid #dfe2e8;margin:16px 0 12px;"><p style="margin:0;${FONT}font-size:12px;line-height:1.5;color:#5b626e;">${lines.join("<br>")}</p>`;
}

export const UNSUBSCRIBE = "unsubscribe_url";

/** Text between tags or in an attribute; Liquid in it is left as it is. */
export function escapeHtml(text: string): string {
  let result = "";
  let at = 0;
  for (const { 0: tag, index } of text.matchAll(LIQUID)) {
    result += escapePlain(text.slice(at, index)) + tag;
    at = index + tag.length;
  }
  return result + escapePlain(text.slice(at));
}

function escapePlain(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
