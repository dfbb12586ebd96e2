import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { must } from "../shared/assert.ts";
import { emailsBefore, findStep, walkSteps } from "./campaign.ts";
import type { CampaignPlan, Step } from "./campaign.ts";
import { campaignPlanSchema } from "./campaign-schema.ts";
import { addLane, moveLane, removeLane, renameLane, setLaneCondition } from "./edit-lanes.ts";
import {
  DEEPEST_SPLIT,
  duplicateStep,
  insertStep,
  isRefused,
  moveStep,
  removeStep,
  updateStep,
} from "./edit-steps.ts";
import type { StepPlace } from "./edit-steps.ts";
import { findPlace } from "./map-steps.ts";
import {
  newActionsStep,
  newEmailStep,
  newEndStep,
  newLane,
  newPlan,
  newResendStep,
  newSplitStep,
  newWaitStep,
} from "./new-step.ts";
import type { MakeId } from "./new-step.ts";
import { email, hot, lane, on, planOf, reacts, split } from "./plan-examples.ts";

function counter(): MakeId {
  let made = 0;
  return () => `new-${(made += 1)}`;
}

function idsOf(plan: CampaignPlan): string[] {
  return Array.from(walkSteps(plan.steps), ({ id }) => id);
}

function outline(steps: readonly Step[]): unknown[] {
  return steps.map((step) =>
    step.kind === "split"
      ? [step.id, ...step.lanes.map((each) => [each.id, ...outline(each.steps)])]
      : step.id,
  );
}

function expectPlan(result: object): CampaignPlan {
  expect(isRefused(result) ? result.refused : undefined).toBeUndefined();
  return result as CampaignPlan;
}

const plan = planOf([
  email("a"),
  split([lane("yes", reacts({}), [email("in-lane")]), lane("rest", null)]),
  email("b", on({})),
]);

describe("moveStep", () => {
  test.each([
    [
      "to the top of a lane",
      "b",
      { laneId: "yes", index: 0 },
      ["a", ["split", ["yes", "b", "in-lane"], ["rest"]]],
    ],
    [
      "into an empty lane",
      "b",
      { laneId: "rest", index: 0 },
      ["a", ["split", ["yes", "in-lane"], ["rest", "b"]]],
    ],
    [
      "out of a lane",
      "in-lane",
      { laneId: null, index: 0 },
      ["in-lane", "a", ["split", ["yes"], ["rest"]], "b"],
    ],
    [
      "the whole split down",
      "split",
      { laneId: null, index: 2 },
      ["a", "b", ["split", ["yes", "in-lane"], ["rest"]]],
    ],
    [
      "past the end means last",
      "in-lane",
      { laneId: null, index: 99 },
      ["a", ["split", ["yes"], ["rest"]], "b", "in-lane"],
    ],
  ] satisfies [string, string, StepPlace, unknown[]][])("%s", (_sentence, id, place, expected) => {
    expect(outline(expectPlan(moveStep(plan, id, place)).steps)).toEqual(expected);
  });

  test("gives back the very plan where nothing moves", () => {
    expect(moveStep(plan, "split", { laneId: null, index: 1 })).toBe(plan);
  });

  test("refuses a split into its own lane", () => {
    expect(moveStep(plan, "split", { laneId: "yes", index: 0 })).toEqual({
      refused: "The split “Interest” cannot be moved into one of its own lanes.",
    });
  });

  test.each([
    ["a dependent above its email", plan, "b", { laneId: null, index: 0 }, "“b” depends on “a”"],
    ["the email below its dependent", plan, "a", { laneId: null, index: 2 }, "depends on “a”"],
    [
      "the email into a lane beside its dependent",
      planOf([email("a"), split([lane("yes", hot), lane("rest", null, [email("b", on({}))])])]),
      "a",
      { laneId: "yes", index: 0 },
      "“b” depends on “a”",
    ],
    [
      "a resend above its email",
      planOf([email("a"), email("b", { resendOf: "a" })]),
      "b",
      { laneId: null, index: 0 },
      "“b” depends on “a”",
    ],
    [
      "whoever waits for the last email to the top",
      planOf([email("a"), email("b", on({ target: { kind: "last" } }))]),
      "b",
      { laneId: null, index: 0 },
      "cannot come first",
    ],
  ] satisfies [string, CampaignPlan, string, StepPlace, string][])(
    "refuses %s",
    (_sentence, before, id, place, text) => {
      const result = moveStep(before, id, place);
      expect(isRefused(result) && result.refused).toContain(text);
    },
  );

  test("leaves alone what was broken before", () => {
    const broken = planOf([email("b", on({})), email("a"), email("c")]);
    expect(outline(expectPlan(moveStep(broken, "c", { laneId: null, index: 0 })).steps)).toEqual([
      "c",
      "b",
      "a",
    ]);
  });
});

describe("insertStep", () => {
  test("shares every step it does not touch", () => {
    const after = expectPlan(insertStep(plan, { laneId: "rest", index: 0 }, email("new")));
    expect(after.steps[0]).toBe(plan.steps[0]);
    expect(after.steps[2]).toBe(plan.steps[2]);
    expect(outline(after.steps)).toEqual([
      "a",
      ["split", ["yes", "in-lane"], ["rest", "new"]],
      "b",
    ]);
  });

  test("refuses splits too deep in each other", () => {
    const makeId = counter();
    let deep = newPlan(null);
    let laneId: string | null = null;
    for (let depth = 0; depth < DEEPEST_SPLIT; depth += 1) {
      const step = newSplitStep(makeId);
      deep = expectPlan(insertStep(deep, { laneId, index: 0 }, step));
      laneId = must(step.lanes[0]).id;
    }
    const result = insertStep(deep, { laneId, index: 0 }, newSplitStep(makeId));
    expect(isRefused(result) && result.refused).toContain("at most 6 deep");
    expect(campaignPlanSchema.safeParse(deep).success).toBe(true);
  });
});

test("a removed split takes its lanes along", () => {
  expect(outline(removeStep(plan, "split").steps)).toEqual(["a", "b"]);
  expect(removeStep(plan, "nowhere")).toBe(plan);
});

test("an update changes one step, wherever it stands", () => {
  const after = updateStep(plan, "in-lane", (step) => ({ ...step, name: "New name" }) as Step);
  expect(findStep(after.steps, "in-lane")).toMatchObject({ name: "New name" });
  expect(after.steps[0]).toBe(plan.steps[0]);
  expect(updateStep(plan, "a", (step) => step)).toBe(plan);
  expect(() => updateStep(plan, "a", (step) => ({ ...step, id: "other" }))).toThrow("keeps");
});

test("a copy has ids of its own, and what depended on the inside depends on the copy", () => {
  const inner = planOf([
    email("a"),
    split([
      lane("yes", reacts({}), [email("in-lane"), email("again", { resendOf: "in-lane" })]),
      lane("rest", null),
    ]),
  ]);
  const { plan: after, copies } = duplicateStep(inner, "split", counter());
  expect(new Set(idsOf(after)).size).toBe(idsOf(after).length);
  expect([...copies.keys()]).toEqual(["split", "in-lane", "again"]);
  expect(findStep(after.steps, must(copies.get("again")))).toMatchObject({
    name: "again (copy)",
    resendOf: copies.get("in-lane"),
  });
  // Its lane waits for a click in “a”, which was not copied.
  expect(JSON.stringify(findStep(after.steps, must(copies.get("split"))))).toContain(
    '"stepId":"a"',
  );
});

describe("lanes", () => {
  test("a new lane comes above everyone else", () => {
    const after = addLane(
      plan,
      "split",
      newLane(() => "maybe", "Maybe", hot),
    );
    expect(outline(after.steps)[1]).toEqual(["split", ["yes", "in-lane"], ["maybe"], ["rest"]]);
  });

  test("everyone else cannot be removed, others can", () => {
    expect(isRefused(removeLane(plan, "rest"))).toBe(true);
    expect(outline(expectPlan(removeLane(plan, "yes")).steps)[1]).toEqual(["split", ["rest"]]);
  });

  test("lanes change places above everyone else only", () => {
    const three = addLane(
      plan,
      "split",
      newLane(() => "maybe", "Maybe", hot),
    );
    const expected = ["split", ["maybe"], ["yes", "in-lane"], ["rest"]];
    expect(outline(moveLane(three, "yes", 9).steps)[1]).toEqual(expected);
    expect(outline(moveLane(three, "maybe", -1).steps)[1]).toEqual(expected);
    expect(moveLane(three, "rest", 0)).toBe(three);
  });

  test("a lane is renamed, and takes another condition", () => {
    const after = setLaneCondition(renameLane(plan, "yes", "Warm"), "yes", hot);
    expect(findStep(after.steps, "split")).toMatchObject({
      lanes: [{ name: "Warm", condition: hot }, { condition: null }],
    });
    expect(renameLane(plan, "yes", "yes")).toBe(plan);
    expect(() => setLaneCondition(plan, "rest", hot)).toThrow("everyone else");
  });
});

type Edit = {
  readonly what: number;
  readonly pick: number;
  readonly to: number;
  readonly index: number;
};

/** One random edit; the plan unchanged where it was refused. */
function edit(before: CampaignPlan, { what, pick, to, index }: Edit, makeId: MakeId): CampaignPlan {
  const steps = [...walkSteps(before.steps)];
  const lanes = steps.flatMap((step) => (step.kind === "split" ? step.lanes : []));
  const step = steps[pick % Math.max(1, steps.length)];
  const laneIds = [null, ...lanes.map(({ id }) => id)];
  const place = { laneId: laneIds[to % laneIds.length] ?? null, index };
  const laneId = lanes[to % Math.max(1, lanes.length)]?.id;
  const result = choose();
  return isRefused(result) ? before : result;

  function choose(): CampaignPlan | { readonly refused: string } {
    if (!step || what < 4) return insertStep(before, place, newStep());
    if (what < 9) return moved(step);
    if (what === 9) return removeStep(before, step.id);
    if (what === 10) return duplicateStep(before, step.id, makeId).plan;
    if (laneId === undefined) return before;
    if (what === 11) return removeLane(before, laneId);
    if (what === 12) return moveLane(before, laneId, index);
    const parent = must(steps.find((each) => each.kind === "split"));
    return addLane(before, parent.id, newLane(makeId, "Another", hot));
  }

  function newStep(): Step {
    const emails = steps.filter((each) => each.kind === "email");
    const original = emails[pick % Math.max(1, emails.length)];
    const made = [newWaitStep, newActionsStep, newEndStep, newSplitStep, newSplitStep];
    if (what < 2) return newEmailStep(makeId, "Email");
    if (what === 2 && original) return newResendStep(makeId, original);
    return must(made[pick % made.length])(makeId);
  }

  function moved(it: Step): CampaignPlan | { readonly refused: string } {
    const result = moveStep(before, it.id, place);
    if (isRefused(result)) return result;
    expect(new Set(idsOf(result))).toEqual(new Set(idsOf(before)));
    const at = must(findPlace(result.steps, it.id));
    expect(at.laneId).toBe(place.laneId);
    expect(at.index).toBeLessThanOrEqual(place.index);
    for (const each of steps)
      if (
        each.kind === "email" &&
        each.resendOf !== null &&
        isBefore(before, each.resendOf, each.id)
      )
        expect(isBefore(result, each.resendOf, each.id)).toBe(true);
    return result;
  }
}

function isBefore(inPlan: CampaignPlan, emailId: string, stepId: string): boolean {
  return emailsBefore(inPlan.steps, stepId).some(({ id }) => id === emailId);
}

test("after any edits the plan is sound: ids are its own, everyone else is last, nothing moved is lost", () => {
  const oneEdit = fc.record({
    what: fc.nat(13),
    pick: fc.nat(50),
    to: fc.nat(50),
    index: fc.nat(6),
  });
  fc.assert(
    fc.property(fc.array(oneEdit, { maxLength: 40 }), (edits) => {
      const makeId = counter();
      let current = newPlan("leads");
      for (const each of edits) {
        const frozen = JSON.stringify(current);
        const after = edit(current, each, makeId);
        expect(JSON.stringify(current)).toBe(frozen);
        current = after;
      }
      // The schema refuses shared ids, a missing last lane and too much depth.
      expect(campaignPlanSchema.safeParse(current).error?.issues ?? []).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
