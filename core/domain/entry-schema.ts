import { z } from "zod";
import { aroundDateShape, chosenDaySchema } from "./around-date-schema.ts";
import { timeSchema } from "./schedule-schema.ts";
import type { Entry, Reentry } from "./entry.ts";

/** An entry as a draft may hold it, blanks and all. */
export const entrySchema: z.ZodType<Entry> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.enum(["joins-segment", "leaves-segment"]),
    segmentId: z.string().max(100),
  }),
  z.strictObject({
    kind: z.enum(["tag-added", "tag-removed"]),
    tag: z.string().max(500, "Give at most 500 characters."),
  }),
  z.strictObject({
    kind: z.literal("stage-changed"),
    stageId: z.string().max(100).nullable(),
  }),
  z.strictObject({
    kind: z.literal("field-changed"),
    field: z.string().max(100),
    to: z.string().max(1_000).nullable(),
  }),
  z.strictObject({
    kind: z.literal("campaign-ended"),
    campaignId: z.string().max(100),
    outcome: z.enum(["finished", "goal-reached", "goal-missed"]),
  }),
  z.strictObject({
    kind: z.literal("link-clicked"),
    url: z.string().max(2_000, "Give at most 2,000 characters."),
    isBelow: z.boolean(),
    alsoUnsure: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("date-reached"),
    ...aroundDateShape,
    isYearly: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("broadcast"),
    segmentId: z.string().max(100),
    date: chosenDaySchema,
    time: timeSchema,
  }),
  z.strictObject({
    kind: z.literal("event-received"),
    name: z.string().max(100, "Give at most 100 characters."),
    filter: z
      .strictObject({
        property: z.string().max(100, "Give at most 100 characters."),
        test: z.enum(["is", "contains", "at-least"]),
        value: z.string().max(1_000),
      })
      .nullable(),
  }),
  z.strictObject({ kind: z.enum(["imported", "by-hand"]) }),
]);

export const reentrySchema: z.ZodType<Reentry> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["once", "restart", "per-event"]) }),
  z.strictObject({
    kind: z.literal("after-finishing"),
    minGapDays: z.int("Give whole days.").min(0).max(3_650),
  }),
]);
