import type { SegmentRule } from "../domain/segment.ts";
import type { Instant } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "./db.ts";
import { recordEvent } from "./events.ts";
import { ruleContext } from "./match-rule.ts";
import { compileSegment } from "./segment-query.ts";
import { markDirty, touch } from "./tags.ts";

export type FieldValue = string | number | boolean;
export type Status =
  | "subscribed"
  | "unsubscribed"
  | "bounced"
  | "complained"
  | "unconfirmed"
  | "archived";

/** A contact as lists show it; the id is the outer one. */
export interface ContactRow {
  readonly id: string;
  readonly address: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly stageId: string | null;
  readonly status: Status;
  readonly tags: string[];
  readonly createdAt: Instant;
}

const ROW_COLUMNS = `c.id AS innerId, c.uid AS id, c.address, c.first_name AS firstName, c.last_name AS lastName,
  c.stage_id AS stageId, c.status, c.created_at AS createdAt,
  (SELECT json_group_array(tag) FROM (SELECT tag FROM contact_tag WHERE contact_id = c.id ORDER BY tag)) AS tags`;

interface StoredRow extends Omit<ContactRow, "tags"> {
  readonly innerId: number;
  readonly tags: string;
}

function parseRow({ innerId: _inner, tags, ...row }: StoredRow): ContactRow {
  return { ...row, tags: JSON.parse(tags) as string[] };
}

export interface ListInput {
  readonly query: string;
  readonly rule: SegmentRule | null;
  readonly sort: "address" | "name" | "created";
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
}

const ORDERS = {
  address: (way: string) => `c.address ${way}, c.id`,
  name: (way: string) => `c.last_name ${way}, c.first_name ${way}, c.id`,
  created: (way: string) => `c.created_at ${way}, c.id ${way}`,
};

/** Contacts that match, archived ones only where a rule asks for them. */
export function listContacts(
  db: ReadableDb,
  input: ListInput,
  now: Instant,
): { total: number; rows: ContactRow[] } {
  const terms: string[] = [];
  const params: (string | number)[] = [];
  if (input.rule === null) terms.push("c.status <> 'archived'");
  else {
    const { where, params: ruleParams } = compileSegment(input.rule, ruleContext(db, now));
    terms.push(`(${where})`);
    params.push(...ruleParams);
  }
  for (const word of input.query.trim().split(/\s+/u).filter(Boolean)) {
    const like = `%${word.replace(/[\\%_]/gu, String.raw`\$&`)}%`;
    terms.push(
      String.raw`(c.address LIKE ? ESCAPE '\' OR c.first_name LIKE ? ESCAPE '\' OR c.last_name LIKE ? ESCAPE '\')`,
    );
    params.push(like, like, like);
  }
  const where = terms.join(" AND ");
  const total =
    db.get<{ n: number }>(`SELECT count(*) AS n FROM contact c WHERE ${where}`, params)?.n ?? 0;
  const order = ORDERS[input.sort](input.isDescending ? "DESC" : "ASC");
  // Ids first, by an index alone; the rows' tags only for the page.
  const rows = db.all<StoredRow>(
    `SELECT ${ROW_COLUMNS} FROM (SELECT c.id AS pageId FROM contact c WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?)
     JOIN contact c ON c.id = pageId ORDER BY ${order}`,
    [...params, input.limit, input.offset],
  );
  return { total, rows: rows.map(parseRow) };
}

/** Rows by inner id. */
export function listContactRows(
  db: ReadableDb,
  ids: readonly number[],
): ReadonlyMap<number, ContactRow> {
  const rows = db.all<StoredRow>(
    `SELECT ${ROW_COLUMNS} FROM contact c WHERE c.id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.innerId, parseRow(row)]));
}

export interface ContactDetails extends ContactRow {
  readonly innerId: number;
  readonly fields: Record<string, FieldValue>;
  readonly zone: string | null;
  readonly isZoneGuessed: boolean;
  readonly trackingConsent: boolean | null;
  readonly consentSource: string | null;
}

export function getContact(db: ReadableDb, uid: string): ContactDetails | undefined {
  const row = db.get<
    StoredRow & {
      fields: string;
      zone: string | null;
      guessed: number;
      consent: number | null;
      consentSource: string | null;
    }
  >(
    `SELECT ${ROW_COLUMNS}, c.fields, c.zone, c.zone_guessed AS guessed, c.tracking_consent AS consent,
       c.consent_source AS consentSource FROM contact c WHERE c.uid = ?`,
    [uid],
  );
  if (!row) return undefined;
  const { fields, guessed, consent, zone, consentSource, ...stored } = row;
  return {
    ...parseRow(stored),
    innerId: row.innerId,
    fields: JSON.parse(fields) as Record<string, FieldValue>,
    zone,
    isZoneGuessed: guessed === 1,
    trackingConsent: consent === null ? null : consent === 1,
    consentSource,
  };
}

/** The inner id of an outer one. */
export function contactIdOf(db: ReadableDb, uid: string): number | undefined {
  return db.get<{ id: number }>("SELECT id FROM contact WHERE uid = ?", [uid])?.id;
}

export function findByAddress(
  db: ReadableDb,
  address: string,
): { readonly id: number; readonly uid: string } | undefined {
  return db.get("SELECT id, uid FROM contact WHERE address = ?", [address]);
}

export interface ContactChange {
  readonly address: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly stageId: string | null;
  readonly zone: string | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly trackingConsent: boolean | null;
}

export function addContact(
  db: WritableDb,
  uid: string,
  contact: ContactChange,
  at: Instant,
): number {
  const { lastId } = db.run(
    `INSERT INTO contact (uid, address, first_name, last_name, stage_id, zone, tracking_consent, fields, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [uid, ...valuesOf(contact), at, at],
  );
  markDirty(db, lastId, "change");
  return lastId;
}

export function changeContact(
  db: WritableDb,
  id: number,
  contact: ContactChange,
  at: Instant,
): void {
  db.run(
    `UPDATE contact SET address = ?, first_name = ?, last_name = ?, stage_id = ?, zone = ?, tracking_consent = ?,
       fields = ?, zone_guessed = 0, updated_at = ? WHERE id = ?`,
    [...valuesOf(contact), at, id],
  );
  markDirty(db, id, "change");
}

function valuesOf(contact: ContactChange): (string | number | null)[] {
  return [
    contact.address,
    contact.firstName,
    contact.lastName,
    contact.stageId,
    contact.zone,
    contact.trackingConsent === null ? null : contact.trackingConsent ? 1 : 0,
    JSON.stringify(contact.fields),
  ];
}

/** With `onlyForward` a contact never goes back in the journey. True where the stage changed. */
export function setStage(
  db: WritableDb,
  contactId: number,
  stageId: string,
  at: Instant,
  options: { readonly onlyForward: boolean },
): boolean {
  const { changes } = db.run(
    `UPDATE contact SET stage_id = :stageId, updated_at = :at
     WHERE id = :contactId AND stage_id IS NOT :stageId AND EXISTS (SELECT 1 FROM stage WHERE id = :stageId)
       AND (:onlyForward = 0 OR coalesce((SELECT position FROM stage WHERE id = contact.stage_id), -1)
         < (SELECT position FROM stage WHERE id = :stageId))`,
    { stageId, at, contactId, onlyForward: options.onlyForward ? 1 : 0 },
  );
  if (changes > 0) noteChange(db, contactId, "stage-changed", { stageId }, at);
  return changes > 0;
}

/** Null clears the field. */
export function setField(
  db: WritableDb,
  contactId: number,
  key: string,
  value: FieldValue | null,
  at: Instant,
): void {
  const row = db.get<{ fields: string }>("SELECT fields FROM contact WHERE id = ?", [contactId]);
  if (!row) return;
  const fields = new Map(Object.entries(JSON.parse(row.fields) as Record<string, FieldValue>));
  if (value === null) fields.delete(key);
  else fields.set(key, value);
  db.run("UPDATE contact SET fields = ? WHERE id = ?", [
    JSON.stringify(Object.fromEntries(fields)),
    contactId,
  ]);
  noteChange(db, contactId, "field-changed", { field: key, value }, at);
}

export function setStatus(db: WritableDb, contactId: number, status: Status, at: Instant): void {
  db.run("UPDATE contact SET status = ? WHERE id = ?", [status, contactId]);
  noteChange(db, contactId, "status-changed", { status }, at);
}

function noteChange(
  db: WritableDb,
  contactId: number,
  kind: string,
  data: unknown,
  at: Instant,
): void {
  touch(db, contactId, at, "change");
  const n = db.get<{ n: number }>("SELECT coalesce(max(id), 0) + 1 AS n FROM event")?.n ?? 1;
  recordEvent(db, {
    contactId,
    occurredAt: at,
    receivedAt: at,
    kind,
    // Changes are our own word, heard nowhere else, so their place in the log is name enough.
    uid: `${kind}:${n}`,
    state: "done",
    data,
  });
}
