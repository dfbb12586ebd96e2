import type { FieldValue } from "../domain/field-value.ts";
import type { ContactChange } from "../domain/starts-on.ts";
import type { ContactCandidate } from "./read-contacts.ts";
import type { Clock, Instant, Random } from "../shared/clock.ts";
import { makeId } from "../shared/id.ts";
import { listLivePlans } from "../storage/campaigns.ts";
import type { WritableDb } from "../storage/db.ts";
import { recordEvent } from "../storage/events.ts";
import { hashOfImage, imageOf, keepImage } from "../storage/imports.ts";
import { suppressAddress, suppressionOf } from "../storage/suppressions.ts";
import { listStages } from "../storage/stages.ts";
import { addTag, markDirty, noteChange } from "../storage/tags.ts";

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
  /** A live campaign starts when somebody is imported. */
  readonly isAwaited: boolean;
}

/** An import that begins now. */
export function openRun(
  {
    db,
    clock,
    random,
  }: { readonly db: WritableDb; readonly clock: Clock; readonly random: Random },
  importId: string,
  options: ImportOptions,
): ImportRun {
  return {
    db,
    random,
    importId,
    options,
    stageIdsByName: new Map(
      listStages(db).map((stage) => [stage.name.toLowerCase(), stage.id] as const),
    ),
    at: clock.wall(),
    isAwaited: listLivePlans(db).some(({ plan }) =>
      plan.entries.some(({ kind }) => kind === "imported"),
    ),
  };
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

/** What a row means for the contact of its address. */
export interface Judgement {
  readonly result: RowResult;
  readonly existing: Existing | undefined;
  /** The values after the import. */
  readonly columns: Columns;
  /** Tags the contact does not have yet. */
  readonly tags: readonly string[];
  readonly status: string;
}

/** What importing a row would do; nothing is changed. */
export function judgeRow(run: ImportRun, candidate: ContactCandidate): Judgement {
  const existing = find(run, candidate.address);
  const columns = merge(run, candidate, existing);
  const tags = newTags(run, candidate, existing?.id);
  const was = existing?.status ?? "subscribed";
  const status = goesDown(candidate, was) ? (candidate.status ?? was) : was;
  const judged = { existing, columns, tags, status };
  if (!existing)
    return {
      ...judged,
      result: suppressionOf(run.db, candidate.address) ? "suppressed" : "added",
    };
  const isSame =
    tags.length === 0 &&
    status === was &&
    JSON.stringify(columns) === JSON.stringify(columnsOf(existing));
  return { ...judged, result: isSame ? "unchanged" : "updated" };
}

/**
 * What happens to a contact by a row, as far as campaigns start by it. Whoever is new comes to no stage and has no
 * field changed by that, just as one who is added by hand.
 */
export function changesBy({ result, existing, columns, tags }: Judgement): ContactChange[] {
  if (result === "suppressed") return [];
  const changes: ContactChange[] = [{ kind: "imported" }];
  for (const tag of tags) changes.push({ kind: "tag-added", tag });
  if (!existing) return changes;
  if (existing.stage_id !== columns.stage_id)
    changes.push({ kind: "stage-changed", stageId: columns.stage_id });
  const before = JSON.parse(existing.fields) as Record<string, FieldValue>;
  for (const [field, value] of Object.entries(JSON.parse(columns.fields) as typeof before))
    if (before[field] !== value) changes.push({ kind: "field-changed", field, value });
  return changes;
}

/**
 * Imports one row, in the caller's transaction, keeping the contact as it was for the undo. A status only ever
 * goes down: an import cannot subscribe anybody who left.
 */
export function importRow(run: ImportRun, candidate: ContactCandidate): Judgement {
  const { db, at, importId } = run;
  const judged = judgeRow(run, candidate);
  const { result, existing, columns } = judged;
  if (result === "unchanged" && existing) tellImported(run, existing.id);
  if (result === "suppressed" || result === "unchanged") return judged;
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
  tellChanges(run, id, judged);
  const after = imageOf(db, id);
  if (after) keepImage(db, importId, id, before, hashOfImage(after));
  return judged;
}

/**
 * Writes down what the row changed. Where the import shall start no campaigns, changed fields are told by its undo
 * alone: a list of many people and columns would fill their stories with them.
 */
function tellChanges(run: ImportRun, id: number, judged: Judgement): void {
  const { db, at, options } = run;
  const isQuiet = !options.startCampaigns;
  markDirty(db, id, isQuiet ? "quiet" : "change");
  for (const change of changesBy(judged))
    switch (change.kind) {
      case "imported":
        tellImported(run, id);
        break;
      case "tag-added":
        addTag(db, id, change.tag, at, { isQuiet, uid: makeId(run.random) });
        break;
      case "stage-changed":
        noteChange(db, id, change.kind, { stageId: change.stageId }, at, { isQuiet });
        break;
      case "field-changed":
        if (!isQuiet)
          noteChange(db, id, change.kind, { field: change.field, value: change.value }, at);
        break;
      default:
        // Nothing else happens to a contact by a list.
        break;
    }
}

/** Once per import and contact, and only where a campaign starts by it. */
function tellImported({ db, at, importId, options, isAwaited }: ImportRun, id: number): void {
  if (!options.startCampaigns || !isAwaited) return;
  recordEvent(db, {
    contactId: id,
    occurredAt: at,
    receivedAt: at,
    kind: "imported",
    uid: `import:${importId}:${id}`,
    state: "new",
  });
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
