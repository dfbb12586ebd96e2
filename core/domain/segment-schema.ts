import { z } from "zod";
import type { SegmentRule } from "./segment.ts";

/** Groups in groups, counted from the outermost. */
export const DEEPEST_RULE = 6;

const MANY = 200;
const text = z.string().max(500, "Give at most 500 characters.");
const id = z.string().max(100);
const groupKind = z.enum(["all", "any", "none"]);

export const contactStatusSchema = z.enum([
  "subscribed",
  "unsubscribed",
  "bounced",
  "complained",
  "unconfirmed",
  "archived",
]);

const conditions = [
  z.strictObject({
    kind: z.literal("stage"),
    test: z.enum(["is", "is-not"]),
    stageIds: z.array(id).max(MANY),
  }),
  z.strictObject({ kind: z.literal("tag"), test: z.enum(["has", "has-not"]), tag: text }),
  z.strictObject({
    kind: z.literal("status"),
    test: z.enum(["is", "is-not"]),
    status: contactStatusSchema,
  }),
  z.strictObject({
    kind: z.literal("field"),
    field: id,
    test: z.enum([
      "is",
      "is-not",
      "contains",
      "starts-with",
      "ends-with",
      "less-than",
      "at-most",
      "at-least",
      "more-than",
      "is-blank",
      "is-not-blank",
      "before",
      "after",
      "within-last-days",
      "within-next-days",
    ]),
    value: text,
  }),
  z.strictObject({
    kind: z.literal("in-segment"),
    test: z.enum(["is", "is-not"]),
    segmentId: id,
  }),
  z.strictObject({
    kind: z.literal("activity"),
    did: z.enum(["sent", "opened", "clicked", "replied"]),
    test: z.enum(["did", "did-not"]),
    lastDays: z.int().min(1, "Give at least 1 day.").max(36_500).nullable(),
    campaignId: id.nullable(),
  }),
] as const;

/**
 * The shape of a rule, at most six groups deep. Built level by level rather than lazily, so that
 * hostile nesting ends at the limit and never on the stack. Blanks in a draft (no tag yet) pass;
 * `ruleProblems` names them.
 */
export const segmentRuleSchema: z.ZodType<SegmentRule> = ruleSchema(DEEPEST_RULE);

function ruleSchema(levels: number): z.ZodType<SegmentRule> {
  if (levels === 0) {
    const tooDeep = z.strictObject({
      kind: groupKind,
      rules: z.custom<readonly SegmentRule[]>(
        () => false,
        `Groups can stand in groups at most ${DEEPEST_RULE} deep. Move some of these conditions further out.`,
      ),
    });
    return z.discriminatedUnion("kind", [tooDeep, ...conditions]);
  }
  const group = z.strictObject({
    kind: groupKind,
    rules: z.array(ruleSchema(levels - 1)).max(MANY),
  });
  return z.discriminatedUnion("kind", [group, ...conditions]);
}
