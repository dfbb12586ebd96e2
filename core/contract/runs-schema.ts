import { z } from "zod";
import { done, id } from "./procedure-schema.ts";

const run = z.object({ id });

/** What the owner does with one person's way through a campaign; `id` is the enrollment's. */
export const runsProcedures = {
  /** Where they can be moved: the steps of what is live, in outline order. */
  places: {
    input: run,
    output: z.array(
      z.object({
        stepId: z.string(),
        /** 0 in the campaign's own list, 1 in a lane … */
        depth: z.number().int(),
        label: z.string(),
        isHere: z.boolean(),
        /** An email they were sent already; moved there they are sent it again. */
        wasSent: z.boolean(),
      }),
    ),
  },
  /** Ends the wait, or the delay of an email; its schedule still holds. Refused where they wait for something else. */
  skipWait: { input: run, output: done },
  moveTo: { input: run.extend({ stepId: z.string() }), output: done },
  /** Ends their run; what is queued for it is not sent. */
  leave: { input: run, output: done },
};
