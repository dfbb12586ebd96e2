import { convert } from "html-to-text";
import { Liquid, type Template } from "liquidjs";
import type { EmailContent } from "../domain/email-content.ts";
import { layOut, PIXEL_SLOT, type LaidOutLink } from "./lay-out.ts";

/** An e-mail made ready once per revision, so that each person costs only filling in. */
export interface CompiledEmail {
  readonly subject: readonly Template[];
  readonly html: readonly Template[];
  readonly text: readonly Template[];
  readonly links: readonly (LaidOutLink & { readonly template: readonly Template[] })[];
}

const limits = { parseLimit: 1_000_000, renderLimit: 500, memoryLimit: 10_000_000 };

/** For HTML: values are escaped. Unknown filters are errors; missing values are told by `strictVariables`. */
export const htmlLiquid = new Liquid({
  ...limits,
  ownPropertyOnly: true,
  outputEscape: "escape",
  strictFilters: true,
  strictVariables: true,
  lenientIf: true,
});

/** For subject, text part and addresses, where HTML escapes would be seen. */
export const textLiquid = new Liquid({
  ...limits,
  ownPropertyOnly: true,
  strictFilters: true,
  strictVariables: true,
  lenientIf: true,
});

/** Throws liquidjs's error where a merge tag cannot be understood; `emailProblems` tells those before. */
export function compileEmail(content: EmailContent): CompiledEmail {
  const { html, links } = layOut(content);
  const text = content.text ?? textFrom(html, links);
  return {
    subject: textLiquid.parse(content.subject),
    html: htmlLiquid.parse(html),
    text: textLiquid.parse(text),
    links: links.map((link) => ({ ...link, template: textLiquid.parse(link.url) })),
  };
}

/** The text part says the same, with the links' own addresses: nobody reads a tracked one. */
function textFrom(html: string, links: readonly LaidOutLink[]): string {
  const withLinks = html
    .replace(PIXEL_SLOT, "")
    .replace(/<div style="display:none[\s\S]*?<\/div>/u, "")
    .replace(/\uE000L(\d+)\uE001/gu, (_, n: string) => links[Number(n)]?.url ?? "")
    .replaceAll("&nbsp;", "");
  return convert(withLinks, {
    wordwrap: false,
    selectors: [
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["(", ")"] } },
      { selector: "img", format: "skip" },
      { selector: "h1", options: { uppercase: false } },
      { selector: "h2", options: { uppercase: false } },
    ],
  }).trim();
}
