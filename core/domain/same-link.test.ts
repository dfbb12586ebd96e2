import { expect, test } from "vitest";
import { isPageAddress, isSameLink } from "./same-link.ts";

test.each<[wanted: string, isBelow: boolean, clicked: string, expected: boolean]>([
  ["https://example.com/pricing", false, "https://example.com/pricing", true],
  ["example.com/pricing", false, "https://www.Example.com/pricing/?utm_source=a#top", true],
  ["http://example.com", false, "https://example.com/", true],
  ["example.com/pricing", false, "https://example.com/pricing/teams", false],
  ["example.com/pricing", true, "https://example.com/pricing/teams", true],
  ["example.com/pricing", true, "https://example.com/pricing-old", false],
  ["example.com", true, "https://example.com/anything?x=1", true],
  ["example.com/?plan=pro", false, "https://example.com/?a=1&plan=pro", true],
  ["example.com/?plan=pro", false, "https://example.com/?plan=free", false],
  ["example.com/Pricing", false, "https://example.com/pricing", false],
  ["example.com", false, "https://shop.example.com/", false],
  ["", false, "https://example.com/", false],
  ["example.com", false, "mailto:a@example.com", false],
])("“%s” (and below: %s) is met by %s: %s", (url, isBelow, clicked, expected) => {
  expect(isSameLink({ url, isBelow }, clicked)).toBe(expected);
});

test.each(["", "pricing", "my page", "https://", "mailto:ana@example.com"])(
  "“%s” is no address of a page",
  (typed) => {
    expect(isPageAddress(typed)).toBe(false);
  },
);
