import { expect, test } from "vitest";
import { campaignProblems, hasErrors } from "./campaign-problems.ts";
import {
  ab,
  acting,
  email,
  end,
  facts,
  hot,
  lane,
  planOf,
  split,
  waitForDay,
  waitForField,
} from "./plan-examples.ts";
import type { ProblemCase } from "./plan-examples.ts";
import { anyTime } from "./schedule.ts";

const whole: ProblemCase[] = [
  ["a sound campaign", planOf(ab), {}, []],
  ["no steps", planOf([]), {}, ["no steps"]],
  ["no email", planOf([acting({ kind: "archive" })]), {}, ["sends no email"]],
  [
    "a schedule that never opens",
    planOf(ab, { schedule: { ...anyTime, weekdays: [] } }),
    {},
    ["never opens"],
  ],
  ["no account", planOf(ab), { hasAccount: false }, ["no account"]],
  ["no postal address", planOf(ab), { hasPostalAddress: false }, ["postal address is missing"]],
  ["leaving no segment", planOf(ab, { exitOnLeave: true }), { segmentId: null }, ["nobody leaves"]],
  [
    "its own actions move people out",
    planOf(
      [email("a", { actions: [{ kind: "set-stage", stageId: "customer", onlyForward: true }] })],
      { exitOnLeave: true },
    ),
    {},
    ["move people out"],
  ],
  ["steps after an end", planOf([email("a"), end, email("b")]), {}, ["“b” is never reached"]],
  [
    "steps after a split that always ends",
    planOf([
      email("a"),
      split([lane("yes", hot, [end]), lane("rest", null, [{ ...end, id: "end-2" }])], null),
      email("b"),
    ]),
    {},
    ["“b” is never reached"],
  ],
  [
    "a lane that goes on reaches what follows",
    planOf([email("a"), split([lane("yes", hot, [end]), lane("rest", null)], null), email("b")]),
    {},
    [],
  ],
];

const others: ProblemCase[] = [
  [
    "a wait of nothing",
    planOf([
      { kind: "wait", id: "w", until: { kind: "for", duration: { amount: 0, unit: "days" } } },
      email("a"),
    ]),
    {},
    ["no length"],
  ],
  [
    "a wait for no weekday",
    planOf([
      { kind: "wait", id: "w", until: { kind: "weekday", weekdays: [], time: "09:00" } },
      email("a"),
    ]),
    {},
    ["names none"],
  ],
  ["a wait for no day", planOf([waitForDay({ date: "" }), email("a")]), {}, ["names none"]],
  [
    "a wait for a day that is past",
    planOf([waitForDay({ date: "2026-03-01", past: "skip" }), email("a")]),
    {},
    ["past already, so everyone goes on over the next step"],
  ],
  ["a wait for today", planOf([waitForDay({ date: "2026-03-02" }), email("a")]), {}, []],
  ["a wait for a date of theirs", planOf([waitForField("born"), email("a")]), {}, []],
  ["a wait for no field", planOf([waitForField(""), email("a")]), {}, ["names no field"]],
  ["a wait for a field that is gone", planOf([waitForField("x"), email("a")]), {}, ["is gone"]],
  [
    "a wait for a number",
    planOf([waitForField("score"), email("a")]),
    {},
    ["a field that holds no dates"],
  ],
  ["no actions", planOf([email("a"), acting()]), {}, ["does nothing"]],
  [
    "a tag without a name",
    planOf([email("a"), acting({ kind: "add-tag", tag: "" })]),
    {},
    ["tag without a name"],
  ],
  [
    "adding and removing one tag",
    planOf([email("a"), acting({ kind: "add-tag", tag: "x" }, { kind: "remove-tag", tag: "x" })]),
    {},
    ["both adds and removes"],
  ],
  [
    "a number that is none",
    planOf([email("a"), acting({ kind: "set-field", field: "score", value: "hi" })]),
    {},
    ["“hi” is not a number"],
  ],
  [
    "a date that is none",
    planOf([email("a"), acting({ kind: "set-field", field: "born", value: "May" })]),
    {},
    ["give a day"],
  ],
  [
    "a first name",
    planOf([email("a"), acting({ kind: "set-field", field: "first_name", value: "Ana" })]),
    {},
    [],
  ],
  [
    "the address",
    planOf([email("a"), acting({ kind: "set-field", field: "address", value: "x@y.z" })]),
    {},
    ["a campaign cannot do"],
  ],
  [
    "a field that is gone",
    planOf([email("a"), acting({ kind: "clear-field", field: "x" })]),
    {},
    ["“x”, which is gone"],
  ],
  [
    "no stage",
    planOf([email("a"), acting({ kind: "set-stage", stageId: "", onlyForward: false })]),
    {},
    ["to none"],
  ],
  [
    "a notice without text",
    planOf([email("a"), acting({ kind: "notify-owner", text: "" })]),
    {},
    ["without a text"],
  ],
  [
    "starting itself",
    planOf([email("a"), acting({ kind: "start-campaign", campaignId: "c1" })]),
    {},
    ["the very campaign"],
  ],
  [
    "starting another",
    planOf([email("a"), acting({ kind: "start-campaign", campaignId: "c2" })]),
    {},
    [],
  ],
  [
    "stopping what is gone",
    planOf([email("a"), acting({ kind: "stop-campaign", campaignId: "x" })]),
    {},
    ["campaign that is gone"],
  ],
  [
    "unsubscribing before the last email",
    planOf([email("a", { actions: [{ kind: "unsubscribe" }] }), email("b")]),
    {},
    ["nothing after it is sent"],
  ],
  ["unsubscribing after it", planOf([email("a"), acting({ kind: "unsubscribe" })]), {}, []],
  [
    "unsubscribing in one lane, an email in the other",
    planOf([
      split(
        [lane("yes", hot, [acting({ kind: "unsubscribe" })]), lane("rest", null, [email("a")])],
        null,
      ),
    ]),
    {},
    [],
  ],
];

test.each([...whole, ...others])("%s", (_sentence, plan, change, expected) => {
  const texts = campaignProblems(plan, { ...facts, ...change }).map(({ text }) => text);
  expect(texts).toHaveLength(expected.length);
  for (const [index, part] of expected.entries()) expect(texts[index]).toContain(part);
});

test("a problem names its step, and only errors keep a campaign from going live", () => {
  const problems = campaignProblems(planOf([email("a"), acting()]), facts);
  expect(problems.map(({ stepId, severity }) => [stepId, severity])).toEqual([["acts", "note"]]);
  expect(hasErrors(problems)).toBe(false);
  expect(hasErrors(campaignProblems(planOf([]), facts))).toBe(true);
});
