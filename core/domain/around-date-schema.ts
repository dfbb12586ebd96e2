import { z } from "zod";
import { durationSchema } from "./duration-schema.ts";
import { isDay } from "./field-test.ts";
import { timeSchema } from "./schedule-schema.ts";

/** Units from a date: three hundred years of months, ten of days. */
const MOST_OFFSET = 3_650;

/** A date field, how far from it, and the time of day; a draft may not name the field yet. */
export const aroundDateShape = {
  field: z.string().max(100),
  offset: durationSchema
    .refine(
      ({ unit }) => unit !== "minutes" && unit !== "hours",
      "Count from a date in days, weeks or months.",
    )
    .refine(({ amount }) => amount <= MOST_OFFSET, "That is too far from the date."),
  side: z.enum(["before", "after"]),
  time: timeSchema,
};

/** "yyyy-mm-dd"; empty in a draft where none is chosen yet. */
export const chosenDaySchema: z.ZodType<string> = z
  .string()
  .refine((date) => date === "" || isDay(date), "Give a day of the calendar.");
