import { expect, test } from "vitest";
import type { CampaignFacts, CampaignSummary } from "./campaign-facts.ts";
import type { PropertyTest } from "./contact-event.ts";
import type { CampaignOutcome, Entry } from "./entry.ts";
import { entryProblems } from "./entry-problems.ts";
import { ab, email, facts, planOf } from "./plan-examples.ts";
import type { ProblemCase } from "./plan-examples.ts";
import { anyTime } from "./schedule.ts";

function after(campaignId: string, outcome: CampaignOutcome = "finished"): Entry {
  return { kind: "campaign-ended", campaignId, outcome };
}

function date(field: string): Entry {
  const offset = { amount: 2, unit: "days" } as const;
  return { kind: "date-reached", field, offset, side: "before", time: "09:00", isYearly: true };
}

function onDay(change: Partial<Extract<Entry, { kind: "broadcast" }>>): Entry {
  return { kind: "broadcast", segmentId: "leads", date: "2026-03-02", time: "09:00", ...change };
}

function event(name: string, filter?: Partial<PropertyTest>): Entry {
  const test: PropertyTest = { property: "page", test: "is", value: "/thanks", ...filter };
  return { kind: "event-received", name, filter: filter ? test : null };
}

function click(url: string): Entry {
  return { kind: "link-clicked", url, isBelow: false, alsoUnsure: false };
}

/** The other campaigns, changed. */
function others(
  second: Partial<CampaignSummary>,
  third: Partial<CampaignSummary> = {},
): CampaignFacts["campaigns"] {
  const other: CampaignSummary = { name: "", hasGoal: false, state: "live", startsAfter: [] };
  return new Map([
    ["c2", { ...other, name: "Onboarding", ...second }],
    ["c3", { ...other, name: "Offer", ...third }],
  ]);
}

const cases: ProblemCase[] = [
  ["a sound entry", planOf(ab), {}, []],
  ["no entry", planOf(ab, { entries: [] }), {}, ["Nobody can enter"]],
  [
    "no segment chosen",
    planOf(ab, { entries: [{ kind: "joins-segment", segmentId: "" }] }),
    {},
    ["names no segment"],
  ],
  [
    "a segment gone",
    planOf(ab, { entries: [{ kind: "joins-segment", segmentId: "x" }] }),
    {},
    ["segment that is gone"],
  ],
  ["no tag", planOf(ab, { entries: [{ kind: "tag-added", tag: " " }] }), {}, ["names no tag"]],
  ["any stage", planOf(ab, { entries: [{ kind: "stage-changed", stageId: null }] }), {}, []],
  [
    "a stage gone",
    planOf(ab, { entries: [{ kind: "stage-changed", stageId: "fan" }] }),
    {},
    ["stage that is gone"],
  ],
  [
    "no field chosen",
    planOf(ab, { entries: [{ kind: "field-changed", field: "", to: null }] }),
    {},
    ["names no field"],
  ],
  [
    "a field gone",
    planOf(ab, { entries: [{ kind: "field-changed", field: "x", to: null }] }),
    {},
    ["field that is gone"],
  ],
  [
    "no value",
    planOf(ab, { entries: [{ kind: "field-changed", field: "score", to: " " }] }),
    {},
    ["names none: type one"],
  ],
  [
    "a value the field cannot have",
    planOf(ab, { entries: [{ kind: "field-changed", field: "score", to: "many" }] }),
    {},
    ["can never have"],
  ],
  [
    "no campaign to wait for",
    planOf(ab, { entries: [after("")] }),
    {},
    ["waits for another campaign but names none"],
  ],
  [
    "a campaign that waits for itself",
    planOf(ab, { entries: [after("c1")] }),
    {},
    ["very campaign"],
  ],
  ["a campaign gone", planOf(ab, { entries: [after("c9")] }), {}, ["campaign that is gone"]],
  ["another campaign’s end", planOf(ab, { entries: [after("c2")] }), {}, []],
  [
    "the goal of a campaign without one",
    planOf(ab, { entries: [after("c2", "goal-missed")] }),
    {},
    ["goal of “Onboarding”, which has none"],
  ],
  [
    "a campaign that was stopped",
    planOf(ab, { entries: [after("c2")] }),
    { campaigns: others({ state: "stopped" }) },
    ["was stopped, so nobody finishes it"],
  ],
  [
    "a circle of campaigns",
    planOf(ab, { entries: [after("c2")], reentry: { kind: "after-finishing", minGapDays: 0 } }),
    { campaigns: others({ startsAfter: ["c3"] }, { startsAfter: ["c2", "c1"] }) },
    [
      "starts after “Onboarding”, “Onboarding” after “Offer”, “Offer” after this one: people can go",
    ],
  ],
  [
    "an action that starts the campaign again",
    planOf([email("a", { actions: [{ kind: "add-tag", tag: "vip" }] })], {
      entries: [{ kind: "tag-added", tag: "vip" }],
      reentry: { kind: "restart" },
    }),
    {},
    ["own actions bring the same people in again"],
  ],
  [
    "an action that would, of a campaign that takes everyone once",
    planOf([email("a", { actions: [{ kind: "add-tag", tag: "vip" }] })], {
      entries: [{ kind: "tag-added", tag: "vip" }],
    }),
    {},
    [],
  ],
  [
    "a circle that is walked once",
    planOf(ab, { entries: [after("c2")] }),
    { campaigns: others({ startsAfter: ["c1"] }) },
    [],
  ],
  ["no date", planOf(ab, { entries: [date("")] }), {}, ["waits for a date but names no field"]],
  ["a date gone", planOf(ab, { entries: [date("x")] }), {}, ["date whose field is gone"]],
  ["a field of no date", planOf(ab, { entries: [date("score")] }), {}, ["its field holds none"]],
  ["a date", planOf(ab, { entries: [date("born")] }), {}, []],
  [
    "no segment on a day",
    planOf(ab, { entries: [onDay({ segmentId: "" })] }),
    {},
    ["names no seg"],
  ],
  ["a segment gone", planOf(ab, { entries: [onDay({ segmentId: "x" })] }), {}, ["segment that is"]],
  [
    "no day",
    planOf(ab, { entries: [onDay({ date: "" })] }),
    {},
    ["waits for a day but names none"],
  ],
  ["a day to come", planOf(ab, { entries: [onDay({ time: "12:01" })] }), {}, []],
  [
    "a day that is past",
    planOf(ab, { entries: [onDay({ time: "11:59" })] }),
    {},
    ["2 March 2026 at 11:59 is past, so nobody would start"],
  ],
  [
    "a day that has come since",
    planOf(ab, { entries: [onDay({ time: "11:59" })] }),
    { campaigns: new Map([["c1", { name: "", hasGoal: true, state: "live", startsAfter: [] }]]) },
    ["so nobody starts by it any more"],
  ],
  [
    "a day that is past on the campaign’s clock",
    planOf(ab, {
      entries: [onDay({ time: "20:00" })],
      schedule: { ...anyTime, zone: { kind: "fixed", zone: "Asia/Tokyo" } },
    }),
    {},
    ["2 March 2026 at 20:00 is past"],
  ],
  ["no event", planOf(ab, { entries: [event(" ")] }), {}, ["waits for an event but names none"]],
  ["an event", planOf(ab, { entries: [event("signup")] }), {}, []],
  [
    "a detail without a name",
    planOf(ab, { entries: [event("signup", { property: " " })] }),
    {},
    ["asks for a detail of its event but names none"],
  ],
  [
    "a detail without a value",
    planOf(ab, { entries: [event("signup", { value: "" })] }),
    {},
    ["not what it is to be"],
  ],
  [
    "a least that is no number",
    planOf(ab, { entries: [event("signup", { test: "at-least", value: "much" })] }),
    {},
    ["at least “much”, which is no number"],
  ],
  [
    "an event without a relay",
    planOf(ab, { entries: [event("signup")] }),
    { hasRelay: false },
    ["Without a relay nothing is heard of your website"],
  ],
  ["no link", planOf(ab, { entries: [click("")] }), {}, ["names no link"]],
  [
    "no address",
    planOf(ab, { entries: [click("pricing")] }),
    {},
    ["“pricing”, which is no address"],
  ],
  ["a link", planOf(ab, { entries: [click("example.com/pricing")] }), {}, []],
  [
    "a link of no email",
    planOf(ab, { entries: [click("example.com/demo")] }),
    {},
    ["No email leads to example.com/demo yet"],
  ],
  [
    "a click without a relay",
    planOf(ab, { entries: [click("example.com/pricing")] }),
    { hasRelay: false },
    ["without a relay none is ever heard"],
  ],
  [
    "an entry twice",
    planOf(ab, { entries: [{ kind: "by-hand" }, { kind: "by-hand" }] }),
    {},
    ["there twice"],
  ],
];

test.each(cases)("%s", (_sentence, plan, change, expected) => {
  const texts = entryProblems(plan, { ...facts, ...change }).map(({ text }) => text);
  expect(texts).toHaveLength(expected.length);
  for (const [index, part] of expected.entries()) expect(texts[index]).toContain(part);
});
