import type { Template } from "liquidjs";
import type { EmailContent } from "../domain/email-content.ts";
import { LIQUID } from "../domain/merge-tag.ts";
import { layOut, UNSUBSCRIBE } from "./lay-out.ts";
import { htmlLiquid, textLiquid, urlLiquid } from "./liquid.ts";
import { textOf, withFooter } from "./text-part.ts";

/** An e-mail made ready once per revision, so that each person costs only filling in. */
export interface CompiledEmail {
  readonly subject: Template[];
  readonly html: Template[];
  readonly text: Template[];
  readonly links: readonly CompiledLink[];
  /**
   * What keeps the email from being made for anybody, as liquidjs puts it, or null. `emailProblems` says it
   * better, before.
   */
  readonly problem: string | null;
}

export interface CompiledLink {
  readonly linkId: string | null;
  readonly isTracked: boolean;
  /** Leads out: to unsubscribing. */
  readonly isWayOut: boolean;
  /** A tag at the very beginning stands for a whole address; values after it are parts of one. */
  readonly head: Template[];
  readonly tail: Template[];
}

/** Never throws: an email that cannot be compiled tells everybody it is for why. */
export function compileEmail(content: EmailContent): CompiledEmail {
  try {
    const { html, body, links } = layOut(content);
    const text = content.text === null ? textOf(body, links) : withFooter(content.text);
    return {
      subject: textLiquid.parse(content.subject),
      html: htmlLiquid.parse(html),
      text: textLiquid.parse(text),
      links: links.map(({ url, linkId, isTracked }) => {
        const head = url.startsWith("{{") ? (url.match(LIQUID)?.[0] ?? "") : "";
        return {
          linkId,
          isTracked,
          isWayOut: url.includes(UNSUBSCRIBE),
          head: textLiquid.parse(head),
          tail: urlLiquid.parse(url.slice(head.length)),
        };
      }),
      problem: null,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const problem = `The email cannot be made: ${message.split("\n")[0]}`;
    return { subject: [], html: [], text: [], links: [], problem };
  }
}
