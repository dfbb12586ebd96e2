import { z } from "zod";
import type { Interaction } from "./trigger.ts";

const id = z.string().max(100);

export const interactionSchema: z.ZodType<Interaction> = z.strictObject({
  did: z.enum(["opened", "clicked", "replied"]),
  negated: z.boolean(),
  target: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("last") }),
    z.strictObject({ kind: z.literal("step"), stepId: id }),
    z.strictObject({
      kind: z.literal("several"),
      stepIds: z.array(id).max(500).nullable(),
      atLeast: z.union([
        z.literal("all"),
        z.int("Give a whole number.").min(1, "Give at least 1.").max(500),
      ]),
    }),
  ]),
  linkIds: z.array(id).max(500).nullable(),
});
