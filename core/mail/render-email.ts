import type { CompiledEmail, CompiledLink } from "./compile-email.ts";
import { escapeHtml } from "./lay-out.ts";
import { htmlLiquid, textLiquid, urlLiquid } from "./liquid.ts";

export interface MergeValues {
  /** Address, names, stage and the contact's own fields; a missing one is left out. */
  readonly contact: Readonly<Record<string, unknown>>;
  readonly event: Readonly<Record<string, unknown>>;
  readonly business: { readonly name: string; readonly address: string };
  /** Null where the mail can only be answered. */
  readonly unsubscribeUrl: string | null;
}

export interface RenderOptions {
  readonly values: MergeValues;
  /** The address a link gets in this person's mail. Asked for tracked links only. */
  readonly trackLink: (link: {
    readonly linkId: string;
    readonly index: number;
    readonly url: string;
  }) => string;
  readonly pixelUrl: string | null;
}

export type Rendered =
  | { readonly subject: string; readonly html: string; readonly text: string }
  /** A sentence: what this person lacks. Nothing half-filled is ever sent. */
  | { readonly problem: string };

/** Fills a compiled e-mail in for one person. Never throws. */
export function renderEmail(
  compiled: CompiledEmail,
  { values, trackLink, pixelUrl }: RenderOptions,
): Rendered {
  if (compiled.problem !== null) return { problem: compiled.problem };
  const { unsubscribeUrl, ...scope } = values;
  const known = { ...scope, unsubscribe_url: unsubscribeUrl ?? "" };
  try {
    const addresses = compiled.links.map((link) => fillAddress(link, known));
    const links = compiled.links.map(({ linkId, isTracked, isWayOut }, index) => {
      const url = addresses[index] ?? "";
      // The way out leads straight there: a redirect would only be one more thing that can break.
      return isTracked && linkId !== null && !isWayOut && /^https?:/iu.test(url)
        ? trackLink({ linkId, index, url })
        : url;
    });
    const pixel =
      pixelUrl === null
        ? ""
        : `<img src="${escapeHtml(pixelUrl)}" width="1" height="1" alt="" style="display:block;border:0">`;
    const all = {
      ...known,
      dripline_links: links,
      dripline_addresses: addresses,
      dripline_pixel: pixel,
    };
    const subject = oneLine(String(textLiquid.renderSync(compiled.subject, all)));
    if (subject === "")
      return { problem: "The subject is empty for this person. Give its merge tags a fallback." };
    return {
      subject,
      html: String(htmlLiquid.renderSync(compiled.html, all)),
      text: String(textLiquid.renderSync(compiled.text, all)),
    };
  } catch (error) {
    return { problem: error instanceof BadLink ? error.message : inWords(error) };
  }
}

class BadLink extends Error {}

function fillAddress({ head, tail, isWayOut }: CompiledLink, known: object): string {
  const address =
    String(textLiquid.renderSync(head, known)).trim() +
    String(urlLiquid.renderSync(tail, known)).trim();
  // Without a relay there may be no address to leave by; the footer says what to do instead.
  if (address === "" && isWayOut) return "#";
  if (!/^(?:https?:\/\/[^\s/?#]|mailto:|tel:|sms:)/iu.test(address) || /[\s{}<>"]/u.test(address))
    throw new BadLink(
      `A link would lead to “${address.slice(0, 200)}” for this person, which is no address.`,
    );
  return address;
}

/** A header is one line, whatever a merge value holds. */
function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/gu, " ").trim();
}

function inWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const missing = /undefined variable: ([\w.-]+)/u.exec(message)?.[1];
  if (missing)
    return `This person has no value for {{ ${missing} }}, and the email gives no fallback for it.`;
  if (/limit exceeded/u.test(message))
    return "The email takes too long to fill in. Make it shorter, or its repetitions smaller.";
  return `The email cannot be filled in: ${message.split("\n")[0]}`;
}
