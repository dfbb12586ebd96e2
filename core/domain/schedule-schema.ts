import { z } from "zod";
import type { Schedule } from "./schedule.ts";

/** "HH:MM", 00:00 to 23:59. */
export const timeSchema: z.ZodType<string> = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give a time as hours and minutes, such as 09:30.");

/** ISO weekdays, each at most once. */
export const weekdaysSchema: z.ZodType<readonly number[]> = z
  .array(z.int().min(1).max(7))
  .refine((days) => new Set(days).size === days.length, "Give each weekday once.");

/**
 * The shape of a schedule. A draft may hold one that never opens (no weekday ticked yet);
 * `scheduleProblem` says so, and nothing that does goes live.
 */
export const scheduleSchema: z.ZodType<Schedule> = z.strictObject({
  weekdays: weekdaysSchema,
  hours: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("any") }),
    z.strictObject({
      kind: z.literal("windows"),
      windows: z.array(z.strictObject({ from: timeSchema, to: timeSchema })).max(24),
    }),
    z.strictObject({ kind: z.literal("at"), time: timeSchema }),
  ]),
  zone: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("contact") }),
    z.strictObject({ kind: z.literal("fixed"), zone: z.string().max(100) }),
  ]),
});
