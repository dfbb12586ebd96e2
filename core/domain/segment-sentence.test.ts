import { expect, test } from "vitest";
import type { SegmentRule } from "./segment.ts";
import { segmentSentence } from "./segment-sentence.ts";
import type { RuleNames } from "./segment-sentence.ts";

const names: RuleNames = {
  stages: new Map([
    ["s1", "Lead"],
    ["s2", "Customer"],
  ]),
  fields: new Map([["city", "City"]]),
  segments: new Map([["g1", "Newcomers"]]),
  campaigns: new Map([["c1", "Welcome"]]),
};

const lead: SegmentRule = { kind: "stage", test: "is", stageIds: ["s1"] };
const hot: SegmentRule = { kind: "tag", test: "has", tag: "hot" };
const berlin: SegmentRule = { kind: "field", field: "city", test: "is", value: "Berlin" };

const cases: [SegmentRule, string][] = [
  [{ kind: "all", rules: [] }, "everyone"],
  [{ kind: "any", rules: [] }, "nobody"],
  [{ kind: "none", rules: [] }, "everyone"],
  [{ kind: "all", rules: [lead, hot] }, "stage is Lead and has the tag “hot”"],
  [
    { kind: "all", rules: [lead, { kind: "any", rules: [hot, berlin] }] },
    "stage is Lead and (has the tag “hot” or City is “Berlin”)",
  ],
  [
    { kind: "any", rules: [{ kind: "all", rules: [hot] }, lead] },
    "has the tag “hot” or stage is Lead",
  ],
  [{ kind: "none", rules: [hot, berlin] }, "not (has the tag “hot” or City is “Berlin”)"],
  [{ kind: "stage", test: "is-not", stageIds: ["s1", "s2"] }, "stage is not Lead or Customer"],
  [{ kind: "stage", test: "is", stageIds: ["s9"] }, "stage is a stage that is gone"],
  [{ kind: "stage", test: "is", stageIds: [] }, "stage is …"],
  [{ kind: "tag", test: "has-not", tag: "" }, "does not have the tag …"],
  [{ kind: "status", test: "is-not", status: "subscribed" }, "is not subscribed"],
  [{ kind: "field", field: "first_name", test: "is-blank", value: "" }, "First name is blank"],
  [{ kind: "field", field: "city", test: "at-least", value: "5" }, "City is at least 5"],
  [
    { kind: "field", field: "city", test: "within-next-days", value: "7" },
    "City is within the next 7 days",
  ],
  [{ kind: "field", field: "x", test: "is", value: "1" }, "a field that is gone (x) is “1”"],
  [{ kind: "in-segment", test: "is-not", segmentId: "g1" }, "is not in segment “Newcomers”"],
  [{ kind: "in-segment", test: "is", segmentId: "g9" }, "is in a segment that is gone"],
  [
    { kind: "activity", did: "opened", test: "did", lastDays: 30, campaignId: null },
    "opened an email in the last 30 days",
  ],
  [
    { kind: "activity", did: "clicked", test: "did-not", lastDays: null, campaignId: "c1" },
    "did not click in any email of “Welcome” so far",
  ],
  [
    { kind: "activity", did: "sent", test: "did-not", lastDays: 1, campaignId: null },
    "was not sent any email in the last day",
  ],
];

test.each(cases)("%j", (rule, sentence) => {
  expect(segmentSentence(rule, names)).toBe(sentence);
});
