import { z } from "zod";
import { RELAY_VERSION, type RelayPage } from "./protocol.ts";

const text = (longest: number): z.ZodString => z.string().max(longest);

const relayEvent = z.object({
  seq: z.number().int().positive(),
  t: z.number().int(),
  k: z.enum(["o", "c", "h", "u", "w"]),
  s: text(200),
  l: text(200).nullable(),
  u: text(8000).nullable(),
  m: text(20),
  ua: text(400),
  ip: text(60),
});

/** What a relay may say; anything else is no relay of ours, or lies. */
export const relayPageSchema: z.ZodType<RelayPage> = z.object({
  v: z.literal(RELAY_VERSION),
  epoch: z.string().min(1).max(100),
  now: z.number().int(),
  oldest: z.number().int(),
  newest: z.number().int(),
  events: z.array(relayEvent).max(5000),
  next: z.number().int(),
  more: z.boolean(),
});
