import { z } from "zod";
import { campaignPlanSchema } from "../domain/campaign-schema.ts";
import { emailContentSchema } from "../domain/email-content-schema.ts";
import { done, id, instant, nothing, shortText } from "./procedure-schema.ts";
import { field } from "./settings-schema.ts";

export const campaignState = z.enum(["draft", "live", "paused", "stopped"]);
const problem = z.object({
  stepId: z.string().nullable(),
  severity: z.enum(["error", "note"]),
  text: z.string(),
});
const name = shortText.trim().min(1, "Please name the campaign.");

const summary = z.object({
  id,
  name: z.string(),
  goalId: z.string().nullable(),
  segmentId: z.string().nullable(),
  state: campaignState,
  /** People inside now; everyone who ever entered; those who reached the goal. */
  open: z.number().int(),
  entered: z.number().int(),
  reachedGoal: z.number().int(),
  sent: z.number().int(),
  updatedAt: instant,
});

/** A whole campaign as one portable text. */
const portable = z.object({
  format: z.literal("dripline-campaign-1"),
  name: z.string(),
  goalName: z.string().nullable(),
  /** What the goal is, for a Dripline that has none of that name. */
  goal: z
    .object({
      rule: z.unknown(),
      windowDays: z.number().int().min(1).max(3650),
      valueCents: z.number().int().min(0),
    })
    .nullish(),
  segment: z.object({ name: z.string(), rule: z.unknown() }).nullable(),
  /** The fields of contacts that the rest speaks of. */
  fields: z.array(field).optional(),
  plan: campaignPlanSchema,
  emails: z.record(z.string(), emailContentSchema),
});

export const campaignsProcedures = {
  /** Goals across, segments down, and the campaign in each cell. */
  matrix: {
    input: nothing,
    output: z.object({
      goals: z.array(z.object({ id, name: z.string() })),
      segments: z.array(z.object({ id, name: z.string(), contacts: z.number().int() })),
      campaigns: z.array(summary),
      inNoCampaign: z.number().int(),
      inSeveral: z.number().int(),
    }),
  },
  list: { input: nothing, output: z.array(summary) },
  /** Web pages the emails of all campaigns lead to, and what a link there says. */
  listLinks: { input: nothing, output: z.array(z.object({ url: z.string(), label: z.string() })) },
  /** Starter campaigns that come with Dripline. */
  listStarters: {
    input: nothing,
    output: z.array(
      z.object({ id, name: z.string(), description: z.string(), emails: z.number().int() }),
    ),
  },
  create: {
    input: z.object({
      name,
      goalId: id.nullable(),
      segmentId: id.nullable(),
      starterId: id.nullable(),
    }),
    output: z.object({ id }),
  },
  get: {
    input: z.object({ id }),
    output: summary.extend({
      plan: campaignPlanSchema,
      draftRev: z.number().int(),
      /** False while the draft equals what is live. */
      hasUnpublishedChanges: z.boolean(),
      emails: z.record(
        z.string(),
        z.object({
          subject: z.string(),
          links: z.array(z.object({ linkId: z.string(), label: z.string(), url: z.string() })),
        }),
      ),
      problems: z.array(problem),
      /** The lanes that did best at splits which looked for one. */
      winners: z.array(
        z.object({
          stepId: z.string(),
          laneId: z.string(),
          chosenAt: instant,
          results: z.array(
            z.object({
              laneId: z.string(),
              people: z.number().int(),
              successes: z.number().int(),
            }),
          ),
        }),
      ),
      /** People waiting at each step now, and when the next of them moves. */
      waiting: z.record(
        z.string(),
        z.object({ people: z.number().int(), nextAt: instant.nullable() }),
      ),
    }),
  },
  rename: {
    input: z.object({ id, name, goalId: id.nullable(), segmentId: id.nullable() }),
    output: done,
  },
  /** Refused with `conflict` where `draftRev` is no longer the newest. */
  saveDraft: {
    input: z.object({ id, draftRev: z.number().int(), plan: campaignPlanSchema }),
    output: z.object({ draftRev: z.number().int(), problems: z.array(problem) }),
  },
  duplicate: {
    input: z.object({ id, name, segmentId: id.nullable(), goalId: id.nullable() }),
    output: z.object({ id }),
  },
  remove: { input: z.object({ id }), output: done },
  /** What going live, or publishing changes, would do. */
  goLivePreview: {
    input: z.object({ id }),
    output: z.object({
      problems: z.array(problem),
      matching: z.number().int(),
      suppressed: z.number().int(),
      untracked: z.number().int(),
      firstSendAt: instant.nullable(),
      /** Who starts by the calendar, in words. */
      startWords: z.array(z.string()),
      /** Without relay or inbox, what this means, in words. */
      plainWords: z.array(z.string()),
      movedPeople: z.array(
        z.object({ stepId: z.string(), people: z.number().int(), text: z.string() }),
      ),
    }),
  },
  /** `existing` says what happens to those who already match the entry. Also publishes changes. */
  goLive: {
    input: z.object({ id, existing: z.enum(["start", "only-new"]) }),
    output: z.object({ started: z.number().int() }),
  },
  pause: { input: z.object({ id }), output: done },
  resume: { input: z.object({ id }), output: done },
  /** Ends every open enrollment and cancels what is queued. */
  stop: { input: z.object({ id }), output: done },
  enroll: {
    input: z.object({ id, contactIds: z.array(id).min(1).max(10_000) }),
    output: z.object({
      started: z.number().int(),
      refused: z.array(z.object({ contactId: id, reason: z.string() })),
    }),
  },
  export: { input: z.object({ id }), output: portable },
  /** Brings a portable campaign in as a draft, with its goal and segment by name. */
  import: { input: portable, output: z.object({ id }) },
};

export const emailsProcedures = {
  get: {
    input: z.object({ campaignId: id, stepId: id }),
    output: z.object({
      content: emailContentSchema,
      problems: z.array(problem),
      savedAt: instant.nullable(),
    }),
  },
  save: {
    input: z.object({ campaignId: id, stepId: id, content: emailContentSchema }),
    output: z.object({ problems: z.array(problem) }),
  },
  /** As this contact would get it; null takes a made-up person. */
  preview: {
    input: z.object({ content: emailContentSchema, contactId: id.nullable() }),
    output: z.object({
      subject: z.string(),
      html: z.string(),
      text: z.string(),
      problems: z.array(problem),
    }),
  },
  sendTest: {
    input: z.object({
      campaignId: id,
      stepId: id,
      to: z.string().max(320),
      contactId: id.nullable(),
    }),
    output: z.object({ outcome: z.string() }),
  },
};
