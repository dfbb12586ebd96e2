import type { Instant } from "../shared/clock.ts";
import type { ContactEvent } from "../domain/contact-event.ts";
import type { ReadableDb, WritableDb } from "./db.ts";

export interface NewEvent {
  /** 0 where nobody is known to it yet. */
  readonly contactId: number;
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
  readonly kind: string;
  /** Unique for ever; an event heard twice is stored once. */
  readonly uid: string;
  readonly messageId?: number | null;
  readonly linkId?: string | null;
  readonly url?: string | null;
  readonly class?: "human" | "machine" | "unsure";
  readonly classReason?: string | null;
  readonly sourceId?: string | null;
  readonly sourceSeq?: number | null;
  readonly state: "new" | "done" | "orphan" | "late";
  readonly data?: unknown;
}

/** The event that a row of kind `web` or `custom` holds in its `data`. */
export function readContactEvent(data: string | null): ContactEvent {
  const { name = "", properties = {} } = JSON.parse(data ?? "{}") as Partial<ContactEvent>;
  return { name, properties };
}

/** Names of what happened to anybody so far, by the alphabet. */
export function listEventNames(db: ReadableDb): string[] {
  return db
    .all<{ name: string }>(
      `SELECT DISTINCT data ->> '$.name' AS name FROM event WHERE kind IN ('web','custom') AND name IS NOT NULL
       ORDER BY name LIMIT 500`,
    )
    .map(({ name }) => name);
}

/**
 * What was heard of a message before it was known here (its row was lost with a backup put back) is its own now, and
 * still to be reacted to. Orphans are few: contact 0 has nobody else's events.
 */
export function adoptOrphans(
  db: WritableDb,
  token: string,
  owner: { readonly messageId: number; readonly contactId: number },
): void {
  db.run(
    `UPDATE event SET contact_id = :contactId, message_id = :messageId, state = 'new'
     WHERE contact_id = 0 AND state = 'orphan' AND data ->> '$.token' = :token`,
    { ...owner, token },
  );
}

/** The new event's id, or 0 where it was stored before. */
export function recordEvent(db: WritableDb, event: NewEvent): number {
  const row = db.get<{ id: number }>(
    `INSERT INTO event (contact_id, occurred_at, id, uid, kind, message_id, link_id, url, class, class_reason,
       received_at, source_id, source_seq, state, data)
     VALUES (:contactId, :occurredAt, (SELECT coalesce(max(id), 0) + 1 FROM event), :uid, :kind, :messageId, :linkId,
       :url, :class, :classReason, :receivedAt, :sourceId, :sourceSeq, :state, :data)
     ON CONFLICT (uid) DO NOTHING RETURNING id`,
    {
      contactId: event.contactId,
      occurredAt: event.occurredAt,
      receivedAt: event.receivedAt,
      kind: event.kind,
      uid: event.uid,
      messageId: event.messageId ?? null,
      linkId: event.linkId ?? null,
      url: event.url ?? null,
      class: event.class ?? "human",
      classReason: event.classReason ?? null,
      sourceId: event.sourceId ?? null,
      sourceSeq: event.sourceSeq ?? null,
      state: event.state,
      data: event.data === undefined ? null : JSON.stringify(event.data),
    },
  );
  return row?.id ?? 0;
}
