import { MINUTE, type Instant } from "../shared/clock.ts";
import type { ReadableDb } from "./db.ts";

const QUARTER = 15 * MINUTE;

/** Counts of design's one table, for some set of messages. */
export interface EmailNumbers {
  readonly sent: number;
  readonly uncertain: number;
  readonly bounced: number;
  readonly delivered: number;
  readonly trackedDelivered: number;
  /** People who got at least one of the emails; whoever opened one that is uncertain has got it. */
  readonly reached: number;
  /** Those of them who got at least one that was tracked. */
  readonly reachedTracked: number;
  readonly opened: number;
  readonly openedByMachine: number;
  readonly openedUnsure: number;
  readonly clicked: number;
  readonly clickedByMachine: number;
  readonly replied: number;
  readonly unsubscribed: number;
  readonly complained: number;
}

export const noNumbers: EmailNumbers = {
  sent: 0,
  uncertain: 0,
  bounced: 0,
  delivered: 0,
  trackedDelivered: 0,
  reached: 0,
  reachedTracked: 0,
  opened: 0,
  openedByMachine: 0,
  openedUnsure: 0,
  clicked: 0,
  clickedByMachine: 0,
  replied: 0,
  unsubscribed: 0,
  complained: 0,
};

/** Counted from messages and events each time; nothing is stored, so nothing can drift. */
const NUMBERS_SQL = `
WITH heard AS (
  SELECT m.id, m.campaign_id, m.report_step_id, m.contact_id, m.state, m.is_tracked,
    max(e.kind = 'bounced' OR e.kind = 'soft-bounced') AS bounced,
    max(e.kind IN ('opened','clicked') AND e.class = 'human') AS opened,
    max(e.kind IN ('opened','clicked') AND e.class = 'machine') AS machine,
    max(e.kind IN ('opened','clicked') AND e.class = 'unsure') AS unsure,
    max(e.kind = 'clicked' AND e.class = 'human') AS clicked,
    max(e.kind = 'clicked' AND e.class <> 'human') AS clickedMachine,
    max(e.kind = 'replied') AS replied,
    max(e.kind = 'unsubscribed') AS unsubscribed,
    max(e.kind = 'complained') AS complained
  FROM message m LEFT JOIN event e ON e.message_id = m.id
  WHERE m.kind = 'campaign' AND m.state IN ('sent','uncertain') AND m.campaign_id = :campaignId
  GROUP BY m.id
), people AS (
  SELECT GROUP_KEY AS stepId, contact_id,
    sum(state = 'sent') AS sent, sum(state = 'uncertain') AS uncertain,
    sum(state = 'sent' AND coalesce(bounced, 0)) AS bounced,
    sum(state = 'sent' AND NOT coalesce(bounced, 0) AND is_tracked) AS tracked,
    max(coalesce(opened, 0)) AS opened, max(coalesce(machine, 0)) AS machine, max(coalesce(unsure, 0)) AS unsure,
    max(coalesce(clicked, 0)) AS clicked, max(coalesce(clickedMachine, 0)) AS clickedMachine,
    max(coalesce(replied, 0)) AS replied, max(coalesce(unsubscribed, 0)) AS unsubscribed,
    max(coalesce(complained, 0)) AS complained
  FROM heard GROUP BY 1, contact_id
)
SELECT stepId, sum(sent) AS sent, sum(uncertain) AS uncertain, sum(bounced) AS bounced,
  sum(sent) - sum(bounced) AS delivered, sum(tracked) AS trackedDelivered,
  sum(sent > bounced OR opened) AS reached, sum(tracked > 0 OR opened) AS reachedTracked,
  sum(opened) AS opened, sum(machine AND NOT opened) AS openedByMachine,
  sum(unsure AND NOT opened AND NOT machine) AS openedUnsure,
  sum(clicked) AS clicked, sum(clickedMachine AND NOT clicked) AS clickedByMachine,
  sum(replied) AS replied, sum(unsubscribed) AS unsubscribed, sum(complained) AS complained
FROM people GROUP BY stepId`;

/** Per email of a campaign; a resend counts with the email it sends again. */
export function countEmails(db: ReadableDb, campaignId: string): ReadonlyMap<string, EmailNumbers> {
  const rows = db.all<EmailNumbers & { stepId: string }>(
    NUMBERS_SQL.replace("GROUP_KEY", "report_step_id"),
    { campaignId },
  );
  return new Map(rows.map(({ stepId, ...numbers }) => [stepId, numbers]));
}

/** Over all emails of a campaign; people who opened several count once. */
export function countCampaign(db: ReadableDb, campaignId: string): EmailNumbers {
  const [row] = db.all<EmailNumbers & { stepId: string }>(NUMBERS_SQL.replace("GROUP_KEY", "''"), {
    campaignId,
  });
  if (!row) return noNumbers;
  const { stepId: _all, ...numbers } = row;
  return numbers;
}

/** The same totals by separate, simpler queries; screens and the demo compare them. */
export function recountCampaign(
  db: ReadableDb,
  campaignId: string,
): Omit<EmailNumbers, "openedByMachine" | "openedUnsure" | "clickedByMachine"> {
  const one = (sql: string): number => db.get<{ n: number }>(sql, [campaignId])?.n ?? 0;
  const messages = "FROM message m WHERE m.campaign_id = ? AND m.kind = 'campaign'";
  const people = (kinds: string, klass: string): number =>
    one(
      `SELECT count(DISTINCT e.contact_id) AS n FROM event e, message m
       WHERE m.id = e.message_id AND m.campaign_id = ? AND m.kind = 'campaign' AND m.state IN ('sent','uncertain')
         AND e.kind IN (${kinds}) ${klass}`,
    );
  const human = "AND e.class = 'human'";
  const bounced = one(
    `SELECT count(*) AS n ${messages} AND m.state = 'sent'
       AND EXISTS (SELECT 1 FROM event e WHERE e.message_id = m.id AND e.kind IN ('bounced','soft-bounced'))`,
  );
  const sent = one(`SELECT count(*) AS n ${messages} AND m.state = 'sent'`);
  const reached = (isTracked: string): number =>
    one(
      `SELECT count(DISTINCT m.contact_id) AS n ${messages} AND (
         (m.state = 'sent' ${isTracked}
           AND NOT EXISTS (SELECT 1 FROM event e WHERE e.message_id = m.id AND e.kind IN ('bounced','soft-bounced')))
         OR (m.state IN ('sent','uncertain') AND EXISTS (SELECT 1 FROM event e
           WHERE e.message_id = m.id AND e.kind IN ('opened','clicked') AND e.class = 'human')))`,
    );
  return {
    sent,
    uncertain: one(`SELECT count(*) AS n ${messages} AND m.state = 'uncertain'`),
    bounced,
    delivered: sent - bounced,
    trackedDelivered: one(
      `SELECT count(*) AS n ${messages} AND m.state = 'sent' AND m.is_tracked = 1
         AND NOT EXISTS (SELECT 1 FROM event e WHERE e.message_id = m.id AND e.kind IN ('bounced','soft-bounced'))`,
    ),
    reached: reached(""),
    reachedTracked: reached("AND m.is_tracked = 1"),
    opened: people("'opened','clicked'", human),
    clicked: people("'clicked'", human),
    replied: people("'replied'", ""),
    unsubscribed: people("'unsubscribed'", ""),
    complained: people("'complained'", ""),
  };
}

export interface LinkNumbers {
  readonly linkId: string;
  readonly people: number;
  readonly clicks: number;
  readonly machineClicks: number;
}

export function countLinks(db: ReadableDb, campaignId: string, stepId: string): LinkNumbers[] {
  return db.all<LinkNumbers>(
    `SELECT e.link_id AS linkId, count(DISTINCT CASE WHEN e.class = 'human' THEN e.contact_id END) AS people,
       sum(e.class = 'human') AS clicks, sum(e.class <> 'human') AS machineClicks
     FROM message m JOIN event e ON e.message_id = m.id
     WHERE m.campaign_id = ? AND m.report_step_id = ? AND m.kind = 'campaign' AND e.kind = 'clicked' AND e.link_id IS NOT NULL
     GROUP BY e.link_id ORDER BY people DESC, e.link_id`,
    [campaignId, stepId],
  );
}

export interface StepPassage {
  readonly stepId: string;
  readonly move: string;
  readonly reason: string;
  readonly people: number;
}

/** How runs left each step: sent, passed, skipped and why. */
export function countPassages(db: ReadableDb, campaignId: string): StepPassage[] {
  return db.all<StepPassage>(
    `SELECT d.from_step_id AS stepId, d.move, CASE WHEN d.move IN ('skip','exit') THEN d.reason ELSE '' END AS reason,
       count(*) AS people
     FROM decision d JOIN enrollment e ON e.id = d.enrollment_id
     WHERE e.campaign_id = ? AND d.from_step_id IS NOT NULL AND d.move <> 'wait' AND d.move <> 'send'
     GROUP BY 1, 2, 3`,
    [campaignId],
  );
}

export interface LaneTaken {
  readonly laneId: string;
  readonly people: number;
}

/** How many runs took each lane. */
export function countLanes(db: ReadableDb, campaignId: string): LaneTaken[] {
  return db.all<LaneTaken>(
    `SELECT d.lane_id AS laneId, count(*) AS people
     FROM decision d JOIN enrollment e ON e.id = d.enrollment_id
     WHERE e.campaign_id = ? AND d.move = 'lane' GROUP BY 1`,
    [campaignId],
  );
}

export interface QuarterNumbers {
  /** When the quarter of an hour begins; every zone's days begin with one. */
  readonly at: Instant;
  readonly sent: number;
  readonly opened: number;
  readonly clicked: number;
}

/** Mails, human opens and human clicks by quarter of an hour, in order; quarters without any left out. */
export function countQuarters(db: ReadableDb, campaignId: string): QuarterNumbers[] {
  return db.all<QuarterNumbers>(
    `SELECT happened / :quarter * :quarter AS at, sum(sent) AS sent, sum(opened) AS opened, sum(clicked) AS clicked FROM (
       SELECT coalesce(accepted_at, intent_at) AS happened, 1 AS sent, 0 AS opened, 0 AS clicked
       FROM message WHERE campaign_id = :campaignId AND kind = 'campaign' AND state = 'sent'
       UNION ALL
       SELECT e.occurred_at, 0, e.kind = 'opened', e.kind = 'clicked'
       FROM message m JOIN event e ON e.message_id = m.id
       WHERE m.campaign_id = :campaignId AND m.kind = 'campaign' AND e.class = 'human' AND e.kind IN ('opened','clicked'))
     WHERE happened IS NOT NULL GROUP BY 1 ORDER BY 1`,
    { campaignId, quarter: QUARTER },
  );
}

/** One mail of a campaign and what its recipient did with it, as far as a person did it. */
export interface SentMail {
  readonly address: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly stepId: string;
  readonly sentAt: Instant;
  readonly opened: 0 | 1;
  readonly clicked: 0 | 1;
  /** Addresses of the links, with commas between them. */
  readonly links: string | null;
}

/** Every mail of a campaign that was sent, or perhaps was, in the order they left. */
export function listSentMails(db: ReadableDb, campaignId: string): SentMail[] {
  return db.all<SentMail>(
    `SELECT c.address, c.first_name AS firstName, c.last_name AS lastName, m.report_step_id AS stepId,
       coalesce(m.accepted_at, m.intent_at) AS sentAt,
       coalesce(max(e.kind IN ('opened','clicked') AND e.class = 'human'), 0) AS opened,
       coalesce(max(e.kind = 'clicked' AND e.class = 'human'), 0) AS clicked,
       group_concat(DISTINCT CASE WHEN e.kind = 'clicked' AND e.class = 'human' THEN e.url END) AS links
     FROM message m JOIN contact c ON c.id = m.contact_id LEFT JOIN event e ON e.message_id = m.id
     WHERE m.campaign_id = ? AND m.kind = 'campaign' AND m.state IN ('sent','uncertain')
     GROUP BY m.id ORDER BY sentAt, m.id`,
    [campaignId],
  );
}
