import { z } from "zod";
import type { Duration } from "./campaign.ts";

export const durationSchema: z.ZodType<Duration> = z.strictObject({
  amount: z
    .int("Give a whole number.")
    .min(0, "Give a number that is not below 0.")
    .max(100_000, "That is too long: give at most 100,000."),
  unit: z.enum(["minutes", "hours", "days", "weeks", "months"]),
});
