import { expect, test } from "vitest";
import { limitsWords } from "./limits-words.ts";

const none = { perSecond: null, perMinute: null, perHour: null, perDay: null };

test.each([
  { limits: none, words: "As fast as the server takes it" },
  { limits: { ...none, perDay: 8000 }, words: "At most 8,000 a day" },
  { limits: { ...none, perMinute: 10, perDay: 400 }, words: "At most 10 a minute and 400 a day" },
  {
    limits: { perSecond: 1, perMinute: 20, perHour: 300, perDay: 1000 },
    words: "At most 1 a second, 20 a minute, 300 an hour and 1,000 a day",
  },
])("Limits read “$words”", ({ limits, words }) => {
  expect(limitsWords(limits)).toBe(words);
});
