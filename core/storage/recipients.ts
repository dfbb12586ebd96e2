import type { Instant } from "../shared/clock.ts";
import type { ReadableDb } from "./db.ts";

/** A contact as sending and deciding see it. */
export interface Recipient {
  readonly id: number;
  readonly uid: string;
  readonly address: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly zone: string | null;
  readonly status: string;
  readonly stageId: string | null;
  readonly snoozedUntil: Instant | null;
  readonly trackingConsent: 0 | 1 | null;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

export function getRecipient(db: ReadableDb, id: number): Recipient | undefined {
  const row = db.get<Omit<Recipient, "fields"> & { fields: string }>(
    `SELECT id, uid, address, first_name AS firstName, last_name AS lastName, zone, status, stage_id AS stageId,
       snoozed_until AS snoozedUntil,
       tracking_consent AS trackingConsent, fields FROM contact WHERE id = ?`,
    [id],
  );
  return row && { ...row, fields: JSON.parse(row.fields) as Recipient["fields"] };
}

export interface MessageEvent {
  readonly id: number;
  readonly contactId: number;
  readonly messageId: number;
  readonly kind: string;
  readonly linkId: string | null;
  readonly class: "human" | "machine" | "unsure";
  readonly occurredAt: Instant;
  readonly data: string | null;
}

/** What was heard about the e-mails of one run. */
export function listEventsOfRun(db: ReadableDb, enrollmentId: number): MessageEvent[] {
  return db.all<MessageEvent>(
    `SELECT e.id, e.contact_id AS contactId, e.message_id AS messageId, e.kind, e.link_id AS linkId, e.class,
       e.occurred_at AS occurredAt, e.data
     FROM message m JOIN event e ON e.message_id = m.id
     WHERE m.enrollment_id = ? AND e.kind IN ('opened','clicked','replied')
     ORDER BY e.occurred_at, e.id`,
    [enrollmentId],
  );
}
