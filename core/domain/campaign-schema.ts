import { z } from "zod";
import { aroundDateShape, chosenDaySchema } from "./around-date-schema.ts";
import { actionSchema } from "./action-schema.ts";
import type { CampaignPlan, Step } from "./campaign.ts";
import { durationSchema } from "./duration-schema.ts";
import { DEEPEST_SPLIT } from "./edit-steps.ts";
import { entrySchema, reentrySchema } from "./entry-schema.ts";
import { scheduleSchema, timeSchema, weekdaysSchema } from "./schedule-schema.ts";
import { segmentRuleSchema } from "./segment-schema.ts";
import { interactionSchema } from "./trigger-schema.ts";

const MANY_STEPS = 500;
const MANY_LANES = 50;
const id = z.string().min(1).max(100);
const name = z.string().max(500, "Give at most 500 characters.");
const actions = z.array(actionSchema).max(50);
const waitPast = z.enum(["go-on", "skip", "end"]);
const otherwise = z.enum(["skip", "end"]);

const emailSchema = z.strictObject({
  kind: z.literal("email"),
  id,
  name,
  trigger: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("previous") }),
    z.strictObject({
      kind: z.literal("interaction"),
      interaction: interactionSchema,
      within: durationSchema,
      otherwise,
    }),
  ]),
  delay: durationSchema,
  schedule: scheduleSchema.nullable(),
  onlyTo: z.strictObject({ rule: segmentRuleSchema, otherwise }).nullable(),
  actions,
  resendOf: id.nullable(),
});

const waitSchema = z.strictObject({
  kind: z.literal("wait"),
  id,
  until: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("for"), duration: durationSchema }),
    z.strictObject({ kind: z.literal("weekday"), weekdays: weekdaysSchema, time: timeSchema }),
    z.strictObject({
      kind: z.literal("date"),
      date: chosenDaySchema,
      time: timeSchema,
      past: waitPast,
    }),
    z.strictObject({
      kind: z.literal("field"),
      ...aroundDateShape,
      past: waitPast,
    }),
  ]),
});

const actionsSchema = z.strictObject({ kind: z.literal("actions"), id, actions });
const goToSchema = z.strictObject({
  kind: z.literal("go-to"),
  id,
  to: z.string().max(100),
  delay: durationSchema,
  visits: z.int("Give a whole number.").min(1, "Give at least 1.").max(100, "Give at most 100."),
});
const endSchema = z.strictObject({ kind: z.literal("end"), id });

const conditionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("interaction"), interaction: interactionSchema }),
  z.strictObject({ kind: z.literal("rule"), rule: segmentRuleSchema }),
  z.strictObject({
    kind: z.literal("share"),
    percent: z
      .int("Give whole percent.")
      .min(1, "Give at least 1 %.")
      .max(100, "Give at most 100 %."),
  }),
]);

const winnerSchema = z.strictObject({
  by: z.enum(["opened", "clicked", "goal"]),
  people: z.int("Give a whole number of people.").min(1, "Give at least 1.").max(1_000_000),
  after: durationSchema,
  holdFor: durationSchema,
});

/** One step with everything in its lanes. */
export const stepSchema: z.ZodType<Step> = stepOf(DEEPEST_SPLIT);

/**
 * The shape of a plan whose step and lane ids are its own. A draft passes with blanks in it;
 * `campaignProblems` names them before it goes live.
 */
export const campaignPlanSchema: z.ZodType<CampaignPlan> = z
  .strictObject({
    entries: z.array(entrySchema).max(50),
    reentry: reentrySchema,
    schedule: scheduleSchema,
    exitOnReply: z.boolean(),
    exitOnLeave: z.boolean(),
    tracking: z.enum(["on", "off"]),
    lateLimitHours: z.int("Give whole hours.").min(1, "Give at least 1 hour.").max(8_760),
    steps: z.array(stepSchema).max(MANY_STEPS),
  })
  .refine((plan) => hasOwnIds(plan.steps), "Two steps of this campaign share one id.");

/** Level by level, as with rules: hostile nesting ends at the limit and never on the stack. */
function stepOf(levels: number): z.ZodType<Step> {
  const steps = levels > 0 ? z.array(stepOf(levels - 1)).max(MANY_STEPS) : tooDeep();
  const lane = z.strictObject({ id, name, condition: conditionSchema.nullable(), steps });
  const splitSchema = z
    .strictObject({
      kind: z.literal("split"),
      id,
      name,
      within: durationSchema.nullable(),
      winner: winnerSchema.nullable().default(null),
      lanes: z.array(lane).min(1).max(MANY_LANES),
    })
    .refine(
      ({ lanes }) =>
        lanes.every((each, at) => (each.condition === null) === (at === lanes.length - 1)),
      "The last lane of a split, and only that one, is for everyone else.",
    );
  return z.discriminatedUnion("kind", [
    emailSchema,
    waitSchema,
    splitSchema,
    actionsSchema,
    goToSchema,
    endSchema,
  ]);
}

function tooDeep(): z.ZodType<readonly Step[]> {
  return z.custom<readonly Step[]>(
    () => false,
    `Splits can stand in lanes at most ${DEEPEST_SPLIT} deep.`,
  );
}

function hasOwnIds(steps: readonly Step[]): boolean {
  const seen = new Set<string>();
  function isNew(each: string): boolean {
    if (seen.has(each)) return false;
    seen.add(each);
    return true;
  }
  function check(list: readonly Step[]): boolean {
    return list.every(
      (step) =>
        isNew(step.id) &&
        (step.kind !== "split" || step.lanes.every((lane) => isNew(lane.id) && check(lane.steps))),
    );
  }
  return check(steps);
}
