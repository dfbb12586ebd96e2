import { isbot } from "isbot";
import { SECOND, type Instant } from "../shared/clock.ts";

export interface Hit {
  readonly kind: "opened" | "clicked" | "probed" | "unsubscribed";
  readonly userAgent: string;
  readonly occurredAt: Instant;
  /** GET, HEAD; only what a GET asks for may be a person's doing. */
  readonly method?: string;
  /** The network it came from, as 203.0.113.0 or 2001:db8:1::. */
  readonly network?: string;
}

export interface HitContext {
  /** When the server accepted the mail. */
  readonly acceptedAt: Instant;
  /** Different links of the same mail followed within ten seconds of this hit, itself included. */
  readonly linksInBurst: number;
  /** All links the mail has, where known. */
  readonly linksInMail?: number;
  /** Different contacts' mails that this network opened or clicked within some minutes, where known. */
  readonly contactsOfNetwork?: number;
}

export interface Verdict {
  readonly class: "human" | "machine" | "unsure";
  /** Everything that speaks for the verdict. */
  readonly reasons: readonly string[];
  /** The same as one line. */
  readonly reason: string;
}

/** Scanners follow links before a person can have read a line. */
const TOO_SOON = 7 * SECOND;
const MANY_LINKS = 3;
const MANY_CONTACTS = 5;

/** Programs that say what they are. isbot knows most, but not all of these. */
const SCANNERS =
  /barracuda|proofpoint|mimecast|safelinks|symantec|messagelabs|fireeye|trendmicro|headless|phantomjs|python|curl\/|wget|go-http|okhttp|java\/|apache-httpclient|libwww|scanner/iu;
/** Office looks at a link before it hands it to the browser; but it also shows mails with their pictures. */
const OFFICE = /ms-?office/iu;
/** Sent by a mail filter as it is, doubled end and all. */
const TWICE_MOZILLA = /^Mozilla\/5\.0 .*\bEdge\/12\.246 Mozilla\/5\.0$/u;
const IMAGE_PROXIES = /googleimageproxy|ggpht|yahoomailproxy/iu;
/** Microsoft's filters come from here, as Chrome: 40.92.0.0/16 and 52.96.0.0/12. */
const MICROSOFT = /^(?:40\.92|52\.(?:9[6-9]|10\d|11[01]))\./u;

interface Signs {
  readonly machine: readonly string[];
  readonly unsure: readonly string[];
  readonly human: string;
}

/**
 * Whether a person or a program opened or clicked, and how we know. A guess for reports and triggers, made
 * again whenever more is known; nothing is ever refused because of it.
 */
export function humanOrMachine(hit: Hit, context: HitContext): Verdict {
  const { machine, unsure, human } = signsOf(hit, context);
  if (machine.length > 0) return verdict("machine", machine);
  return unsure.length > 0 ? verdict("unsure", unsure) : verdict("human", [human]);
}

function signsOf(hit: Hit, context: HitContext): Signs {
  if (hit.kind === "unsubscribed")
    return { machine: [], unsure: [], human: "a wish counts, whoever brings it" };
  if (hit.kind === "probed" || hit.method === "HEAD")
    return { machine: ["only asked whether it exists"], unsure: [], human: "" };
  return hit.kind === "opened" ? signsOfOpen(hit, context) : signsOfClick(hit, context);
}

function signsOfOpen(hit: Hit, context: HitContext): Signs {
  const agent = hit.userAgent.trim();
  // Gmail and Yahoo fetch pictures when the mail is looked at; their network and name say nothing more.
  if (IMAGE_PROXIES.test(agent))
    return { machine: [], unsure: [], human: "a mail service fetched the picture for its reader" };
  return {
    machine: [
      ...(agent === "Mozilla/5.0" ? ["Apple Mail fetches every picture in advance"] : []),
      ...(SCANNERS.test(agent) ? ["a mail scanner fetched the picture"] : []),
    ],
    unsure: [
      ...(hit.occurredAt - context.acceptedAt < TOO_SOON ? ["within seconds of the sending"] : []),
      ...weakSigns(hit, context),
    ],
    human: "opened in a mail program",
  };
}

function signsOfClick(hit: Hit, context: HitContext): Signs {
  const agent = hit.userAgent.trim();
  const { linksInBurst, linksInMail } = context;
  const isScanner =
    SCANNERS.test(agent) || OFFICE.test(agent) || TWICE_MOZILLA.test(agent) || isbot(agent);
  return {
    machine: [
      ...(hit.occurredAt - context.acceptedAt < TOO_SOON ? ["within seconds of the sending"] : []),
      ...(linksInBurst >= MANY_LINKS ? ["followed several links at once"] : []),
      ...(isScanner ? ["a mail scanner followed the link"] : []),
    ],
    unsure: [
      ...(linksInBurst === 2 && linksInMail === 2 ? ["followed all links at once"] : []),
      ...weakSigns(hit, context),
    ],
    human: "followed the link in a browser",
  };
}

/** Each could well be a person in a large company. */
function weakSigns(hit: Hit, { contactsOfNetwork = 0 }: HitContext): string[] {
  const isMicrosoft = MICROSOFT.test(hit.network ?? "") && /\bChrome\//u.test(hit.userAgent);
  return [
    ...(hit.userAgent.trim() === "" ? ["the program did not say what it is"] : []),
    ...(contactsOfNetwork >= MANY_CONTACTS ? ["its network looks into many people's mails"] : []),
    ...(isMicrosoft ? ["from the network of Microsoft's mail filter"] : []),
  ];
}

function verdict(of: Verdict["class"], reasons: readonly string[]): Verdict {
  return { class: of, reasons, reason: reasons.join("; ") };
}
