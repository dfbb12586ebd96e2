import { expect, test } from "vitest";
import { mailsWords } from "./clock-words.ts";

test.each([
  [0, "No mail was"],
  [1, "1 mail was"],
  [1204, "1,204 mails were"],
])("%i mails", (count, words) => {
  expect(mailsWords(count)).toBe(words);
});
