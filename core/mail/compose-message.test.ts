import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { must } from "../shared/assert.ts";
import { composeMessage, type MessageParts } from "./compose-message.ts";

const plain: MessageParts = {
  from: { name: "Ana's Lamps", address: "ana@shop.example" },
  to: { name: "Ken", address: "ken@home.example" },
  replyTo: null,
  subject: "Hello",
  html: "<p>Hello</p>\n",
  text: "Hello\n",
  messageId: "abc123@shop.example",
  token: "abc123",
  listUnsubscribe: {
    https: "https://go.example/u/T.S",
    mailto: "mailto:ana@shop.example?subject=unsubscribe%20abc123",
  },
  date: new Date(Date.UTC(2026, 10, 23, 9, 5, 7)),
};

async function composed(more: Partial<MessageParts> = {}): Promise<string> {
  return (await composeMessage({ ...plain, ...more })).toString("utf8");
}

test("a plain mail is written exactly so", async () => {
  expect(await composed()).toBe(
    [
      'From: "Ana\'s Lamps" <ana@shop.example>',
      'To: "Ken" <ken@home.example>',
      "Subject: Hello",
      "Date: Mon, 23 Nov 2026 09:05:07 +0000",
      "Message-ID: <abc123@shop.example>",
      "List-Unsubscribe: <https://go.example/u/T.S>, <mailto:ana@shop.example?subject=unsubscribe%20abc123>",
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
      "X-Dripline-ID: abc123",
      "MIME-Version: 1.0",
      'Content-Type: multipart/alternative; boundary="=_abc123"',
      "",
      "--=_abc123",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: 7bit",
      "",
      "Hello",
      "",
      "--=_abc123",
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: 7bit",
      "",
      "<p>Hello</p>",
      "",
      "--=_abc123--",
      "",
    ].join("\r\n"),
  );
});

test("without an https address nothing promises one click", async () => {
  const mail = await composed({ listUnsubscribe: { https: null, mailto: "mailto:a@b.example" } });
  expect(mail).toContain("\r\nList-Unsubscribe: <mailto:a@b.example>\r\n");
  expect(mail).not.toContain("One-Click");
});

test("a long way out stays on its one line, and the mailto gives way to it", async () => {
  const https = `https://go.example/u/${"x".repeat(940)}`;
  const mail = await composed({ listUnsubscribe: { ...plain.listUnsubscribe, https } });
  expect(mail).toContain(`\r\nList-Unsubscribe: <${https}>\r\n`);
});

test.each([
  ["plain words", "7bit", "Hello\nthere"],
  ["long lines", "quoted-printable", "word ".repeat(40)],
  [
    "some umlauts",
    "quoted-printable",
    "Grüße aus Köln, wo die Lampen hell sind und alle lesen können",
  ],
  ["Chinese", "base64", "你好，世界"],
  ["a boundary of ours", "quoted-printable", "--=_abc123\nX"],
  ["a blank at the end of a line", "quoted-printable", "a \nb"],
  ["From at the head of a line", "quoted-printable", "a\nFrom here"],
])("%s go as %s", async (_, encoding, text) => {
  const mail = await composed({ text });
  expect(/Content-Transfer-Encoding: (\S+)/u.exec(mail)?.[1]).toBe(encoding);
  const read = await PostalMime.parse(mail);
  expect(read.text?.replace(/\n$/u, "")).toBe(text);
});

/** Headers by a few lines of our own: unfolded, split at the first colon. */
function headersOf(mail: string): [string, string][] {
  const head = must(mail.split("\r\n\r\n")[0]);
  return head
    .replace(/\r\n(?=[ \t])/gu, "")
    .split("\r\n")
    .map((line) => {
      const colon = line.indexOf(": ");
      return [line.slice(0, colon), line.slice(colon + 2)];
    });
}

const NASTY = [
  "\r\nBcc: eve@evil.example",
  "\n\n<html>",
  '"',
  "\\",
  "a, eve@evil.example",
  "<eve@evil.example>",
  "x <eve@evil.example>, y",
  "(comment)",
  "=?utf-8?B?ZXZl?=",
  "=?utf-8?Q?eve?=",
  "\u202Eabc\u202C",
  "👩‍👩‍👧‍👦",
  "é́́",
  "\u0000\u0007",
  "\u2028",
  "你好",
  "  ",
  "a".repeat(500),
  "ä".repeat(500),
  ".",
  "=",
  "--=_abc123--",
  "From ",
  "\t",
  "\uD800",
  "ﷺ",
];
const naughty = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "grapheme" }), fc.string()), {
    maxLength: 6,
  })
  .map((parts) => parts.join(""));

function shown(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/gu, " ")
      .trim()
  );
}
function lines(text: string): string {
  return text.toWellFormed().replace(/\r\n|\r|\n/gu, "\n");
}

describe("whatever stands in a name, a subject or a value", () => {
  test("there is one recipient, no header more, and the same text comes back", async () => {
    await fc.assert(
      fc.asyncProperty(naughty, naughty, naughty, naughty, naughty, async (a, b, c, d, e) => {
        const bytes = await composeMessage({
          ...plain,
          from: { name: a, address: "ana@shop.example" },
          to: { name: b, address: "ken@home.example" },
          subject: c,
          text: d,
          html: e,
        });
        const mail = bytes.toString("utf8");
        expect(headersOf(mail).map(([name]) => name)).toEqual([
          "From",
          "To",
          "Subject",
          "Date",
          "Message-ID",
          "List-Unsubscribe",
          "List-Unsubscribe-Post",
          "X-Dripline-ID",
          "MIME-Version",
          "Content-Type",
        ]);
        for (const line of mail.split("\r\n")) {
          expect(line).not.toMatch(/[\r\n]/u);
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
        }
        const body = mail.slice(mail.indexOf("\r\n\r\n"));
        for (const line of body.split("\r\n")) expect(line).toMatch(/^[\t\x20-\x7E]{0,76}$/u);

        const read = await PostalMime.parse(bytes);
        expect(read.from).toEqual({ address: "ana@shop.example", name: shown(a) });
        expect(read.to).toEqual([{ address: "ken@home.example", name: shown(b) }]);
        expect(read.cc ?? []).toEqual([]);
        expect(read.bcc ?? []).toEqual([]);
        expect(read.subject ?? "").toBe(shown(c));
        expect(read.messageId).toBe("<abc123@shop.example>");
        expect(lines(read.text ?? "").replace(/\n$/u, "")).toBe(lines(d).replace(/\n$/u, ""));
        expect(lines(read.html ?? "").replace(/\n$/u, "")).toBe(lines(e).replace(/\n$/u, ""));
      }),
      { numRuns: 300 },
    );
  });
});

test("an address cannot bring a header or a second address", async () => {
  const mail = await composed({
    to: { name: "", address: "ken@home.example>\r\nBcc: <eve@evil.example" },
    replyTo: "me@shop.example\r\nX: y",
  });
  const names = headersOf(mail).map(([name]) => name);
  expect(names).not.toContain("Bcc");
  expect(names).not.toContain("X");
  expect(mail.match(/^To: .*$/mu)?.[0].match(/[<>]/gu)).toHaveLength(2);
});

test("a domain in its own letters is written in ASCII", async () => {
  const mail = await composed({ from: { name: "", address: "ana@köln.example" } });
  expect(mail).toContain("From: <ana@xn--kln-sna.example>\r\n");
});
