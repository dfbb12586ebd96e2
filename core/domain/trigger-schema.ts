import { z } from "zod";
import type { Interaction } from "./trigger.ts";

const id = z.string().max(100);

export const interactionSchema: z.ZodType<Interaction> = z.strictObject({
  did: z.enum(["opened", "clicked", "replied"]),
  negated: z.boolean(),
  target: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("last") }),
    z.strictObject({ kind: z.literal("step"), stepId: id }),
  ]),
  linkIds: z.array(id).max(500).nullable(),
});
