import fc from "fast-check";
import { expect, test } from "vitest";
import { domainToAscii } from "./punycode.ts";

test.each([
  ["example.com", "example.com"],
  ["Bücher.Example", "xn--bcher-kva.example"],
  ["faß.example", "xn--fa-hia.example"],
  ["пример.рф", "xn--e1afmkfd.xn--p1ai"],
  ["例え。テスト", "xn--r8jz45g.xn--zckzah"],
  ["ｅｘａｍｐｌｅ．com", "example.com"],
  ["u\u0308ber.example", "xn--ber-goa.example"],
  ["مثال.إختبار", "xn--mgbh0fb.xn--kgbechtv"],
])("%s becomes %s", (domain, ascii) => {
  expect(domainToAscii(domain)).toBe(ascii);
});

test.each(["exa_mple.com", "exam ple.com", "smile☺.com", "a%b.com"])(
  "%s is no domain",
  (domain) => {
    expect(domainToAscii(domain)).toBeUndefined();
  },
);

test("Letters of Europe and East Asia come out as a browser writes them", () => {
  const unit = fc.constantFrom(..."abz019äöüßéèñçşğłőžšđøåæœпримеръαβγδ例え本語中文한국".split(""));
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 20 }), (label) => {
      expect(domainToAscii(`a${label}.example`)).toBe(new URL(`http://a${label}.example`).hostname);
    }),
  );
});
