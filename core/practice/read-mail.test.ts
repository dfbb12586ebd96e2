import { expect, test } from "vitest";
import { signToken } from "../tracking/token.ts";
import { readMail } from "./read-mail.ts";

const key = new Uint8Array(32);
const clicked = `https://go.example.org/c/${signToken(key, "c", { s: "m", l: "pricing", u: "https://example.com/pricing" })}`;
const wayOut = `https://go.example.org/u/${signToken(key, "u", { s: "m" })}`;

function mailOf(html: string, header = ""): Buffer {
  return Buffer.from(
    `From: a@example.com\r\nTo: b@example.com\r\nSubject: Hello\r\n${header}Content-Type: text/html; charset=utf-8\r\n\r\n${html}`,
  );
}

test("Links of a mail say where they lead in the end, not over which token", async () => {
  const html = `<a href="${clicked}">Our <b>prices</b></a> <a href="https://example.com/a?b=1&amp;c=2">https://example.com</a> <a href="${wayOut}">Unsubscribe</a>`;
  const { links } = await readMail(mailOf(html));
  expect(links).toEqual([
    {
      n: 0,
      label: "Our prices",
      url: clicked,
      destination: "https://example.com/pricing",
      isUnsubscribe: false,
    },
    {
      n: 1,
      label: "https://example.com",
      url: "https://example.com/a?b=1&c=2",
      destination: "https://example.com/a?b=1&c=2",
      isUnsubscribe: false,
    },
    { n: 2, label: "Unsubscribe", url: wayOut, destination: wayOut, isUnsubscribe: true },
  ]);
});

test("What the mail's header names for unsubscribing is known as that in the mail too", async () => {
  const url = "https://shop.example/bye";
  const header = `List-Unsubscribe: <mailto:out@example.com>, <${url}>\r\n`;
  const { links, unsubscribeUrl } = await readMail(mailOf(`<a href="${url}">Leave</a>`, header));
  expect(unsubscribeUrl).toBe(url);
  expect(links.map(({ isUnsubscribe }) => isUnsubscribe)).toEqual([true]);
});
