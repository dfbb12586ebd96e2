import { expect, test } from "vitest";
import { campaignProblems } from "./campaign-problems.ts";
import { email, end, facts, hot, lane, lot, planOf, reacts, split } from "./plan-examples.ts";
import type { SplitStep, WinnerRule } from "./campaign.ts";
import type { ProblemCase } from "./plan-examples.ts";

const pair = [lane("a", lot(10), [email("a")]), lane("b", lot(10), [email("b")])];

function tried(change: Partial<WinnerRule>, lanes = pair): SplitStep {
  const winner: WinnerRule = {
    by: "opened",
    people: 1,
    after: { amount: 4, unit: "hours" },
    holdFor: { amount: 7, unit: "days" },
    ...change,
  };
  return { ...split([...lanes, lane("rest", null)], null), winner };
}

const splits: ProblemCase[] = [
  [
    "one lane",
    planOf([email("a"), split([lane("rest", null, [end])])]),
    {},
    ["only the lane for everyone else"],
  ],
  [
    "empty lanes",
    planOf([email("a"), split([lane("yes", hot), lane("rest", null)], null)]),
    {},
    ["all its lanes are empty"],
  ],
  [
    "a wait for data",
    planOf([email("a"), split([lane("yes", hot, [end]), lane("rest", null)])]),
    {},
    ["could decide at once"],
  ],
  [
    "an interaction at once",
    planOf([email("a"), split([lane("yes", reacts({}), [end]), lane("rest", null)], null)]),
    {},
    ["no time to do it"],
  ],
  [
    "an interaction in time",
    planOf([email("a"), split([lane("yes", reacts({}), [end]), lane("rest", null)])]),
    {},
    [],
  ],
  [
    "lots for half of the people and a fifth",
    planOf([split([lane("a", lot(50), [end]), lane("b", lot(50)), lane("rest", null)], null)]),
    {},
    ["sends no email"],
  ],
  [
    "lots for more than all",
    planOf([
      email("a"),
      split([lane("a", lot(60), [end]), lane("b", lot(50)), lane("rest", null)], null),
    ]),
    {},
    ["draws lots for 110 % of people"],
  ],
  [
    "a wait for lots",
    planOf([email("a"), split([lane("a", lot(60), [end]), lane("rest", null)])]),
    {},
    ["could decide at once"],
  ],
  ["two lanes tried against each other", planOf([tried({})]), {}, []],
  ["one lane tried", planOf([tried({}, [lane("a", lot(10), [email("a")])])]), {}, ["at least two"]],
  [
    "a lane by data among those tried",
    planOf([tried({}, [lane("x", hot), ...pair])]),
    {},
    ["must be drawn by lot"],
  ],
  ["the best by a goal there is none of", planOf([tried({})]), { hasGoal: false }, []],
  [
    "the best by a goal",
    planOf([tried({ by: "goal" })]),
    { hasGoal: false },
    ["this campaign has no goal"],
  ],
  ["the best by opens", planOf([tried({})]), { hasRelay: false }, ["without a relay"]],
  ["the best untracked", planOf([tried({})], { tracking: "off" }), {}, ["does not track them"]],
  [
    "the best of nothing",
    planOf([tried({}, [lane("a", lot(10), [email("a")]), lane("b", lot(10))])]),
    {},
    ["“b” has no email"],
  ],
  [
    "a broken rule",
    planOf([
      email("a"),
      split(
        [
          lane("yes", { kind: "rule", rule: { kind: "tag", test: "has", tag: "" } }, [end]),
          lane("rest", null),
        ],
        null,
      ),
    ]),
    {},
    ["in the lane “yes”: A condition on a tag"],
  ],
  [
    "the same condition twice",
    planOf([
      email("a"),
      split([lane("yes", hot, [end]), lane("also", hot), lane("rest", null)], null),
    ]),
    {},
    ["already takes everyone"],
  ],
  [
    "clicked below opened",
    planOf([
      email("a"),
      split([
        lane("yes", reacts({ did: "opened" }), [end]),
        lane("also", reacts({})),
        lane("rest", null),
      ]),
    ]),
    {},
    ["already takes everyone"],
  ],
  [
    "opened below clicked",
    planOf([
      email("a"),
      split([
        lane("yes", reacts({}), [end]),
        lane("also", reacts({ did: "opened" })),
        lane("rest", null),
      ]),
    ]),
    {},
    [],
  ],
  [
    "one link below any link",
    planOf([
      email("a"),
      split([
        lane("yes", reacts({}), [end]),
        lane("also", reacts({ linkIds: ["pricing"] })),
        lane("rest", null),
      ]),
    ]),
    {},
    ["already takes everyone"],
  ],
  [
    "not opened below not clicked",
    planOf([
      email("a"),
      split([
        lane("yes", reacts({ negated: true }), [end]),
        lane("also", reacts({ did: "opened", negated: true })),
        lane("rest", null),
      ]),
    ]),
    {},
    ["already takes everyone"],
  ],
  [
    "not clicked below clicked",
    planOf([
      email("a"),
      split([
        lane("yes", reacts({}), [end]),
        lane("also", reacts({ negated: true })),
        lane("rest", null),
      ]),
    ]),
    {},
    [],
  ],
  [
    "a lane in the middle for everyone else",
    planOf([email("a"), split([lane("rest", null, [end]), lane("yes", hot)], null)]),
    {},
    ["no last lane", "without a condition"],
  ],
];

test.each(splits)("%s", (_sentence, plan, change, expected) => {
  const texts = campaignProblems(plan, { ...facts, ...change }).map(({ text }) => text);
  expect(texts).toHaveLength(expected.length);
  for (const [index, part] of expected.entries()) expect(texts[index]).toContain(part);
});
