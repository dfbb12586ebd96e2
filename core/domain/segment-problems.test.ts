import { expect, test } from "vitest";
import type { SegmentRule } from "./segment.ts";
import { ruleProblems } from "./segment-problems.ts";
import type { RuleWorld } from "./segment-problems.ts";

const twice: SegmentRule = {
  kind: "all",
  rules: [inSegment("g11"), inSegment("g11")],
};

function inSegment(segmentId: string): SegmentRule {
  return { kind: "in-segment", test: "is", segmentId };
}

/** Each of g0 … g11 names the one before it twice, so that the last comes to 4,096 conditions. */
const doubling = Array.from({ length: 12 }, (_, index): [string, SegmentRule] => [
  `g${index}`,
  index === 0
    ? { kind: "tag", test: "has", tag: "hot" }
    : { kind: "all", rules: [inSegment(`g${index - 1}`), inSegment(`g${index - 1}`)] },
]);

const world: RuleWorld = {
  stageIds: new Set(["s1"]),
  fieldTypes: new Map([
    ["city", "text"],
    ["score", "number"],
    ["born", "date"],
    ["member", "boolean"],
  ]),
  segmentRules: new Map(doubling),
  campaignIds: new Set(["c1"]),
};

const cases: [SegmentRule, string | undefined][] = [
  [{ kind: "all", rules: [] }, undefined],
  [{ kind: "any", rules: [] }, "nobody can match"],
  [{ kind: "stage", test: "is", stageIds: ["s1"] }, undefined],
  [{ kind: "stage", test: "is", stageIds: [] }, "names no stage"],
  [{ kind: "stage", test: "is", stageIds: ["s2"] }, "stage that is gone"],
  [{ kind: "tag", test: "has", tag: "" }, "names no tag"],
  [{ kind: "field", field: "", test: "is", value: "" }, "names no field"],
  [{ kind: "field", field: "gone", test: "is", value: "1" }, "“gone”, which is gone"],
  [{ kind: "field", field: "city", test: "is", value: "" }, "“city” has no value"],
  [{ kind: "field", field: "city", test: "is-blank", value: "" }, undefined],
  [{ kind: "field", field: "score", test: "at-least", value: "many" }, "“many” is not a number"],
  [{ kind: "field", field: "score", test: "at-least", value: "1,234" }, "read in two ways"],
  [{ kind: "field", field: "born", test: "before", value: "May" }, "a day, such as"],
  [{ kind: "field", field: "born", test: "is", value: "2026-02-31" }, "a day, such as"],
  [
    { kind: "field", field: "born", test: "within-last-days", value: "1.5" },
    "whole number of days",
  ],
  [{ kind: "field", field: "member", test: "is", value: "yes" }, "true or false"],
  [inSegment(""), "names no segment"],
  [inSegment("nowhere"), "segment that is gone"],
  [{ kind: "none", rules: [inSegment("nowhere")] }, "segment that is gone"],
  [
    { kind: "activity", did: "sent", test: "did", lastDays: null, campaignId: "c2" },
    "campaign that is gone",
  ],
  [inSegment("g9"), undefined],
  [twice, "more than 2,000 conditions"],
];

test.each(cases)("%j: %s", (rule, problem) => {
  const found = ruleProblems(rule, world);
  if (problem === undefined) expect(found).toEqual([]);
  else expect(found.join(" ")).toContain(problem);
});
