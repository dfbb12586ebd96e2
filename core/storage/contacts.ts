import type { FieldValue } from "../domain/field-value.ts";
import type { ContactStatus as Status, SegmentRule } from "../domain/segment.ts";
import { must } from "../shared/assert.ts";
import type { Instant } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "./db.ts";
import { listFields } from "./fields.ts";
import { ruleContext } from "./match-rule.ts";
import { compileSegment } from "./segment-query.ts";
import { statusFor, suppressionOf } from "./suppressions.ts";
import { markDirty, noteChange } from "./tags.ts";

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
  address: (way: string) => `c.address ${way}, c.id ${way}`,
  name: (way: string) => `c.last_name ${way}, c.first_name ${way}, c.id ${way}`,
  created: (way: string) => `c.created_at ${way}, c.id ${way}`,
};

/** Contacts that match, archived ones only where a rule asks for them. */
export function listContacts(
  db: ReadableDb,
  input: ListInput,
  now: Instant,
): { total: number; rows: ContactRow[] } {
  const { where, params } = matching(db, input, now);
  const total =
    db.get<{ n: number }>(`SELECT count(*) AS n FROM contact c WHERE ${where}`, params)?.n ?? 0;
  // Of a deep page the way from the end is the shorter one.
  const isFlipped = input.offset > total / 2;
  const limit = Math.max(0, Math.min(input.limit, total - input.offset));
  const offset = isFlipped ? Math.max(0, total - input.offset - limit) : input.offset;
  const order = ORDERS[input.sort](input.isDescending === isFlipped ? "ASC" : "DESC");
  // Ids first, by an index alone; the rows' tags only for the page.
  const rows = db.all<StoredRow>(
    `SELECT ${ROW_COLUMNS} FROM (SELECT c.id AS pageId FROM contact c WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?)
     JOIN contact c ON c.id = pageId ORDER BY ${order}`,
    [...params, limit, offset],
  );
  return { total, rows: (isFlipped ? rows.toReversed() : rows).map(parseRow) };
}

/** The outer ids of everyone `listContacts` counts. */
export function listContactIds(
  db: ReadableDb,
  input: Pick<ListInput, "query" | "rule">,
  now: Instant,
): string[] {
  const { where, params } = matching(db, input, now);
  return db
    .all<{ id: string }>(`SELECT c.uid AS id FROM contact c WHERE ${where} ORDER BY c.id`, params)
    .map(({ id }) => id);
}

function matching(
  db: ReadableDb,
  input: Pick<ListInput, "query" | "rule">,
  now: Instant,
): { where: string; params: (string | number)[] } {
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
  return { where: terms.join(" AND "), params };
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
  readonly snoozedUntil: Instant | null;
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
      snoozedUntil: Instant | null;
    }
  >(
    `SELECT ${ROW_COLUMNS}, c.fields, c.zone, c.zone_guessed AS guessed, c.tracking_consent AS consent,
       c.consent_source AS consentSource, c.snoozed_until AS snoozedUntil FROM contact c WHERE c.uid = ?`,
    [uid],
  );
  if (!row) return undefined;
  const { fields, guessed, consent, zone, consentSource, snoozedUntil, ...stored } = row;
  return {
    ...parseRow(stored),
    innerId: row.innerId,
    fields: JSON.parse(fields) as Record<string, FieldValue>,
    zone,
    isZoneGuessed: guessed === 1,
    trackingConsent: consent === null ? null : consent === 1,
    consentSource,
    snoozedUntil,
  };
}

/** The inner id of an outer one. */
export function contactIdOf(db: ReadableDb, uid: string): number | undefined {
  return db.get<{ id: number }>("SELECT id FROM contact WHERE uid = ?", [uid])?.id;
}

export function findByAddress(
  db: ReadableDb,
  address: string,
):
  | { readonly id: number; readonly uid: string; readonly name: string; readonly status: Status }
  | undefined {
  return db.get(
    `SELECT id, uid, trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')) AS name, status
     FROM contact WHERE address = ?`,
    [address],
  );
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

/** Saves what a person typed, and writes down what changed. Values of fields that are gone are kept. */
export function changeContact(
  db: WritableDb,
  id: number,
  contact: ContactChange,
  at: Instant,
): void {
  const before = must(
    db.get<{ stageId: string | null; fields: string }>(
      "SELECT stage_id AS stageId, fields FROM contact WHERE id = ?",
      [id],
    ),
  );
  const oldFields = JSON.parse(before.fields) as Record<string, FieldValue>;
  const known = new Set(listFields(db).map((field) => field.key));
  const fields = { ...contact.fields };
  for (const [key, value] of Object.entries(oldFields)) if (!known.has(key)) fields[key] = value;
  // A guessed zone stays a guess until a person says another one.
  db.run(
    `UPDATE contact SET zone_guessed = zone_guessed AND zone IS ?, address = ?, first_name = ?, last_name = ?,
       stage_id = ?, zone = ?, tracking_consent = ?, fields = ?, updated_at = ? WHERE id = ?`,
    [contact.zone, ...valuesOf({ ...contact, fields }), at, id],
  );
  markDirty(db, id, "change");
  if (before.stageId !== contact.stageId)
    noteChange(db, id, "stage-changed", { stageId: contact.stageId }, at);
  for (const key of new Set([...Object.keys(oldFields), ...Object.keys(fields)])) {
    const value = fields[key] ?? null;
    if (value !== (oldFields[key] ?? null))
      noteChange(db, id, "field-changed", { field: key, value }, at);
  }
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
  if ((fields.get(key) ?? null) === value) return;
  if (value === null) fields.delete(key);
  else fields.set(key, value);
  db.run("UPDATE contact SET fields = ? WHERE id = ?", [
    JSON.stringify(Object.fromEntries(fields)),
    contactId,
  ]);
  noteChange(db, contactId, "field-changed", { field: key, value }, at);
}

/** True where the contact had another status. */
export function setStatus(db: WritableDb, contactId: number, status: Status, at: Instant): boolean {
  const was = statusOf(db, contactId);
  if (was === undefined || was === status) return false;
  db.run("UPDATE contact SET status = ? WHERE id = ?", [status, contactId]);
  noteChange(db, contactId, "status-changed", { status, was }, at);
  return true;
}

/** Why a mail waits whose person is snoozed. */
export const SNOOZED = "this person is snoozed";

/** Lets no campaign mail the contact before `until`; null lets them at once. */
export function setSnoozed(
  db: WritableDb,
  contactId: number,
  until: Instant | null,
  at: Instant,
): void {
  db.run("UPDATE contact SET snoozed_until = ? WHERE id = ?", [until, contactId]);
  // What an earlier snooze put off is looked at again.
  db.run(
    "UPDATE message SET not_before = ? WHERE contact_id = ? AND state = 'queued' AND not_before > ? AND reason = ?",
    [at, contactId, at, SNOOZED],
  );
  noteChange(db, contactId, "snoozed", { until }, at);
}

/** Lowers the status where the contact's address may not be mailed. True where it did. */
export function heedSuppression(db: WritableDb, contactId: number, at: Instant): boolean {
  const row = db.get<{ address: string | null; status: Status }>(
    "SELECT address, status FROM contact WHERE id = ?",
    [contactId],
  );
  if (!row?.address || (row.status !== "subscribed" && row.status !== "unconfirmed")) return false;
  const suppression = suppressionOf(db, row.address);
  if (suppression) setStatus(db, contactId, statusFor(suppression.reason), at);
  return suppression !== undefined;
}

/**
 * Takes a contact out of the archive, as what it was before; never as one who may be mailed and was not. True where
 * it was in the archive.
 */
export function restoreContact(db: WritableDb, contactId: number, at: Instant): boolean {
  if (statusOf(db, contactId) !== "archived") return false;
  const archived = db.get<{ was: Status | null }>(
    `SELECT json_extract(data, '$.was') AS was FROM event
     WHERE contact_id = ? AND kind = 'status-changed' AND json_extract(data, '$.status') = 'archived'
     ORDER BY occurred_at DESC, id DESC LIMIT 1`,
    [contactId],
  );
  setStatus(db, contactId, archived?.was ?? "subscribed", at);
  heedSuppression(db, contactId, at);
  return true;
}

export function statusOf(db: ReadableDb, contactId: number): Status | undefined {
  return db.get<{ status: Status }>("SELECT status FROM contact WHERE id = ?", [contactId])?.status;
}
