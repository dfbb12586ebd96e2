import { describe, expect, test } from "vitest";
import type { RuleNames } from "#core/domain/segment-sentence.ts";
import type { SegmentRule } from "#core/domain/segment.ts";
import { contactsWords, ruleWords } from "./rule-words.ts";

const names: RuleNames = {
  stages: new Map([["s1", "Lead"]]),
  fields: new Map(),
  segments: new Map(),
  campaigns: new Map(),
};

describe("A rule reads as a sentence", () => {
  const cases: readonly { name: string; rule: SegmentRule; words: string }[] = [
    { name: "without conditions", rule: { kind: "all", rules: [] }, words: "Everyone." },
    {
      name: "unfinished",
      rule: { kind: "stage", test: "is", stageIds: [] },
      words: "Stage is …",
    },
    {
      name: "with two",
      rule: {
        kind: "all",
        rules: [
          { kind: "stage", test: "is", stageIds: ["s1"] },
          { kind: "tag", test: "has", tag: "hot" },
        ],
      },
      words: "Stage is Lead and has the tag “hot”.",
    },
  ];
  test.each(cases)("$name", ({ rule, words }) => {
    expect(ruleWords(rule, names)).toBe(words);
  });
});

test.each([
  { count: 0, words: "0 contacts" },
  { count: 1, words: "1 contact" },
  { count: 1204, words: "1,204 contacts" },
])("$count is said as $words", ({ count, words }) => {
  expect(contactsWords(count)).toBe(words);
});
