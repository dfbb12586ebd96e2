import { expect, test } from "vitest";
import { campaignProblems } from "./campaign-problems.ts";
import { isRefused, moveStep, duplicateStep } from "./edit-steps.ts";
import { newGoToStep } from "./new-step.ts";
import { email, facts, hot, lane, planOf, split } from "./plan-examples.ts";
import type { GoToStep, Step } from "./campaign.ts";

function goTo(to: string, change: Partial<GoToStep> = {}): GoToStep {
  return { ...newGoToStep(() => "g"), to, ...change };
}

function inLane(...steps: Step[]): Step {
  return split([lane("yes", hot, steps), lane("rest", null)], null);
}

const at0 = { amount: 0, unit: "days" } as const;
const minutes = (amount: number) => ({ amount, unit: "minutes" }) as const;

test.each([
  ["nowhere", [email("a"), goTo("")], ["leads nowhere"]],
  ["to a step that is gone", [email("a"), goTo("x")], ["is gone"]],
  ["back", [email("a"), goTo("a")], []],
  ["back at once", [email("a"), goTo("a", { delay: at0 })], ["at least an hour"]],
  ["back after 59 minutes", [email("a"), goTo("a", { delay: minutes(59) })], ["at least an hour"]],
  ["back after an hour", [email("a"), goTo("a", { delay: minutes(60) })], []],
  ["on at once", [goTo("b", { delay: at0 }), email("a"), email("b")], []],
  ["out of a lane", [email("a"), inLane(goTo("a"))], []],
  ["to the split around it, at once", [inLane(goTo("split", { delay: at0 }))], ["an hour"]],
  ["into a lane", [inLane(email("a")), goTo("a")], ["in a lane it is not in"]],
])("A go-to step %s", (_where, steps, expected) => {
  const texts = campaignProblems(planOf(steps), facts).flatMap(({ stepId, text }) =>
    stepId === "g" ? [text] : [],
  );
  expect(texts).toHaveLength(expected.length);
  for (const [index, part] of expected.entries()) expect(texts[index]).toContain(part);
});

test("Its target cannot be moved into a lane it is not in, and may be moved about otherwise", () => {
  const plan = planOf([email("a"), goTo("a"), inLane(), email("b")]);
  const refused = moveStep(plan, "a", { laneId: "yes", index: 0 });
  expect(isRefused(refused) && refused.refused).toContain("neither can be moved into a lane");
  expect(isRefused(moveStep(plan, "a", { laneId: null, index: 1 }))).toBe(false);
  expect(isRefused(moveStep(plan, "g", { laneId: "yes", index: 0 }))).toBe(false);
});

test("Its copy, made with the step it leads to, leads to that step's copy", () => {
  let made = 0;
  const { plan } = duplicateStep(
    planOf([inLane(email("a"), goTo("a"))]),
    "split",
    () => `n${made++}`,
  );
  const copy = plan.steps[1];
  const [mail, back] = copy?.kind === "split" ? (copy.lanes[0]?.steps ?? []) : [];
  expect(back).toMatchObject({ kind: "go-to", to: mail?.id });
  expect(mail?.id).not.toBe("a");
});
