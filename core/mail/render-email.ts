import type { Liquid, Template } from "liquidjs";
import { htmlLiquid, textLiquid, type CompiledEmail } from "./compile-email.ts";
import { escapeHtml, PIXEL_SLOT } from "./lay-out.ts";

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
  /** The address a link gets in this person's mail. */
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

/** Fills a compiled e-mail in for one person. */
export function renderEmail(
  compiled: CompiledEmail,
  { values, trackLink, pixelUrl }: RenderOptions,
): Rendered {
  const { unsubscribeUrl, ...scope } = values;
  const context = { ...scope, unsubscribe_url: unsubscribeUrl ?? "" };
  try {
    const fill = (liquid: Liquid, templates: readonly Template[]): string =>
      String(liquid.renderSync([...templates], context));
    const urls = compiled.links.map((link, index) =>
      trackLink({ linkId: link.linkId, index, url: fill(textLiquid, link.template).trim() }),
    );
    const pixel =
      pixelUrl === null
        ? ""
        : `<img src="${escapeHtml(pixelUrl)}" width="1" height="1" alt="" style="display:block;border:0">`;
    return {
      subject: oneLine(fill(textLiquid, compiled.subject)),
      html: fill(htmlLiquid, compiled.html)
        .replace(/\uE000L(\d+)\uE001/gu, (_, n: string) => escapeHtml(urls[Number(n)] ?? ""))
        .replace(PIXEL_SLOT, () => pixel),
      text: fill(textLiquid, compiled.text),
    };
  } catch (error) {
    return { problem: inWords(error) };
  }
}

/** A header is one line, whatever a merge value holds. */
function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001F\u007F\u2028\u2029]+/gu, " ").trim();
}

function inWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const missing = /undefined variable: ([\w.]+)/u.exec(message)?.[1];
  return missing
    ? `This person has no value for {{ ${missing} }}, and the email gives no fallback for it.`
    : `The email cannot be filled in: ${message.split("\n")[0]}`;
}
