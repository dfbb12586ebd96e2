import { z } from "zod";
import { segmentRuleSchema } from "../domain/segment-schema.ts";
import { done, id, instant, nothing, shortText } from "./procedure-schema.ts";

export const contactStatus = z.enum([
  "subscribed",
  "unsubscribed",
  "bounced",
  "complained",
  "unconfirmed",
  "archived",
]);

export const contactRow = z.object({
  id,
  address: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  stageId: z.string().nullable(),
  status: contactStatus,
  tags: z.array(z.string()),
  createdAt: instant,
});

/** Up to 10,000 contacts, and those of them that were changed: what an undo has to bring back. */
const many = z.array(id).min(1).max(10_000);
const changed = z.object({ ids: z.array(id) });

const fieldValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** One line of a person's story. `why` is the recorded reason in words, where there is one. */
export const timelineItem = z.object({
  at: instant,
  isUpcoming: z.boolean(),
  kind: z.string(),
  text: z.string(),
  why: z.string().nullable(),
  class: z.enum(["human", "machine", "unsure"]).nullable(),
  campaignId: z.string().nullable(),
  stepId: z.string().nullable(),
});

export const contactsProcedures = {
  /** `query` looks into address and names. Rows `offset` … `offset + limit` in the order asked. */
  list: {
    input: z.object({
      query: z.string().max(200).default(""),
      rule: segmentRuleSchema.nullable().default(null),
      sort: z.enum(["address", "name", "created"]).default("created"),
      isDescending: z.boolean().default(true),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(contactRow) }),
  },
  /** Every contact that `list` would count, for what is done to all of them. */
  listIds: {
    input: z.object({
      query: z.string().max(200).default(""),
      rule: segmentRuleSchema.nullable().default(null),
    }),
    output: z.object({ ids: z.array(id) }),
  },
  get: {
    input: z.object({ id }),
    output: contactRow.extend({
      fields: fieldValues,
      zone: z.string().nullable(),
      isZoneGuessed: z.boolean(),
      trackingConsent: z.boolean().nullable(),
      consentSource: z.string().nullable(),
      isSuppressed: z.boolean(),
      suppressionReason: z.string().nullable(),
      /** No campaign mails them before. */
      snoozedUntil: instant.nullable(),
      enrollments: z.array(
        z.object({
          id,
          /** They wait for nothing but time, so that it can be ended. */
          canSkipWait: z.boolean(),
          campaignId: z.string(),
          campaignName: z.string(),
          state: z.string(),
          where: z.string(),
          enteredAt: instant,
          nextAt: instant.nullable(),
        }),
      ),
    }),
  },
  /** Why they were sent an email of a campaign, why not, or what it waits for; facts are sentences, oldest first. */
  why: {
    input: z.object({ id, campaignId: z.string(), stepId: z.string() }),
    output: z.object({
      verdict: z.enum(["sent", "coming", "not-sent"]),
      facts: z.array(z.object({ at: instant.nullable(), text: z.string() })),
    }),
  },
  timeline: { input: z.object({ id }), output: z.array(timelineItem) },
  /** Adds a contact, or changes the one with `id`. Refused where the address is another contact's. */
  save: {
    input: z.object({
      id: id.nullable(),
      address: z.string().max(320),
      firstName: shortText.nullable(),
      lastName: shortText.nullable(),
      stageId: z.string().nullable(),
      zone: z.string().max(64).nullable(),
      fields: fieldValues.default({}),
      trackingConsent: z.boolean().nullable(),
    }),
    output: z.object({ id }),
  },
  addTag: {
    input: z.object({ ids: many, tag: z.string().trim().min(1).max(80) }),
    output: changed,
  },
  removeTag: {
    input: z.object({ ids: many, tag: z.string().max(80) }),
    output: changed,
  },
  /** Puts the address on the suppression list and ends every enrollment. */
  unsubscribe: { input: z.object({ id }), output: done },
  /**
   * Lets no campaign mail them for so many days, or before a day ("yyyy-mm-dd" in the business's zone) that must still
   * be to come; null ends that. What comes due waits.
   */
  snooze: {
    input: z.object({
      id,
      until: z
        .discriminatedUnion("kind", [
          z.object({ kind: z.literal("days"), days: z.int().min(1).max(3_650) }),
          z.object({ kind: z.literal("day"), day: z.string().max(10) }),
        ])
        .nullable(),
    }),
    output: done,
  },
  /** Writes down something that happened to them, of which no website tells; it may start campaigns. */
  addEvent: {
    input: z.object({
      id,
      name: z.string().trim().min(1, "Say what happened.").max(100),
      properties: z.record(z.string().max(100), z.union([z.string().max(1_000), z.number()])),
    }),
    output: done,
  },
  /** Names of events that happened to anybody so far. */
  listEventNames: { input: nothing, output: z.array(z.string()) },
  archive: { input: z.object({ ids: many }), output: changed },
  restore: { input: z.object({ ids: many }), output: changed },
};
