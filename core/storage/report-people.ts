import type { ReadableDb } from "./db.ts";

export type PeopleWhat =
  | "entered"
  | "reached-goal"
  | "sent"
  | "uncertain"
  | "delivered"
  | "bounced"
  | "opened"
  | "opened-by-machine"
  | "opened-unsure"
  | "clicked"
  | "clicked-by-machine"
  | "replied"
  | "unsubscribed"
  | "complained"
  | "waiting"
  | "passed"
  | "left";

export interface PeopleQuestion {
  readonly campaignId: string;
  /** Null asks over the whole campaign. */
  readonly stepId: string | null;
  readonly what: PeopleWhat;
  /** Only who followed this link. */
  readonly linkId: string | null;
}

/** A contact's inner id, when it first happened, and what was noted with it. */
export interface ReportPerson {
  readonly contactId: number;
  readonly at: number | null;
  readonly note: string | null;
}

const SEEN = "e.kind IN ('opened','clicked')";
const HUMAN = `${SEEN} AND e.class = 'human'`;
const MACHINE = `${SEEN} AND e.class = 'machine'`;
const HUMAN_CLICK = "e.kind = 'clicked' AND e.class = 'human'";
const BOUNCE = "e.kind IN ('bounced','soft-bounced')";

/** The event that puts a person behind a number, and the one that counts them elsewhere already. */
const EVENTS: Partial<Record<PeopleWhat, { readonly is: string; readonly unless?: string }>> = {
  opened: { is: HUMAN },
  "opened-by-machine": { is: MACHINE, unless: HUMAN },
  "opened-unsure": {
    is: `${SEEN} AND e.class = 'unsure'`,
    unless: `${SEEN} AND e.class IN ('human','machine')`,
  },
  clicked: { is: HUMAN_CLICK },
  "clicked-by-machine": { is: "e.kind = 'clicked' AND e.class <> 'human'", unless: HUMAN_CLICK },
  replied: { is: "e.kind = 'replied'" },
  unsubscribed: { is: "e.kind = 'unsubscribed'" },
  complained: { is: "e.kind = 'complained'" },
  bounced: { is: BOUNCE },
};

const MESSAGES = `message m WHERE m.campaign_id = :campaignId AND m.kind = 'campaign'
  AND (:stepId IS NULL OR m.report_step_id = :stepId)`;

/** The people behind a number of a report: as many as the number counts, each once. */
export function listPeople(db: ReadableDb, question: PeopleQuestion): readonly ReportPerson[] {
  const { campaignId, stepId, what, linkId } = question;
  switch (what) {
    case "entered":
    case "reached-goal": {
      const at = what === "entered" ? "entered_at" : "goal_at";
      return db.all<ReportPerson>(
        `SELECT contact_id AS contactId, min(${at}) AS at, NULL AS note FROM enrollment
         WHERE campaign_id = ? AND ${at} IS NOT NULL GROUP BY contact_id ORDER BY at, contact_id`,
        [campaignId],
      );
    }
    case "waiting":
      return db.all<ReportPerson>(
        `SELECT contact_id AS contactId, wake_at AS at, NULL AS note FROM enrollment
         WHERE campaign_id = :campaignId AND (:stepId IS NULL OR step_id = :stepId) AND state IN ('active','held')
         ORDER BY wake_at, contact_id`,
        { campaignId, stepId },
      );
    case "passed":
    case "left":
      return db.all<ReportPerson>(
        `SELECT r.contact_id AS contactId, min(d.at) AS at, d.reason AS note
         FROM enrollment r JOIN decision d ON d.enrollment_id = r.id
         WHERE r.campaign_id = :campaignId AND (:stepId IS NULL OR d.from_step_id = :stepId)
           AND d.from_step_id IS NOT NULL AND d.move NOT IN ('wait','send')
           AND d.move ${what === "passed" ? "" : "NOT"} IN ('sent','pass','lane','act','end')
         GROUP BY r.contact_id ORDER BY at, r.contact_id`,
        { campaignId, stepId },
      );
    case "sent":
    case "uncertain":
    case "delivered": {
      const state = what === "uncertain" ? "uncertain" : "sent";
      const unlessBounced = `AND NOT EXISTS (SELECT 1 FROM event e WHERE e.message_id = m.id AND ${BOUNCE})`;
      return db.all<ReportPerson>(
        `SELECT m.contact_id AS contactId, min(coalesce(m.accepted_at, m.intent_at)) AS at, m.reply AS note
         FROM ${MESSAGES} AND m.state = :state ${what === "delivered" ? unlessBounced : ""}
         GROUP BY m.contact_id ORDER BY at, m.contact_id`,
        { campaignId, stepId, state },
      );
    }
    default:
      return listByEvent(db, question, linkId);
  }
}

function listByEvent(
  db: ReadableDb,
  { campaignId, stepId, what }: PeopleQuestion,
  linkId: string | null,
): readonly ReportPerson[] {
  const { is, unless } = EVENTS[what] ?? { is: "0" };
  // One link's clicks are told apart for themselves: a machine's are shown beside a person's.
  const isCounted = unless === undefined || linkId !== null ? "1" : `NOT max(${unless})`;
  const states = what === "bounced" ? "m.state = 'sent'" : "m.state IN ('sent','uncertain')";
  return db.all<ReportPerson>(
    `SELECT contactId, at, note FROM (
       SELECT m.contact_id AS contactId, max(${is}) AS isIn, ${isCounted} AS isCounted,
         min(CASE WHEN ${is} THEN e.occurred_at END) AS at,
         max(CASE WHEN ${is} THEN coalesce(e.class_reason, e.data ->> 'text', e.data ->> 'reply') END) AS note
       FROM (SELECT m.* FROM ${MESSAGES} AND ${states}) m JOIN event e ON e.message_id = m.id
       WHERE :linkId IS NULL OR e.link_id = :linkId
       GROUP BY m.contact_id)
     WHERE isIn AND isCounted ORDER BY at, contactId`,
    { campaignId, stepId, linkId },
  );
}
