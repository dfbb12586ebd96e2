import { describe, expect, test } from "vitest";
import { HOUR, SECOND } from "../shared/clock.ts";
import { humanOrMachine, type Hit, type HitContext, type Verdict } from "./human-or-machine.ts";

const ACCEPTED = Date.UTC(2026, 0, 5, 12);
const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
const GMAIL =
  "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";
const YAHOO = "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html";
const OUTLOOK =
  "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Win64; x64; Trident/7.0; Microsoft Outlook 16.0.5; ms-office; MSOffice 16)";
const TWICE =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0";

type Case = [
  name: string,
  expected: Verdict["class"],
  hit: Partial<Hit>,
  context?: Partial<HitContext>,
];

function judge(kind: Hit["kind"], hit: Partial<Hit>, context: Partial<HitContext> = {}): Verdict {
  return humanOrMachine(
    { kind, userAgent: CHROME, occurredAt: ACCEPTED + HOUR, method: "GET", ...hit },
    { acceptedAt: ACCEPTED, linksInBurst: 1, ...context },
  );
}

describe("an open", () => {
  test.each<Case>([
    ["in a mail program", "human", { userAgent: IPHONE }],
    ["in Outlook", "human", { userAgent: OUTLOOK }],
    ["through Gmail's proxy", "human", { userAgent: GMAIL }],
    ["through Gmail's proxy at once", "human", { userAgent: GMAIL, occurredAt: ACCEPTED + SECOND }],
    ["through Yahoo's proxy", "human", { userAgent: YAHOO }],
    ["by Apple's privacy protection", "machine", { userAgent: "Mozilla/5.0" }],
    ["by a mail scanner", "machine", { userAgent: "BarracudaCentral" }],
    ["by a script", "machine", { userAgent: "python-requests/2.32" }],
    ["by a HEAD", "machine", { method: "HEAD" }],
    ["by something without a name", "unsure", { userAgent: "" }],
    ["within seconds", "unsure", { occurredAt: ACCEPTED + 6 * SECOND }],
    ["after seven seconds", "human", { occurredAt: ACCEPTED + 7 * SECOND }],
    ["from a network that opens everybody's mail", "unsure", {}, { contactsOfNetwork: 5 }],
    ["together with many links", "human", {}, { linksInBurst: 9 }],
  ])("%s is %s", (_, expected, hit, context) => {
    expect(judge("opened", hit, context).class).toBe(expected);
  });
});

describe("a click", () => {
  test.each<Case>([
    ["in a browser", "human", {}],
    ["on a telephone", "human", { userAgent: IPHONE }],
    ["two links quickly", "human", {}, { linksInBurst: 2, linksInMail: 5 }],
    ["both links there are at once", "unsure", {}, { linksInBurst: 2, linksInMail: 2 }],
    ["three links at once", "machine", {}, { linksInBurst: 3 }],
    ["before anybody could read", "machine", { occurredAt: ACCEPTED + 6 * SECOND }],
    ["before the server's answer came back", "machine", { occurredAt: ACCEPTED - SECOND }],
    ["after seven seconds", "human", { occurredAt: ACCEPTED + 7 * SECOND }],
    ["by a HEAD", "machine", { method: "HEAD" }],
    ["by a search engine", "machine", { userAgent: "Mozilla/5.0 (compatible; Googlebot/2.1)" }],
    ["by Office's look ahead", "machine", { userAgent: OUTLOOK }],
    ["by a filter that names itself twice", "machine", { userAgent: TWICE }],
    [
      "by a browser without a window",
      "machine",
      { userAgent: CHROME.replace("Chrome", "HeadlessChrome") },
    ],
    ["by a Go program", "machine", { userAgent: "Go-http-client/2.0" }],
    ["by something without a name", "unsure", { userAgent: " " }],
    ["from Microsoft's filter network as Chrome", "unsure", { network: "52.104.7.0" }],
    ["from next to that network", "human", { network: "52.112.7.0" }],
    ["from a network that follows everybody's links", "unsure", {}, { contactsOfNetwork: 6 }],
  ])("%s is %s", (_, expected, hit, context) => {
    expect(judge("clicked", hit, context).class).toBe(expected);
  });
});

test("a probe is a machine's, an unsubscribe counts whoever brings it", () => {
  expect(judge("probed", {}).class).toBe("machine");
  expect(judge("unsubscribed", { userAgent: "java", occurredAt: ACCEPTED }).class).toBe("human");
});

test("a verdict gives every reason", () => {
  expect(
    judge("clicked", { userAgent: "curl/8", occurredAt: ACCEPTED }, { linksInBurst: 4 }),
  ).toEqual({
    class: "machine",
    reasons: [
      "within seconds of the sending",
      "followed several links at once",
      "a mail scanner followed the link",
    ],
    reason:
      "within seconds of the sending; followed several links at once; a mail scanner followed the link",
  });
});
