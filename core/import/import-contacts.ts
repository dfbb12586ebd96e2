import type { ContactCandidate } from "./read-contacts.ts";
import type { Instant, Random } from "../shared/clock.ts";
import { makeId } from "../shared/id.ts";
import type { WritableDb } from "../storage/db.ts";
import { hashOfImage, imageOf, keepImage } from "../storage/imports.ts";
import { suppressAddress, suppressionOf } from "../storage/suppressions.ts";
import { addTag, markDirty } from "../storage/tags.ts";

export interface ImportOptions {
  readonly existing: "overwrite" | "fill-blanks";
  readonly tag: string;
  readonly startCampaigns: boolean;
  readonly consentSource: string;
}

export interface ImportRun {
  readonly db: WritableDb;
  readonly random: Random;
  readonly importId: string;
  readonly options: ImportOptions;
  /** Stage ids by name in lower case. */
  readonly stageIdsByName: ReadonlyMap<string, string>;
  readonly at: Instant;
}

export type RowResult = "added" | "updated" | "unchanged" | "suppressed";

interface Existing {
  readonly id: number;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly stage_id: string | null;
  readonly zone: string | null;
  readonly status: string;
  readonly tracking_consent: number | null;
  readonly consent_source: string | null;
  readonly fields: string;
}

type Columns = Omit<Existing, "id" | "status">;

const NOTHING: Columns = {
  first_name: null,
  last_name: null,
  stage_id: null,
  zone: null,
  tracking_consent: null,
  consent_source: null,
  fields: "{}",
};

/** What importing a row would do; nothing is changed. */
export function judgeRow(run: ImportRun, candidate: ContactCandidate): RowResult {
  return judge(run, candidate).result;
}

interface Judgement {
  readonly result: RowResult;
  readonly existing: Existing | undefined;
  /** The values after the import. */
  readonly columns: Columns;
  readonly tags: readonly string[];
}

function judge(run: ImportRun, candidate: ContactCandidate): Judgement {
  const existing = find(run, candidate.address);
  const columns = merge(run, candidate, existing);
  const tags = newTags(run, candidate, existing?.id);
  const judged = { existing, columns, tags };
  if (!existing)
    return {
      ...judged,
      result: suppressionOf(run.db, candidate.address) ? "suppressed" : "added",
    };
  const isSame =
    tags.length === 0 &&
    !goesDown(candidate, existing.status) &&
    JSON.stringify(columns) === JSON.stringify(columnsOf(existing));
  return { ...judged, result: isSame ? "unchanged" : "updated" };
}

/**
 * Imports one row, in the caller's transaction, keeping the contact as it was for the undo. A status only ever
 * goes down: an import cannot subscribe anybody who left.
 */
export function importRow(run: ImportRun, candidate: ContactCandidate): RowResult {
  const { db, at, importId, options } = run;
  const { result, existing, columns, tags } = judge(run, candidate);
  if (result === "suppressed" || result === "unchanged") return result;
  const before = existing && imageOf(db, existing.id);
  const values = [
    columns.first_name,
    columns.last_name,
    columns.stage_id,
    columns.zone,
    columns.tracking_consent,
    columns.consent_source,
    columns.fields,
  ];
  let id: number;
  if (existing) {
    id = existing.id;
    db.run(
      `UPDATE contact SET first_name = ?, last_name = ?, stage_id = ?, zone = ?, tracking_consent = ?, consent_source = ?,
         fields = ?, updated_at = ? WHERE id = ?`,
      [...values, at, id],
    );
  } else {
    id = db.run(
      `INSERT INTO contact (uid, address, first_name, last_name, stage_id, zone, tracking_consent, consent_source, fields,
         consent_at, import_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        makeId(run.random),
        candidate.address,
        ...values,
        columns.consent_source === null ? null : at,
        importId,
        at,
        at,
      ],
    ).lastId;
  }
  if (goesDown(candidate, existing?.status ?? "subscribed")) {
    db.run("UPDATE contact SET status = ? WHERE id = ?", [candidate.status, id]);
    if (candidate.status !== "unconfirmed")
      suppressAddress(db, candidate.address, reasonOf(candidate), `import ${importId}`, at);
  }
  const isQuiet = !options.startCampaigns;
  for (const tag of tags) addTag(db, id, tag, at, { isQuiet, uid: makeId(run.random) });
  markDirty(db, id, isQuiet ? "quiet" : "change");
  const after = imageOf(db, id);
  if (after) keepImage(db, importId, id, before, hashOfImage(after));
  return result;
}

function find({ db }: ImportRun, address: string): Existing | undefined {
  return db.get<Existing>(
    "SELECT id, first_name, last_name, stage_id, zone, status, tracking_consent, consent_source, fields FROM contact WHERE address = ?",
    [address],
  );
}

function columnsOf({ id: _id, status: _status, ...columns }: Existing): Columns {
  return columns;
}

/** The values after the import. A blank in the file never clears anything. */
function merge(
  run: ImportRun,
  candidate: ContactCandidate,
  existing: Existing | undefined,
): Columns {
  const old = existing ? columnsOf(existing) : NOTHING;
  const overwrites = run.options.existing === "overwrite";
  function choose<T>(was: T | null, is: T | null): T | null {
    if (is === null || is === "") return was;
    return overwrites || was === null || was === "" ? is : was;
  }
  const stageId =
    candidate.stage === null
      ? null
      : (run.stageIdsByName.get(candidate.stage.toLowerCase()) ?? null);
  const fields = JSON.parse(old.fields) as Record<string, string | number | boolean>;
  const merged = { ...fields };
  for (const [key, value] of Object.entries(candidate.fields)) {
    const chosen = choose(fields[key] ?? null, value);
    if (chosen !== null) merged[key] = chosen;
  }
  const consent = candidate.trackingConsent === null ? null : candidate.trackingConsent ? 1 : 0;
  return {
    first_name: choose(old.first_name, candidate.firstName),
    last_name: choose(old.last_name, candidate.lastName),
    stage_id: choose(old.stage_id, stageId),
    zone: choose(old.zone, candidate.zone),
    tracking_consent: choose(old.tracking_consent, consent),
    consent_source: old.consent_source ?? (run.options.consentSource || null),
    fields: JSON.stringify(merged),
  };
}

function newTags(
  { db, options }: ImportRun,
  candidate: ContactCandidate,
  contactId: number | undefined,
): string[] {
  const wanted = [...new Set([...candidate.tags, options.tag].filter((tag) => tag !== ""))];
  if (contactId === undefined) return wanted;
  return wanted.filter(
    (tag) =>
      !db.get("SELECT 1 FROM contact_tag WHERE contact_id = ? AND tag = ?", [contactId, tag]),
  );
}

function goesDown(candidate: ContactCandidate, status: string): boolean {
  return candidate.status !== null && candidate.status !== "subscribed" && status === "subscribed";
}

function reasonOf(candidate: ContactCandidate): "bounced" | "complained" | "imported" {
  return candidate.status === "bounced" || candidate.status === "complained"
    ? candidate.status
    : "imported";
}
