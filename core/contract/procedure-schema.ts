import { z } from "zod";

/** What a procedure takes and gives; both are parsed once, at the edge. */
export interface Procedure<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly input: Input;
  readonly output: Output;
}

export const nothing = z.object({});
export const done = z.object({ ok: z.literal(true) });
export const id = z.string().min(1).max(64);
export const instant = z.number().int();
export const zone = z.string().min(1).max(64);
export const shortText = z.string().max(200);
