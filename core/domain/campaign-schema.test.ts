import { describe, expect, test } from "vitest";
import type { CampaignPlan, SplitStep, Step } from "./campaign.ts";
import { campaignPlanSchema } from "./campaign-schema.ts";
import { DEEPEST_SPLIT } from "./edit-steps.ts";
import { anyTime } from "./schedule.ts";
import type { SegmentRule } from "./segment.ts";
import { DEEPEST_RULE, segmentRuleSchema } from "./segment-schema.ts";

const email: Step = {
  kind: "email",
  id: "welcome",
  name: "Welcome",
  trigger: { kind: "previous" },
  delay: { amount: 0, unit: "hours" },
  schedule: null,
  onlyTo: null,
  actions: [{ kind: "add-tag", tag: "welcomed" }],
  resendOf: null,
};

function planOf(steps: readonly Step[]): CampaignPlan {
  return {
    entries: [{ kind: "by-hand" }],
    reentry: { kind: "once" },
    schedule: anyTime,
    exitOnReply: true,
    exitOnLeave: false,
    tracking: "on",
    lateLimitHours: 24,
    steps,
  };
}

function splitOf(id: string, steps: readonly Step[]): SplitStep {
  return {
    kind: "split",
    id,
    name: "",
    within: null,
    winner: null,
    lanes: [{ id: `${id}-rest`, name: "Everyone else", condition: null, steps }],
  };
}

function nestedSplits(depth: number): Step {
  let step: Step = email;
  for (let level = 0; level < depth; level += 1) step = splitOf(`split-${level}`, [step]);
  return step;
}

function nestedGroups(depth: number): SegmentRule {
  let rule: SegmentRule = { kind: "tag", test: "has", tag: "hot" };
  for (let level = 0; level < depth; level += 1) rule = { kind: "all", rules: [rule] };
  return rule;
}

function firstMessage(input: unknown): string | undefined {
  return campaignPlanSchema.safeParse(input).error?.issues[0]?.message;
}

describe("campaignPlanSchema", () => {
  test("gives back a plan as it was", () => {
    const plan = planOf([email, splitOf("split", [{ kind: "end", id: "end" }])]);
    expect(campaignPlanSchema.parse(plan)).toEqual(plan);
  });

  test("accepts splits up to the limit and refuses one more in words", () => {
    expect(firstMessage(planOf([nestedSplits(DEEPEST_SPLIT)]))).toBeUndefined();
    expect(firstMessage(planOf([nestedSplits(DEEPEST_SPLIT + 1)]))).toContain("Splits can stand");
  });

  test("refuses two steps with one id, lanes included", () => {
    expect(firstMessage(planOf([email, splitOf("other", [email])]))).toContain("share one id");
  });

  test("refuses a split without a lane for everyone else", () => {
    const split = splitOf("split", []);
    const lane = { ...split.lanes[0], condition: { kind: "rule", rule: nestedGroups(1) } };
    expect(firstMessage({ ...planOf([]), steps: [{ ...split, lanes: [lane] }] })).toContain(
      "everyone else",
    );
  });

  test("refuses keys it does not know", () => {
    expect(campaignPlanSchema.safeParse({ ...planOf([]), extra: 1 }).success).toBe(false);
  });
});

describe("segmentRuleSchema", () => {
  test("accepts groups up to the limit and refuses one more in words", () => {
    expect(segmentRuleSchema.safeParse(nestedGroups(DEEPEST_RULE)).success).toBe(true);
    const refused = segmentRuleSchema.safeParse(nestedGroups(DEEPEST_RULE + 1));
    expect(refused.error?.issues[0]?.message).toContain("at most 6 deep");
  });

  test("survives hostile nesting", () => {
    expect(segmentRuleSchema.safeParse(nestedGroups(100_000)).success).toBe(false);
  });
});
