import PostalMime from "postal-mime";
import { must } from "../shared/assert.ts";

export interface ReadMail {
  readonly subject: string;
  /** Without its open pixel: that the owner looks at a mail is no open. */
  readonly html: string;
  readonly text: string;
  readonly token: string | null;
  readonly headers: { readonly name: string; readonly value: string }[];
  /** Links of the HTML part in order; `n` is their number from 0. */
  readonly links: MailLink[];
  readonly pixelUrl: string | null;
  readonly unsubscribeUrl: string | null;
}

export interface MailLink {
  readonly n: number;
  readonly label: string;
  readonly url: string;
  /** Where it leads in the end, read from a tracked link. */
  readonly destination: string;
  /** True where that is the page to unsubscribe on, whose address says nothing to a reader. */
  readonly isUnsubscribe: boolean;
}

const PIXEL = /<img src="([^"]+)" width="1" height="1"[^>]*>/u;
/** The relay's page for it, with the message's token. */
const UNSUBSCRIBE = /\/u\/[\w-]+\.[\w-]+$/u;

/** A raw mail as its recipient's program would show it. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw);
  const headers = mail.headers.map(({ originalKey, key, value }) => ({
    name: originalKey || key,
    value,
  }));
  const header = (name: string): string | undefined =>
    headers.find((line) => line.name.toLowerCase() === name)?.value;
  const html = mail.html ?? "";
  const list = header("list-unsubscribe") ?? "";
  const unsubscribeUrl = /<(https?:[^>]+)>/u.exec(list)?.[1] ?? null;
  return {
    subject: mail.subject ?? "",
    html: html.replace(PIXEL, ""),
    text: mail.text ?? "",
    token: header("x-dripline-id")?.trim() ?? null,
    headers,
    links: linksOf(html, unsubscribeUrl),
    pixelUrl: unescape(PIXEL.exec(html)?.[1]),
    unsubscribeUrl,
  };
}

function unescape(text: string | undefined): string | null {
  return text === undefined
    ? null
    : text
        .replaceAll("&quot;", '"')
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&");
}

function linksOf(html: string, unsubscribeUrl: string | null): MailLink[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gu)].map((match, n) => {
    const url = must(unescape(match[1]));
    const inner = match[2] ?? "";
    const words = inner
      .replace(/<[^>]*>/gu, " ")
      .replace(/\s+/gu, " ")
      .trim();
    const label = words || /\balt="([^"]*)"/u.exec(inner)?.[1] || url;
    const isUnsubscribe = url === unsubscribeUrl || UNSUBSCRIBE.test(url);
    return { n, label, url, destination: destinationOf(url), isUnsubscribe };
  });
}

function destinationOf(url: string): string {
  const payload = /\/c\/([\w-]+)\.[\w-]+$/u.exec(url)?.[1];
  if (!payload) return url;
  try {
    const { u } = JSON.parse(Buffer.from(payload, "base64url").toString()) as { u?: unknown };
    return typeof u === "string" ? u : url;
  } catch {
    return url;
  }
}
