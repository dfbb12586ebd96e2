import { z } from "zod";
import { RELAY_VERSION, type RelayHealth, type RelayPage } from "./protocol.ts";

const text = (longest: number): z.ZodString => z.string().max(longest);
const seq = z.number().int().min(0);

const webEventData = z.object({
  e: text(64),
  p: text(500).exactOptional(),
  n: z.number().exactOptional(),
});

const relayEvent = z.object({
  seq: seq.positive(),
  t: z.number().int(),
  k: z.enum(["o", "c", "h", "u", "w"]),
  s: text(200),
  l: text(200).nullable(),
  u: text(8000).nullable(),
  m: text(20),
  ua: text(400),
  ip: text(60),
  d: webEventData.nullable(),
});

/** What a relay may say; anything else is no relay of ours, or lies. */
export const relayPageSchema: z.ZodType<RelayPage> = z.object({
  v: z.literal(RELAY_VERSION),
  epoch: z.string().min(1).max(100),
  now: z.number().int(),
  oldest: seq,
  newest: seq,
  events: z.array(relayEvent).max(5000),
  next: seq,
  more: z.boolean(),
});

export const relayHealthSchema: z.ZodType<RelayHealth> = z.object({
  relay: z.literal("dripline"),
  v: z.number().int(),
  now: z.number().int(),
  epoch: z.string().max(100).exactOptional(),
  stored: seq.exactOptional(),
  waiting: seq.exactOptional(),
  overCeiling: seq.exactOptional(),
});
