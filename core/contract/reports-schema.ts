import { z } from "zod";
import { campaignState } from "./campaigns-schema.ts";
import { contactRow } from "./contacts-schema.ts";
import { id, instant, nothing } from "./procedure-schema.ts";

/** The numbers of design's one table, as counts; rates are made of them where they are shown. */
export const emailNumbers = z.object({
  sent: z.number().int(),
  uncertain: z.number().int(),
  bounced: z.number().int(),
  delivered: z.number().int(),
  trackedDelivered: z.number().int(),
  /** People who got at least one email, and those who got a tracked one: what a campaign's rates are of. */
  reached: z.number().int(),
  reachedTracked: z.number().int(),
  opened: z.number().int(),
  openedByMachine: z.number().int(),
  openedUnsure: z.number().int(),
  clicked: z.number().int(),
  clickedByMachine: z.number().int(),
  replied: z.number().int(),
  unsubscribed: z.number().int(),
  complained: z.number().int(),
});

const emailRow = emailNumbers.extend({
  stepId: z.string(),
  name: z.string(),
  subject: z.string(),
  resends: z.number().int(),
});
const skipped = z.object({ reason: z.string(), people: z.number().int() });

export const reportsProcedures = {
  overview: {
    input: nothing,
    output: z.array(
      emailNumbers.extend({
        campaignId: z.string(),
        name: z.string(),
        state: campaignState,
        entered: z.number().int(),
        open: z.number().int(),
        reachedGoal: z.number().int(),
      }),
    ),
  },
  campaign: {
    input: z.object({ id }),
    output: z.object({
      name: z.string(),
      state: campaignState,
      entered: z.number().int(),
      open: z.number().int(),
      reachedGoal: z.number().int(),
      goalValueCents: z.number().int(),
      totals: emailNumbers,
      emails: z.array(emailRow),
      /**
       * In outline order; `depth` is the lane nesting. A row of kind "lane" stands above the steps of a lane and says in
       * `passed` how many took it; lanes without steps share one row, because their people go to the same place.
       */
      funnel: z.array(
        z.object({
          stepId: z.string(),
          name: z.string(),
          kind: z.string(),
          depth: z.number().int(),
          waiting: z.number().int(),
          passed: z.number().int(),
          skipped: z.array(skipped),
        }),
      ),
      /** Days in the business's zone, in order, without gaps. */
      days: z.array(
        z.object({
          day: z.string(),
          sent: z.number().int(),
          opened: z.number().int(),
          clicked: z.number().int(),
        }),
      ),
      /** True where a recount by separate SQL over events and messages gives the same totals. */
      isRecountEqual: z.boolean(),
    }),
  },
  email: {
    input: z.object({ campaignId: id, stepId: id }),
    output: emailNumbers.extend({
      name: z.string(),
      subject: z.string(),
      links: z.array(
        z.object({
          linkId: z.string(),
          label: z.string(),
          url: z.string(),
          people: z.number().int(),
          clicks: z.number().int(),
          machineClicks: z.number().int(),
        }),
      ),
    }),
  },
  /** The people behind a number, each once; over the whole campaign where `stepId` is null. */
  people: {
    input: z.object({
      campaignId: id,
      stepId: id.nullable(),
      what: z.enum([
        "entered",
        "reached-goal",
        "sent",
        "uncertain",
        "delivered",
        "bounced",
        "opened",
        "opened-by-machine",
        "opened-unsure",
        "clicked",
        "clicked-by-machine",
        "replied",
        "unsubscribed",
        "complained",
        "waiting",
        "passed",
        "left",
      ]),
      linkId: z.string().nullable().default(null),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.object({
      total: z.number().int(),
      rows: z.array(contactRow.extend({ at: instant.nullable(), note: z.string().nullable() })),
    }),
  },
  /** Per-email numbers, or everyone with what they did (`people`), as CSV text. */
  csv: {
    input: z.object({ campaignId: id, what: z.enum(["emails", "people"]) }),
    output: z.object({ fileName: z.string(), text: z.string() }),
  },
};

const messageRow = z.object({
  id: z.number().int(),
  contactId: z.string().nullable(),
  to: z.string().nullable(),
  subject: z.string().nullable(),
  campaignId: z.string().nullable(),
  campaignName: z.string().nullable(),
  stepId: z.string().nullable(),
  state: z.enum(["queued", "in_flight", "sent", "uncertain", "failed", "cancelled", "expired"]),
  reason: z.string().nullable(),
  plannedAt: instant,
  notBefore: instant,
  at: instant.nullable(),
  reply: z.string().nullable(),
});

export const messagesProcedures = {
  list: {
    input: z.object({
      state: messageRow.shape.state.nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(messageRow) }),
  },
  /** The owner's word on uncertain mail: it was sent, or send it again. */
  resolveUncertain: {
    input: z.object({
      ids: z.array(z.number().int()).min(1).max(5000),
      as: z.enum(["sent", "again"]),
    }),
    output: z.object({ resolved: z.number().int() }),
  },
};
