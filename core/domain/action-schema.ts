import { z } from "zod";
import type { Action } from "./action.ts";

const id = z.string().max(100);
const tag = z.string().max(500, "Give at most 500 characters.");

export const actionSchema: z.ZodType<Action> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("add-tag"), tag }),
  z.strictObject({ kind: z.literal("remove-tag"), tag }),
  z.strictObject({
    kind: z.literal("set-field"),
    field: id,
    value: z.string().max(10_000, "Give at most 10,000 characters."),
  }),
  z.strictObject({ kind: z.literal("clear-field"), field: id }),
  z.strictObject({ kind: z.literal("set-stage"), stageId: id, onlyForward: z.boolean() }),
  z.strictObject({ kind: z.literal("unsubscribe") }),
  z.strictObject({ kind: z.literal("archive") }),
  z.strictObject({
    kind: z.literal("notify-owner"),
    text: z.string().max(1_000, "Give at most 1,000 characters."),
  }),
  z.strictObject({ kind: z.literal("start-campaign"), campaignId: id }),
  z.strictObject({ kind: z.literal("stop-campaign"), campaignId: id }),
]);
