import { expect, test } from "vitest";
import { campaignProblems } from "./campaign-problems.ts";
import { email, facts, hot, lane, on, planOf, split, written } from "./plan-examples.ts";
import type { ProblemCase } from "./plan-examples.ts";
import { anyTime } from "./schedule.ts";

const emails: ProblemCase[] = [
  ["nothing written", planOf([email("new")]), {}, ["not written yet"]],
  [
    "no subject",
    planOf([email("a")]),
    { emails: new Map([["a", { ...written, subject: " " }]]) },
    ["no subject"],
  ],
  [
    "no text",
    planOf([email("a")]),
    { emails: new Map([["a", { ...written, isEmpty: true }]]) },
    ["no text"],
  ],
  [
    "what the content says",
    planOf([email("a")]),
    {
      emails: new Map([
        ["a", { ...written, problems: [{ severity: "error", text: "Unknown tag." }] }],
      ]),
    },
    ["“a”: Unknown tag."],
  ],
  ["a trigger on an earlier email", planOf([email("a"), email("b", on({}))]), {}, []],
  [
    "a trigger on the first email",
    planOf([email("a", on({ target: { kind: "last" } }))]),
    {},
    ["no email comes before"],
  ],
  [
    "a trigger on a later email",
    planOf([email("b"), email("again", on({})), email("a")]),
    {},
    ["comes later or in another lane"],
  ],
  [
    "a trigger on an email of another lane",
    planOf([
      email("b"),
      split([lane("yes", hot, [email("a")]), lane("rest", null, [email("in-lane", on({}))])], null),
    ]),
    {},
    ["comes later or in another lane"],
  ],
  [
    "a trigger on an email of a lane above",
    planOf([split([lane("yes", hot, [email("a")]), lane("rest", null)], null), email("b", on({}))]),
    {},
    [],
  ],
  [
    "a trigger on an email that is gone",
    planOf([email("b"), email("again", on({}))]),
    {},
    ["email that is gone"],
  ],
  ["no link chosen", planOf([email("a"), email("b", on({ linkIds: [] }))]), {}, ["none is chosen"]],
  [
    "a link that is gone",
    planOf([email("a"), email("b", on({ linkIds: ["old"] }))]),
    {},
    ["no longer in the email"],
  ],
  ["a link that is there", planOf([email("a"), email("b", on({ linkIds: ["pricing"] }))]), {}, []],
  [
    "not clicked within nothing",
    planOf([email("a"), email("b", on({ negated: true }, 0))]),
    {},
    ["no time to do it"],
  ],
  ["no relay", planOf([email("a"), email("b", on({}))]), { hasRelay: false }, ["without a relay"]],
  [
    "no tracking",
    planOf([email("a"), email("b", on({}))], { tracking: "off" }),
    {},
    ["does not track"],
  ],
  [
    "a reply that ends the campaign",
    planOf([email("a"), email("b", on({ did: "replied" }))]),
    {},
    ["ends for everyone who replies"],
  ],
  [
    "no reply, though a reply ends it",
    planOf([email("a"), email("b", on({ did: "replied", negated: true }))]),
    {},
    [],
  ],
  [
    "no inbox",
    planOf([email("a"), email("b", on({ did: "replied" }))], { exitOnReply: false }),
    { hasInbox: false },
    ["no inbox"],
  ],
  [
    "its own schedule never opens",
    planOf([email("a", { schedule: { ...anyTime, weekdays: [] } })]),
    {},
    ["“a”: The schedule never opens"],
  ],
  [
    "only to a stage that is gone",
    planOf([
      email("a", {
        onlyTo: { rule: { kind: "stage", test: "is", stageIds: ["x"] }, otherwise: "skip" },
      }),
    ]),
    {},
    ["“only to”: A condition names a stage that is gone"],
  ],
  ["a resend", planOf([email("a"), email("again", { resendOf: "a" })]), {}, []],
  [
    "a resend of what is gone",
    planOf([email("again", { resendOf: "x" })]),
    {},
    ["again that is gone"],
  ],
  [
    "a resend above its email",
    planOf([email("again", { resendOf: "a" }), email("a")]),
    {},
    ["nobody here was sent before"],
  ],
  [
    "a resend of a resend",
    planOf([email("a"), email("b", { resendOf: "a" }), email("again", { resendOf: "b" })]),
    {},
    ["itself sent again"],
  ],
];

test.each(emails)("%s", (_sentence, plan, change, expected) => {
  const texts = campaignProblems(plan, { ...facts, ...change }).map(({ text }) => text);
  expect(texts).toHaveLength(expected.length);
  for (const [index, part] of expected.entries()) expect(texts[index]).toContain(part);
});
