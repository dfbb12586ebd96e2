import { expect, test } from "vitest";
import { mailAt, mailStateOf, mailsWords, sentenceOf } from "./mail-words.ts";

test.each([
  { text: "uncertain", state: "uncertain" },
  { text: "in_flight", state: "in_flight" },
  { text: "lost", state: null },
  { text: undefined, state: null },
])("The path “$text” shows $state", ({ text, state }) => {
  expect(mailStateOf(text)).toBe(state);
});

test.each([
  { reason: "the address does not exist", sentence: "The address does not exist." },
  { reason: "Sending is paused.", sentence: "Sending is paused." },
])("“$reason” reads “$sentence”", ({ reason, sentence }) => {
  expect(sentenceOf(reason)).toBe(sentence);
});

test("A mail that has not left is shown at the time it may leave", () => {
  expect(mailAt({ at: null, notBefore: 5 })).toBe(5);
  expect(mailAt({ at: 7, notBefore: 5 })).toBe(7);
});

test("One mail is not several", () => {
  expect([1, 1200].map(mailsWords)).toEqual(["1 mail", "1,200 mails"]);
});
