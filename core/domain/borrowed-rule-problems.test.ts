import { expect, test } from "vitest";
import { campaignProblems } from "./campaign-problems.ts";
import type { CampaignFacts } from "./campaign-facts.ts";
import { email, end, facts, lane, planOf, split } from "./plan-examples.ts";
import type { SegmentRule } from "./segment.ts";

const onGoneField: SegmentRule = {
  kind: "all",
  rules: [{ kind: "field", field: "expo", test: "is", value: "2026" }],
};
const inVisitors: SegmentRule = { kind: "in-segment", test: "is", segmentId: "visitors" };
const gone = "condition names the field “expo”, which is gone: choose another.";

const visitorsBroken: Partial<CampaignFacts> = {
  segmentRules: new Map([...facts.segmentRules, ["visitors", onGoneField]]),
  segmentNames: new Map([...facts.segmentNames, ["visitors", "Visitors"]]),
};
const ofVisitors = `The segment “Visitors” cannot be used as it is: a ${gone}`;
const a = email("a");

test.each([
  [
    "the goal's",
    planOf([a]),
    { goalRule: { name: "Bought", rule: onGoneField } },
    [`The goal “Bought” cannot be used as it is: a ${gone}`],
  ],
  [
    "the campaign's segment",
    planOf([a]),
    { ...visitorsBroken, segmentId: "visitors" },
    [ofVisitors],
  ],
  [
    "an entry's segment",
    planOf([a], { entries: [{ kind: "leaves-segment", segmentId: "visitors" }] }),
    visitorsBroken,
    [ofVisitors],
  ],
  [
    "a segment that an only-to asks about",
    planOf([email("a", { onlyTo: { rule: inVisitors, otherwise: "skip" } })]),
    visitorsBroken,
    [ofVisitors],
  ],
  [
    "a segment that a lane asks about",
    planOf([
      a,
      split([lane("l", { kind: "rule", rule: inVisitors }, [end]), lane("rest", null, [])], null),
    ]),
    visitorsBroken,
    [ofVisitors],
  ],
  [
    "a segment that a segment stands on, once",
    planOf([a]),
    {
      segmentRules: new Map<string, SegmentRule>([
        ["leads", { kind: "any", rules: [inVisitors, { kind: "tag", test: "has", tag: "hot" }] }],
        ["visitors", onGoneField],
      ]),
      segmentNames: new Map([["visitors", "Visitors"]]),
      goalRule: { name: "Came", rule: inVisitors },
    },
    [ofVisitors],
  ],
  ["nothing the campaign stands on", planOf([a]), visitorsBroken, []],
] satisfies [string, unknown, Partial<CampaignFacts>, string[]][])(
  "A rule that names a field that is gone: %s",
  (_name, plan, change, texts) => {
    const found = campaignProblems(plan, { ...facts, ...change });
    expect(found).toEqual(texts.map((text) => ({ stepId: null, severity: "error", text })));
  },
);
