import { z } from "zod";
import type { EmailContent } from "./email-content.ts";

const id = z.string().min(1).max(64);
const url = z.string().max(4000);

const block = z.discriminatedUnion("kind", [
  z.object({ id, kind: z.literal("text"), html: z.string().max(200_000) }),
  z.object({
    id,
    kind: z.literal("heading"),
    text: z.string().max(2000),
    level: z.union([z.literal(1), z.literal(2)]),
  }),
  z.object({
    id,
    kind: z.literal("image"),
    src: url,
    alt: z.string().max(2000),
    href: url.nullable(),
    linkId: id.nullable(),
    width: z.number().int().min(1).max(2000).nullable(),
  }),
  z.object({ id, kind: z.literal("button"), label: z.string().max(500), href: url, linkId: id }),
  z.object({ id, kind: z.literal("divider") }),
]);

export const emailContentSchema: z.ZodType<EmailContent> = z.object({
  subject: z.string().max(998),
  preheader: z.string().max(998),
  blocks: z.array(block).max(300),
  text: z.string().max(500_000).nullable(),
});
