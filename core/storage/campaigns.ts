import { must } from "../shared/assert.ts";
import type { Instant } from "../shared/clock.ts";
import { campaignPlanSchema } from "../domain/campaign-schema.ts";
import type { CampaignPlan, CampaignState } from "../domain/campaign.ts";
import { emailContentSchema } from "../domain/email-content-schema.ts";
import type { EmailContent } from "../domain/email-content.ts";
import type { ReadableDb, WritableDb } from "./db.ts";

export interface CampaignRow {
  readonly id: string;
  readonly name: string;
  readonly goalId: string | null;
  readonly segmentId: string | null;
  readonly state: CampaignState;
  readonly draft: CampaignPlan;
  readonly draftRev: number;
  readonly liveVersionId: number | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly wentLiveAt: Instant | null;
}

interface StoredCampaign extends Omit<CampaignRow, "draft"> {
  readonly draft: string;
}

const HEAD_COLUMNS = `id, name, goal_id AS goalId, segment_id AS segmentId, state, draft_rev AS draftRev,
  live_version_id AS liveVersionId, created_at AS createdAt, updated_at AS updatedAt, went_live_at AS wentLiveAt`;
const COLUMNS = `${HEAD_COLUMNS}, draft`;

function parseCampaign(row: StoredCampaign): CampaignRow {
  return { ...row, draft: campaignPlanSchema.parse(JSON.parse(row.draft)) };
}

export function getCampaign(db: ReadableDb, id: string): CampaignRow | undefined {
  const row = db.get<StoredCampaign>(`SELECT ${COLUMNS} FROM campaign WHERE id = ?`, [id]);
  return row && parseCampaign(row);
}

export type CampaignHead = Omit<CampaignRow, "draft">;

/** A campaign without its draft, for those who only need to know how it stands. */
export function getCampaignHead(db: ReadableDb, id: string): CampaignHead | undefined {
  return db.get<CampaignHead>(`SELECT ${HEAD_COLUMNS} FROM campaign WHERE id = ?`, [id]);
}

export function listCampaignHeads(db: ReadableDb): CampaignHead[] {
  return db.all<CampaignHead>(`SELECT ${HEAD_COLUMNS} FROM campaign ORDER BY created_at, id`);
}

export function listLiveCampaigns(db: ReadableDb): CampaignHead[] {
  return db.all<CampaignHead>(
    `SELECT ${HEAD_COLUMNS} FROM campaign WHERE state = 'live' AND live_version_id IS NOT NULL ORDER BY id`,
  );
}

/** What people enter live campaigns by. */
export function listLivePlans(
  db: ReadableDb,
): { readonly campaign: CampaignHead; readonly plan: CampaignPlan }[] {
  return listLiveCampaigns(db).map((campaign) => ({
    campaign,
    plan: getVersion(db, must(campaign.liveVersionId)).plan,
  }));
}

/** Every campaign that people may stand in. */
export function listPublished(db: ReadableDb): CampaignHead[] {
  return db.all<CampaignHead>(
    `SELECT ${HEAD_COLUMNS} FROM campaign WHERE state IN ('live','paused') AND live_version_id IS NOT NULL ORDER BY id`,
  );
}

export function listCampaigns(db: ReadableDb): CampaignRow[] {
  return db
    .all<StoredCampaign>(`SELECT ${COLUMNS} FROM campaign ORDER BY created_at, id`)
    .map(parseCampaign);
}

export interface NewCampaign {
  readonly id: string;
  readonly name: string;
  readonly goalId: string | null;
  readonly segmentId: string | null;
  readonly plan: CampaignPlan;
}

export function addCampaign(db: WritableDb, campaign: NewCampaign, at: Instant): void {
  db.run(
    `INSERT INTO campaign (id, name, goal_id, segment_id, state, draft, created_at, updated_at)
     VALUES (?, ?, ?, ?, 'draft', ?, ?, ?)`,
    [
      campaign.id,
      campaign.name,
      campaign.goalId,
      campaign.segmentId,
      JSON.stringify(campaign.plan),
      at,
      at,
    ],
  );
}

/** The new draft revision, or undefined where `draftRev` is no longer the newest. */
export function saveDraft(
  db: WritableDb,
  id: string,
  draftRev: number,
  plan: CampaignPlan,
  at: Instant,
): number | undefined {
  const { changes } = db.run(
    "UPDATE campaign SET draft = ?, draft_rev = draft_rev + 1, updated_at = ? WHERE id = ? AND draft_rev = ?",
    [JSON.stringify(plan), at, id, draftRev],
  );
  return changes === 1 ? draftRev + 1 : undefined;
}

export function saveCampaignNames(
  db: WritableDb,
  id: string,
  names: {
    readonly name: string;
    readonly goalId: string | null;
    readonly segmentId: string | null;
  },
  at: Instant,
): void {
  db.run("UPDATE campaign SET name = ?, goal_id = ?, segment_id = ?, updated_at = ? WHERE id = ?", [
    names.name,
    names.goalId,
    names.segmentId,
    at,
    id,
  ]);
}

export function setCampaignState(
  db: WritableDb,
  id: string,
  state: CampaignState,
  at: Instant,
): void {
  db.run(
    `UPDATE campaign SET state = ?, updated_at = ?,
       went_live_at = CASE WHEN ? = 'live' THEN coalesce(went_live_at, ?) ELSE went_live_at END
     WHERE id = ?`,
    [state, at, state, at, id],
  );
}

/** Only a campaign that never went live has no history to keep. */
export function deleteCampaign(db: WritableDb, id: string): void {
  db.transaction(() => {
    db.run("DELETE FROM message WHERE campaign_id = ? AND kind = 'test'", [id]);
    db.run("DELETE FROM step_content WHERE campaign_id = ?", [id]);
    db.run("DELETE FROM campaign WHERE id = ? AND live_version_id IS NULL", [id]);
  });
}

export interface VersionRow {
  readonly id: number;
  readonly campaignId: string;
  readonly number: number;
  readonly plan: CampaignPlan;
  readonly publishedAt: Instant;
}

/** Versions never change, so a parsed one is good for as long as its database is open. */
const plansByDb = new WeakMap<ReadableDb, Map<number, VersionRow>>();

export function getVersion(db: ReadableDb, id: number): VersionRow {
  const known = plansByDb.get(db) ?? new Map<number, VersionRow>();
  plansByDb.set(db, known);
  const cached = known.get(id);
  if (cached) return cached;
  const row = must(
    db.get<Omit<VersionRow, "plan"> & { plan: string }>(
      `SELECT id, campaign_id AS campaignId, number, plan, published_at AS publishedAt
       FROM campaign_version WHERE id = ?`,
      [id],
    ),
    `no campaign version ${id}`,
  );
  const version = { ...row, plan: campaignPlanSchema.parse(JSON.parse(row.plan)) };
  known.set(id, version);
  return version;
}

/** Freezes `plan` as the campaign's next version and makes it the live one. */
export function publishVersion(
  db: WritableDb,
  campaignId: string,
  plan: CampaignPlan,
  at: Instant,
): number {
  const { lastId } = db.run(
    `INSERT INTO campaign_version (campaign_id, number, plan, published_at)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM campaign_version WHERE campaign_id = ?), ?, ?)`,
    [campaignId, campaignId, JSON.stringify(plan), at],
  );
  db.run("UPDATE campaign SET live_version_id = ? WHERE id = ?", [lastId, campaignId]);
  return lastId;
}

export interface ContentRow {
  readonly rev: number;
  readonly content: EmailContent;
  readonly hash: string;
  readonly savedAt: Instant;
}

function parseContent(row: Omit<ContentRow, "content"> & { content: string }): ContentRow {
  return { ...row, content: emailContentSchema.parse(JSON.parse(row.content)) };
}

/** The draft of an email (revision 0), or undefined where nothing was written yet. */
export function getDraftContent(
  db: ReadableDb,
  campaignId: string,
  stepId: string,
): ContentRow | undefined {
  return getContent(db, campaignId, stepId, 0);
}

export function getContent(
  db: ReadableDb,
  campaignId: string,
  stepId: string,
  rev: number,
): ContentRow | undefined {
  const row = db.get<Omit<ContentRow, "content"> & { content: string }>(
    "SELECT rev, content, hash, saved_at AS savedAt FROM step_content WHERE campaign_id = ? AND step_id = ? AND rev = ?",
    [campaignId, stepId, rev],
  );
  return row && parseContent(row);
}

/** The newest published revision's number and hash, without parsing it; undefined before going live. */
export function getPublishedRev(
  db: ReadableDb,
  campaignId: string,
  stepId: string,
): { readonly rev: number; readonly hash: string } | undefined {
  return db.get(
    "SELECT rev, hash FROM step_content WHERE campaign_id = ? AND step_id = ? AND rev > 0 ORDER BY rev DESC LIMIT 1",
    [campaignId, stepId],
  );
}

export function saveDraftContent(
  db: WritableDb,
  campaignId: string,
  stepId: string,
  content: EmailContent,
  hash: string,
  at: Instant,
): void {
  db.run(
    `INSERT INTO step_content (campaign_id, step_id, rev, content, hash, saved_at) VALUES (?, ?, 0, ?, ?, ?)
     ON CONFLICT (campaign_id, step_id, rev) DO UPDATE SET content = excluded.content, hash = excluded.hash, saved_at = excluded.saved_at`,
    [campaignId, stepId, JSON.stringify(content), hash, at],
  );
}

/** Publishes the draft as a new revision, unless the newest published one says the same. */
export function publishContent(
  db: WritableDb,
  campaignId: string,
  stepId: string,
  at: Instant,
): void {
  db.run(
    `INSERT INTO step_content (campaign_id, step_id, rev, content, hash, saved_at)
     SELECT d.campaign_id, d.step_id, coalesce(p.rev, 0) + 1, d.content, d.hash, ?
     FROM step_content d
     LEFT JOIN step_content p ON p.campaign_id = d.campaign_id AND p.step_id = d.step_id
       AND p.rev = (SELECT max(rev) FROM step_content WHERE campaign_id = d.campaign_id AND step_id = d.step_id AND rev > 0)
     WHERE d.campaign_id = ? AND d.step_id = ? AND d.rev = 0 AND d.hash IS NOT p.hash`,
    [at, campaignId, stepId],
  );
}

/** True where a draft says something else than what is published, or was never published. */
export function hasUnpublishedContent(db: ReadableDb, campaignId: string): boolean {
  return (
    db.get(
      `SELECT 1 FROM step_content d WHERE d.campaign_id = ? AND d.rev = 0 AND d.hash IS NOT (
         SELECT hash FROM step_content p WHERE p.campaign_id = d.campaign_id AND p.step_id = d.step_id AND p.rev > 0
         ORDER BY rev DESC LIMIT 1) LIMIT 1`,
      [campaignId],
    ) !== undefined
  );
}
