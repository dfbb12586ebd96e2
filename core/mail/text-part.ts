import { convert } from "html-to-text";
import { LIQUID } from "../domain/merge-tag.ts";
import { UNSUBSCRIBE } from "./lay-out.ts";
import type { AnchorFound } from "./sanitize-html.ts";

/**
 * The text part says the same as the HTML, with the links' own addresses: nobody wants to read a tracked
 * one. Liquid goes through the conversion as single characters, so that nothing in it is taken for HTML.
 */
export function textOf(body: string, links: readonly AnchorFound[]): string {
  const pieces: string[] = [];
  function hide(piece: string): string {
    pieces.push(piece);
    return `\uE000${pieces.length - 1}\uE001`;
  }
  const hidden = body.replace(/[\uE000\uE001]/gu, "").replace(LIQUID, (piece) => {
    const n = /^\{\{ dripline_links\[(\d+)\] \}\}$/u.exec(piece)?.[1];
    const url = n === undefined ? undefined : links[Number(n)]?.url;
    if (url === undefined || n === undefined) return hide(piece);
    // A plain address may stand as it is, so that a link that shows it is not said twice.
    return /[{"&<>]/u.test(url) ? hide(`{{ dripline_addresses[${n}] }}`) : url;
  });
  return convert(`<table>${hidden}</table>`, {
    wordwrap: false,
    selectors: [
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["(", ")"] } },
      { selector: "img", format: "skip" },
      { selector: "h1", options: { uppercase: false } },
      { selector: "h2", options: { uppercase: false } },
      { selector: "h3", options: { uppercase: false } },
      { selector: "hr", options: { length: 20 } },
    ],
  })
    .replace(/\uE000(\d+)\uE001/gu, (_, n: string) => pieces[Number(n)] ?? "")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

/** A text part by hand gets what the law wants and it lacks. */
export function withFooter(text: string): string {
  const lines = [
    ...(text.includes("business.name") ? [] : ["{{ business.name }}"]),
    ...(text.includes("business.address") ? [] : ["{{ business.address }}"]),
    ...(text.includes(UNSUBSCRIBE)
      ? []
      : [
          `{% if ${UNSUBSCRIBE} == "" %}To unsubscribe, reply with “unsubscribe”.{% else %}Unsubscribe: {{ ${UNSUBSCRIBE} }}{% endif %}`,
        ]),
  ];
  return lines.length === 0 ? text : `${text.trimEnd()}\n\n-- \n${lines.join("\n")}`;
}
