import { describe, expect, test } from "vitest";
import { fileWords, formatBytes, resultWords } from "./import-words.ts";

const nothing = {
  rows: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  invalid: 0,
  duplicates: 0,
  suppressed: 0,
};

describe("What became of a file", () => {
  const cases = [
    { name: "both", counts: { added: 1412, updated: 31 }, words: "1,412 new, 31 updated" },
    { name: "new alone", counts: { added: 2 }, words: "2 new" },
    { name: "neither", counts: { unchanged: 7 }, words: "Nothing new" },
  ];
  test.each(cases)("is said in words: $name", ({ counts, words }) => {
    expect(resultWords({ ...nothing, ...counts })).toBe(words);
  });
});

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [77_861, "78 KB"],
  [314_572_800, "314.6 MB"],
  [2_500_000_000, "2.5 GB"],
])("A file of %i bytes has %s", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

test("How a file is written is said in words", () => {
  const columns = [1, 2];
  expect(fileWords({ encoding: "windows-1252", delimiter: "\t", hasHeader: false, columns })).toBe(
    "WINDOWS-1252 · separated by tabs · without column names · 2 columns",
  );
});
