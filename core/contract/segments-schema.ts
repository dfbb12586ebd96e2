import { z } from "zod";
import { segmentRuleSchema } from "../domain/segment-schema.ts";
import { contactRow } from "./contacts-schema.ts";
import { done, id, nothing, shortText } from "./procedure-schema.ts";

const segment = z.object({ id, name: z.string(), rule: segmentRuleSchema, sentence: z.string() });

export const segmentsProcedures = {
  list: { input: nothing, output: z.array(segment.extend({ contacts: z.number().int() })) },
  get: { input: z.object({ id }), output: segment },
  save: {
    input: z.object({
      id: id.nullable(),
      name: z.string().trim().min(1, "Please name the segment.").max(80),
      rule: segmentRuleSchema,
    }),
    output: z.object({ id }),
  },
  /** Refused where a campaign or another segment uses it. */
  remove: { input: z.object({ id }), output: done },
  /** Contacts that match now, a sample of them, and the rule read back in words. */
  preview: {
    input: z.object({ rule: segmentRuleSchema }),
    output: z.object({
      contacts: z.number().int(),
      sentence: z.string(),
      sample: z.array(contactRow),
    }),
  },
};

export const goalsProcedures = {
  list: {
    input: nothing,
    output: z.array(
      z.object({
        id,
        name: z.string(),
        rule: segmentRuleSchema.nullable(),
        windowDays: z.number().int(),
        valueCents: z.number().int(),
      }),
    ),
  },
  save: {
    input: z.object({
      id: id.nullable(),
      name: shortText.trim().min(1, "Please name the goal."),
      rule: segmentRuleSchema.nullable(),
      windowDays: z.number().int().min(1).max(3650),
      valueCents: z.number().int().min(0),
    }),
    output: z.object({ id }),
  },
  remove: { input: z.object({ id }), output: done },
};
