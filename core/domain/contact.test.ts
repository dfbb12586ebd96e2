import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAddress } from "./contact.ts";

describe("An address is taken as", () => {
  const cases: [name: string, text: string, address: string][] = [
    ["it stands when it is clean", "ana@example.com", "ana@example.com"],
    ["lower case", "Ana.Ruiz@Example.COM", "ana.ruiz@example.com"],
    ["trimmed", "  ana@example.com\r\n", "ana@example.com"],
    ["trimmed of no-break spaces", "\u00a0ana@example.com\u00a0", "ana@example.com"],
    ["without invisible characters", "\ufeffana\u200b@exam\u00adple.com", "ana@example.com"],
    ["ASCII in its domain", "ana@bücher.example", "ana@xn--bcher-kva.example"],
    ["one that keeps its plus", "ana+news@example.com", "ana+news@example.com"],
    ["one that keeps its dots", "a.n.a@example.com", "a.n.a@example.com"],
    ["one with an apostrophe", "o'neill@example.com", "o'neill@example.com"],
    ["the part in angle brackets", "Ana Ruiz <Ana@Example.com>", "ana@example.com"],
    ["the part in angle brackets alone", "<ana@example.com>", "ana@example.com"],
    ["without mailto", "mailto:ana@example.com", "ana@example.com"],
    ["without quotation marks around it", '"ana@example.com"', "ana@example.com"],
    ["without apostrophes around it", "'ana@example.com'", "ana@example.com"],
    ["without a full stop after it", "ana@example.com.", "ana@example.com"],
    ["without a semicolon after it", "ana@example.com;", "ana@example.com"],
    ["with the full-width at sign read", "ana＠example.com", "ana@example.com"],
    ["with East Asian full stops read", "ana@example。com", "ana@example.com"],
    [
      "64 characters before the at sign",
      `${"a".repeat(64)}@example.com`,
      `${"a".repeat(64)}@example.com`,
    ],
  ];
  test.each(cases)("%s", (_name, text, address) => {
    expect(parseAddress(text)).toMatchObject({ address });
  });
});

describe("An address is refused", () => {
  const cases: [name: string, text: string, words: RegExp][] = [
    ["when it is missing", " \u200b ", /missing/],
    ["without an at sign", "ana.example.com", /no @/],
    ["written out in words", "ana at example dot com", /no @/],
    ["with two at signs", "ana@home@example.com", /more than one @/],
    ["with doubled at signs", "ana@@example.com", /more than one @/],
    ["without anything before the at sign", "@example.com", /nothing before/],
    ["without anything after the at sign", "ana@", /nothing after/],
    ["with a space", "ana ruiz@example.com", /space/],
    ["with a space in the domain", "ana@exam ple.com", /space/],
    ["with a comma for a dot", "ana@example,com", /comma/],
    ["without an ending", "ana@localhost", /too early/],
    ["with an ending of digits", "ana@example.123", /No domain ends/],
    ["as a bare number", "ana@[127.0.0.1]", /domain name/],
    ["as an IP address", "ana@127.0.0.1", /No domain ends/],
    ["with two dots in the domain", "ana@example..com", /dot/],
    ["with two dots before the at sign", "ana..ruiz@example.com", /dot/],
    ["with a dot before the at sign", "ana.@example.com", /dot/],
    ["with a hyphen at a label's start", "ana@-example.com", /hyphen/],
    ["with an underscore in the domain", "ana@exa_mple.com", /no domain can hold/],
    ["with brackets inside", "ana(work)@example.com", /“\(”/],
    ["when quoted parts would be needed", '"ana ruiz"@example.com', /space/],
    ["with a header smuggled in", "ana@example.com\r\nBcc: eve@example.com", /line break/],
    ["with a bare line feed", "ana\n@example.com", /line break/],
    ["with a null character", "ana\u0000@example.com", /control/],
    ["as two with a comma", "ana@example.com, ken@example.com", /more than one e-mail/],
    ["as two with a semicolon", "ana@example.com;ken@example.com", /more than one e-mail/],
    ["as two with a space", "ana@example.com ken@example.com", /more than one e-mail/],
    ["as two with names", "Ana <ana@example.com>, Ken <ken@example.com>", /more than one e-mail/],
    ["when too long before the at sign", `${"a".repeat(65)}@example.com`, /longer/],
    ["when a label is too long", `ana@${"a".repeat(64)}.com`, /longer/],
    ["when too long altogether", `${"a".repeat(60)}@${"abcdefgh.".repeat(24)}com`, /longer/],
  ];
  test.each(cases)("%s", (_name, text, words) => {
    expect(parseAddress(text)).toEqual({ problem: expect.stringMatching(words) });
  });
});

test("What stands before the address is kept as a name", () => {
  expect(parseAddress('"Ruiz, Ana" <ana@example.com>')).toMatchObject({ name: "Ruiz, Ana" });
  expect(parseAddress("ana@example.com")).toMatchObject({ name: null });
});

test("Addresses of an office are flagged, not refused", () => {
  expect(parseAddress("Info@example.com")).toMatchObject({ isRole: true });
  expect(parseAddress("sales+eu@example.com")).toMatchObject({ isRole: true });
  expect(parseAddress("informatik@example.com")).toMatchObject({ isRole: false });
});

test("A part before the at sign that is not ASCII says what it needs", () => {
  expect(parseAddress("josé@example.com")).toMatchObject({
    address: "josé@example.com",
    needsSmtpUtf8: true,
  });
  expect(parseAddress("jose@example.com")).toMatchObject({ needsSmtpUtf8: false });
});

describe("A typing mistake", () => {
  const cases: [address: string, suggestion: string | null][] = [
    ["ana@gmial.com", "ana@gmail.com"],
    ["ana@gmail.con", "ana@gmail.com"],
    ["ana@hotnail.com", "ana@hotmail.com"],
    ["ana@yahooo.com", "ana@yahoo.com"],
    ["ana@example.cmo", "ana@example.com"],
    ["ana@gmail.com", null],
    ["ana@mail.com", null],
    ["ana@ymail.com", null],
    ["ana@hp.com", null],
    ["ana@gmx.net", null],
    ["ana@example.org", null],
  ];
  test.each(cases)("in %s suggests %s", (address, suggestion) => {
    expect(parseAddress(address)).toMatchObject({ address, suggestion });
  });
});

test("A read address reads as itself", () => {
  fc.assert(
    fc.property(fc.emailAddress(), (text) => {
      const reading = parseAddress(text);
      fc.pre("address" in reading);
      expect(parseAddress(reading.address)).toEqual({ ...reading, name: null });
    }),
  );
});

test("Whatever is read, no line break and no second address comes out", () => {
  const unit = fc.constantFrom(
    ..."a@.,;<> \r\n\t\"'é".split(""),
    "ana@example.com",
    "\u0000",
    "\u2028",
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const reading = parseAddress(text);
      if ("problem" in reading) expect(reading.problem).toMatch(/^[A-Z].*\.$/);
      else expect(reading.address).toMatch(/^[^\s@,;<>]+@[a-z0-9.-]+\.[a-z0-9-]{2,}$/);
    }),
  );
});
