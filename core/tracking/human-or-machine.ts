import { isbot } from "isbot";
import { SECOND, type Instant } from "../shared/clock.ts";

export interface Hit {
  readonly kind: "opened" | "clicked" | "probed";
  readonly userAgent: string;
  readonly occurredAt: Instant;
}

export interface HitContext {
  /** When the server accepted the mail. */
  readonly acceptedAt: Instant;
  /** Different links of the same mail followed within ten seconds of this hit, itself included. */
  readonly linksInBurst: number;
}

export interface Verdict {
  readonly class: "human" | "machine" | "unsure";
  readonly reason: string;
}

/** Scanners follow links before a person can have read a line. */
const TOO_SOON = 7 * SECOND;
const MANY_LINKS = 3;

const SCANNERS =
  /barracuda|proofpoint|mimecast|ms-?office|safelinks|symantec|messagelabs|headless|phantomjs|python|curl|wget|go-http|okhttp|java\/|libwww|scan/iu;
const IMAGE_PROXIES = /googleimageproxy|ggpht|yahoomailproxy/iu;

/** Whether a person or a program opened or clicked, and how we know. */
export function humanOrMachine(hit: Hit, context: HitContext): Verdict {
  if (hit.kind === "probed")
    return { class: "machine", reason: "only asked whether the link exists" };
  return hit.kind === "opened" ? judgeOpen(hit, context) : judgeClick(hit, context);
}

function judgeOpen({ userAgent, occurredAt }: Hit, { acceptedAt }: HitContext): Verdict {
  // Gmail and Yahoo fetch pictures when the mail is looked at; their address and name say nothing more.
  if (IMAGE_PROXIES.test(userAgent))
    return { class: "human", reason: "a mail service fetched the picture for its reader" };
  if (userAgent.trim() === "Mozilla/5.0")
    return { class: "machine", reason: "Apple Mail fetches every picture in advance" };
  if (SCANNERS.test(userAgent))
    return { class: "machine", reason: "a mail scanner fetched the picture" };
  if (userAgent.trim() === "")
    return { class: "unsure", reason: "the program did not say what it is" };
  if (occurredAt - acceptedAt < TOO_SOON)
    return { class: "unsure", reason: "within seconds of the sending" };
  return { class: "human", reason: "opened in a mail program" };
}

function judgeClick(
  { userAgent, occurredAt }: Hit,
  { acceptedAt, linksInBurst }: HitContext,
): Verdict {
  if (occurredAt - acceptedAt < TOO_SOON)
    return { class: "machine", reason: "within seconds of the sending" };
  if (linksInBurst >= MANY_LINKS)
    return { class: "machine", reason: "followed several links at once" };
  if (SCANNERS.test(userAgent) || (userAgent !== "" && isbot(userAgent)))
    return { class: "machine", reason: "a mail scanner followed the link" };
  if (userAgent.trim() === "")
    return { class: "unsure", reason: "the program did not say what it is" };
  return { class: "human", reason: "followed the link in a browser" };
}
