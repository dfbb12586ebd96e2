import { expect, test } from "vitest";
import { cleanCell } from "./clean-cell.ts";
import { readNumber, weighNumber } from "./read-number.ts";
import { readBoolean, readStatus } from "./read-words.ts";
import { readZone } from "./read-zone.ts";
import { splitName } from "./split-name.ts";

test.each([
  ["12", ".", 12],
  ["-3.5", ".", -3.5],
  [".5", ".", 0.5],
  ["1,234.56", ".", 1234.56],
  ["1.234,56", ",", 1234.56],
  ["1 234,56", ",", 1234.56],
  ["1'234.50", ".", 1234.5],
  ["1,234,567", ".", 1234567],
  ["1.234.567", ".", 1234567],
  ["1.234", ".", 1.234],
  ["1.234", ",", 1234],
  ["€ 12.50", ".", 12.5],
  ["12,5 %", ",", 12.5],
  ["1,23", ".", null],
  ["12 seats", ".", null],
  ["1.2.3", ".", null],
  ["-", ".", null],
] as const)("The number %s with %s before the fraction is %s", (text, mark, number) => {
  expect(readNumber(text, mark)).toBe(number);
});

test.each([
  ["12.5", "."],
  ["12,5", ","],
  ["1.234,5", ","],
  ["1,234.5", "."],
  ["1.234", "either"],
  ["12", "either"],
  ["a", "none"],
] as const)("The number %s speaks for %s", (text, evidence) => {
  expect(weighNumber(text)).toBe(evidence);
});

test.each([
  ["Yes", true],
  ["JA", true],
  ["Sí", true],
  ["1", true],
  ["não", false],
  ["off", false],
  ["perhaps", null],
] as const)("%s means %s", (text, answer) => {
  expect(readBoolean(text)).toBe(answer);
});

test.each([
  ["Subscribed", "subscribed"],
  ["opted_out", "unsubscribed"],
  ["Cleaned", "bounced"],
  ["hard bounce", "bounced"],
  ["SPAM", "complained"],
  ["abgemeldet", "unsubscribed"],
  ["Désabonné", "unsubscribed"],
  ["non-subscribed", "unconfirmed"],
  ["yes", "subscribed"],
  ["no", "unsubscribed"],
  ["archived", "archived"],
  ["maybe", null],
] as const)("The status %s is %s", (text, status) => {
  expect(readStatus(text, { isOptOut: false })).toBe(status);
});

test("A yes to an opt-out is no subscription", () => {
  expect(readStatus("yes", { isOptOut: true })).toBe("unsubscribed");
  expect(readStatus("0", { isOptOut: true })).toBe("subscribed");
});

test.each([
  ["Europe/Berlin", "Europe/Berlin"],
  ["europe/berlin", "Europe/Berlin"],
  ["America/New York", "America/New_York"],
  ["São Paulo", "America/Sao_Paulo"],
  ["Pacific Standard Time", "America/Los_Angeles"],
  ["utc", "UTC"],
  ["+02:00", null],
  ["Atlantis", null],
] as const)("The time zone %s is %s", (text, zone) => {
  expect(readZone(text)).toBe(zone);
});

test.each([
  ["Ana Ruiz", "Ana", "Ruiz"],
  ["Ruiz Soto, Ana", "Ana", "Ruiz Soto"],
  ["Dr. Ana van den Berg", "Ana", "van den Berg"],
  ["Frau Prof. Lena Groß", "Lena", "Groß"],
  ["Ana", "Ana", null],
  ["Hr Madsen", "Hr", "Madsen"],
] as const)("%s is called %s", (name, firstName, lastName) => {
  expect(splitName(name)).toEqual({ firstName, lastName });
});

test.each([
  ["  Ana ", "Ana"],
  ["\u00a0Ana\u00a0Ruiz\u200b", "Ana Ruiz"],
  ["Ju\u0308rgen", "Jürgen"],
  ["a\u0000b", "ab"],
  ["two\nlines", "two\nlines"],
  ['="00123"', "00123"],
  ["'=1+1", "=1+1"],
  ["'s-Hertogenbosch", "'s-Hertogenbosch"],
  ["Łódź 10 €", "Łódź 10 €"],
])("The cell %j reads %j", (cell, text) => {
  expect(cleanCell(cell)).toBe(text);
});
