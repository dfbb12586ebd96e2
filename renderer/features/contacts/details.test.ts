import { expect, test } from "vitest";
import {
  changedNames,
  type Contact,
  type ContactField,
  detailProblems,
  detailsOf,
  toSave,
} from "./details.ts";

const fields: readonly ContactField[] = [
  { key: "city", label: "City", type: "text" },
  { key: "orders", label: "Orders", type: "number" },
  { key: "birthday", label: "Birthday", type: "date" },
  { key: "vip", label: "VIP", type: "boolean" },
];

const ana: Contact = {
  id: "c1",
  address: "ana@example.com",
  firstName: "Ana",
  lastName: null,
  stageId: null,
  status: "subscribed",
  tags: [],
  createdAt: 0,
  fields: { orders: 3, vip: false },
  zone: "Europe/Lisbon",
  isZoneGuessed: true,
  trackingConsent: false,
  consentSource: null,
  snoozedUntil: null,
  isSuppressed: false,
  suppressionReason: null,
  enrollments: [],
};
const saved = detailsOf(ana, fields);

test("What is shown and not touched is saved as it was", () => {
  expect(toSave("c1", saved, fields)).toEqual({
    id: "c1",
    address: "ana@example.com",
    firstName: "Ana",
    lastName: null,
    stageId: null,
    zone: "Europe/Lisbon",
    trackingConsent: false,
    fields: { orders: 3, vip: false },
  });
});

test.each<[string, Record<string, string>, string[]]>([
  ["nothing typed", {}, []],
  ["the same again", { firstName: "Ana" }, []],
  ["blanks around it", { firstName: " Ana " }, []],
  ["another name", { firstName: "Anna", lastName: "" }, ["firstName"]],
  ["a field emptied", { "field orders": "" }, ["field orders"]],
  ["a field that is gone", { "field shoe": "44" }, []],
])("Changed: %s", (_, draft, names) => {
  expect(changedNames(saved, draft)).toEqual(names);
});

test.each<[string, Record<string, string>, string | undefined, string | undefined]>([
  ["all fits", {}, undefined, undefined],
  ["a number with a comma", { "field orders": "1,5" }, undefined, undefined],
  ["a word for a number", { "field orders": "many" }, "field orders", "number"],
  ["a number read in two ways", { "field orders": "1,234" }, "field orders", "two ways"],
  ["a day that never was", { "field birthday": "2026-02-30" }, "field birthday", "day"],
  ["an address without @", { address: "ana" }, "address", "@"],
])("Problems: %s", (_, draft, name, words) => {
  const problems = detailProblems({ ...saved, ...draft }, fields);
  expect(Object.keys(problems)).toEqual(name === undefined ? [] : [name]);
  if (name !== undefined) expect(problems[name]).toContain(words);
});

test("A number shown is one that can be saved again", () => {
  const shown = detailsOf({ ...ana, fields: { orders: 1.234 } }, fields);
  expect(detailProblems(shown, fields)).toEqual({});
  expect(toSave("c1", shown, fields).fields).toEqual({ orders: 1.234 });
});
