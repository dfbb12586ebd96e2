import type { Block, EmailContent } from "../domain/email-content.ts";
import { sanitizeHtml } from "./sanitize-html.ts";

/** Where the address of the link `n` goes; chosen so that no template can hold it. */
export function linkSlot(n: number): string {
  return `\uE000L${n}\uE001`;
}
export const PIXEL_SLOT = "\uE000P\uE001";

export interface LaidOutLink {
  readonly linkId: string;
  /** As written, merge tags included. */
  readonly url: string;
}

export interface LaidOut {
  /** HTML with Liquid in it, and slots for links and pixel. */
  readonly html: string;
  readonly links: readonly LaidOutLink[];
}

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
const TEXT = `${FONT}font-size:16px;line-height:1.55;color:#1c1f24;`;

/**
 * The email's HTML: one column of tables at most 600 px wide, styles inline, which is what mail programs
 * agree on. Links become slots, to be filled for each person.
 */
export function layOut(content: EmailContent): LaidOut {
  const links: LaidOutLink[] = [];
  function slotFor(linkId: string, url: string): string {
    links.push({ linkId, url });
    return linkSlot(links.length - 1);
  }
  const rows = content.blocks.map((block) => row(blockHtml(block, slotFor))).join("\n");
  const html = `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"></head>
<body style="margin:0;padding:0;background:#f4f5f7;">
<div style="display:none;max-height:0;overflow:hidden;">${escapeHtml(content.preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f4f5f7;"><tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background:#ffffff;border-radius:8px;">
<tr><td style="height:16px;line-height:16px;font-size:16px;">&nbsp;</td></tr>
${rows}
${row(footer())}
<tr><td style="height:16px;line-height:16px;font-size:16px;">&nbsp;</td></tr>
</table></td></tr></table>
${PIXEL_SLOT}</body></html>`;
  return { html, links };
}

function row(inner: string): string {
  return `<tr><td style="padding:8px 32px;${TEXT}">${inner}</td></tr>`;
}

type SlotFor = (linkId: string, url: string) => string;

function blockHtml(block: Block, slotFor: SlotFor): string {
  switch (block.kind) {
    case "text":
      return textHtml(block.html, slotFor);
    case "heading":
      return `<h${block.level} style="margin:8px 0;${FONT}font-size:${block.level === 1 ? 26 : 20}px;line-height:1.25;color:#1c1f24;">${escapeHtml(block.text)}</h${block.level}>`;
    case "image": {
      const width = block.width ?? 536;
      const image = `<img src="${escapeHtml(block.src)}" alt="${escapeHtml(block.alt)}" width="${width}" style="display:block;width:100%;max-width:${width}px;height:auto;border:0;">`;
      return block.href && block.linkId
        ? `<a href="${slotFor(block.linkId, block.href)}">${image}</a>`
        : image;
    }
    case "button":
      return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td style="border-radius:6px;background:#2f5bea;"><a href="${slotFor(block.linkId, block.href)}" style="display:inline-block;padding:12px 22px;${FONT}font-size:16px;font-weight:600;color:#ffffff;text-decoration:none;">${escapeHtml(block.label)}</a></td></tr></table>`;
    case "divider":
      return `<hr style="border:0;border-top:1px solid #dfe2e8;margin:8px 0;">`;
  }
}

const PARAGRAPH = /<(p|ul|ol|blockquote)>/gu;
const ANCHOR_HREF = /<a\b([^>]*)>/gu;

function textHtml(html: string, slotFor: SlotFor): string {
  return sanitizeHtml(html)
    .replace(PARAGRAPH, (_, tag: string) => `<${tag} style="margin:0 0 12px;">`)
    .replace(ANCHOR_HREF, (_, attributes: string) => {
      const href = /\bhref="([^"]*)"/u.exec(attributes)?.[1];
      const linkId = /\bdata-link="([^"]*)"/u.exec(attributes)?.[1];
      if (href === undefined) return "<a>";
      const isTracked =
        linkId !== undefined &&
        !/data-track="off"/u.test(attributes) &&
        !/unsubscribe_url/u.test(href);
      const target = isTracked ? slotFor(linkId, unescapeHtml(href)) : href;
      return `<a href="${target}" style="color:#2f5bea;">`;
    });
}

function footer(): string {
  return `<hr style="border:0;border-top:1px solid #dfe2e8;margin:16px 0 12px;"><p style="margin:0;${FONT}font-size:12px;line-height:1.5;color:#5b626e;">{{ business.name }}<br>{{ business.address }}<br>{% if unsubscribe_url %}<a href="{{ unsubscribe_url }}" style="color:#5b626e;">Unsubscribe</a>{% else %}To unsubscribe, reply with “unsubscribe”.{% endif %}</p>`;
}

/** Text between tags or in an attribute; Liquid tags in it are left alone. */
export function escapeHtml(text: string): string {
  return text
    .split(/(\{\{[^}]*\}\}|\{%[^%]*%\})/u)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece
            .replaceAll("&", "&amp;")
            .replaceAll("<", "&lt;")
            .replaceAll(">", "&gt;")
            .replaceAll('"', "&quot;"),
    )
    .join("");
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
