import { expect, test } from "vitest";
import { contactEventWords, isEvent, type PropertyTest } from "./contact-event.ts";

const seen = { name: "page_view", properties: { page: "/Pricing/teams", number: 2.5 } };

test.each<[name: string, filter: PropertyTest | null, expected: boolean]>([
  ["page_view", null, true],
  [" Page_View ", null, true],
  ["page", null, false],
  ["page_view", { property: "page", test: "is", value: "/pricing/teams" }, true],
  ["page_view", { property: "page", test: "is", value: "/pricing" }, false],
  ["page_view", { property: "Page", test: "contains", value: "pricing" }, true],
  ["page_view", { property: "number", test: "at-least", value: "2,5" }, true],
  ["page_view", { property: "number", test: "at-least", value: "3" }, false],
  ["page_view", { property: "page", test: "at-least", value: "3" }, false],
  ["page_view", { property: "amount", test: "is", value: "" }, false],
])("“%s” with %o is met by a page seen: %s", (name, filter, expected) => {
  expect(isEvent({ name, filter }, seen)).toBe(expected);
});

test.each([
  [{ name: "page_view", properties: { page: "/thanks" } }, "Saw the page /thanks"],
  [{ name: "video_50", properties: { page: "/tour" } }, "Watched 50 % of a video on /tour"],
  [{ name: "signup", properties: {} }, "“signup”"],
  [{ name: "bought", properties: { amount: 30, what: "tea" } }, "“bought” (amount 30, what tea)"],
])("in words: %#", (event, expected) => {
  expect(contactEventWords(event)).toBe(expected);
});
