import { walkSteps, type StepId } from "../domain/campaign.ts";
import { segmentRuleSchema } from "../domain/segment-schema.ts";
import type { SegmentRule } from "../domain/segment.ts";
import type { Instant } from "../shared/clock.ts";
import {
  getVersion,
  listLivePlans,
  listPublished,
  type CampaignHead,
} from "../storage/campaigns.ts";
import type { ReadableDb } from "../storage/db.ts";
import { endEnrollment, listOpenEnrollments, wakeRunsAt } from "../storage/enrollments.ts";
import { listMatching, matchesRule } from "../storage/match-rule.ts";
import { listDateWatches, planDates } from "./calendar.ts";
import type { EngineParts } from "./engine-parts.ts";
import { enroll } from "./enroll.ts";
import { checkGoals } from "./check-goals.ts";

/** Contacts looked at in one transaction. */
const SLICE = 200;

interface Watched {
  readonly segmentId: string;
  readonly rule: SegmentRule;
  /** Live campaigns that start when someone joins, and when someone leaves. */
  readonly starts: readonly CampaignHead[];
  readonly startsOnLeaving: readonly CampaignHead[];
  /** Live campaigns that end when someone leaves. */
  readonly ends: readonly CampaignHead[];
}

/** The segments some live campaign starts or ends by; only these are kept as lists of members. */
export function listWatched(parts: EngineParts): Watched[] {
  const { db } = parts;
  const startsById = new Map<string, CampaignHead[]>();
  const leavesById = new Map<string, CampaignHead[]>();
  const endsById = new Map<string, CampaignHead[]>();
  for (const { campaign, plan } of listLivePlans(db)) {
    for (const entry of plan.entries) {
      if (entry.kind === "joins-segment") add(startsById, entry.segmentId, campaign);
      if (entry.kind === "leaves-segment") add(leavesById, entry.segmentId, campaign);
    }
    if (plan.exitOnLeave && campaign.segmentId) add(endsById, campaign.segmentId, campaign);
  }
  const ids = new Set([...startsById.keys(), ...leavesById.keys(), ...endsById.keys()]);
  return [...ids].flatMap((segmentId) => {
    const row = db.get<{ rule: string }>("SELECT rule FROM segment WHERE id = ?", [segmentId]);
    if (!row) return [];
    const rule = segmentRuleSchema.parse(JSON.parse(row.rule));
    return [
      {
        segmentId,
        rule,
        starts: startsById.get(segmentId) ?? [],
        startsOnLeaving: leavesById.get(segmentId) ?? [],
        ends: endsById.get(segmentId) ?? [],
      },
    ];
  });
}

function add(map: Map<string, CampaignHead[]>, key: string, campaign: CampaignHead): void {
  map.set(key, [...(map.get(key) ?? []), campaign]);
}

/** Writes down who is a member now, starting and ending nobody. Done when a campaign goes live. */
export function fillMembership(parts: EngineParts, segmentId: string, now: Instant): number[] {
  const { db } = parts;
  const row = db.get<{ rule: string }>("SELECT rule FROM segment WHERE id = ?", [segmentId]);
  if (!row) return [];
  const members = listMatching(db, segmentRuleSchema.parse(JSON.parse(row.rule)), now);
  db.run("DELETE FROM segment_member WHERE segment_id = ?", [segmentId]);
  for (const id of members)
    db.run("INSERT INTO segment_member (segment_id, contact_id, since_at) VALUES (?, ?, ?)", [
      segmentId,
      id,
      now,
    ]);
  return members;
}

/**
 * Looks again at contacts that changed: who joined or left a watched segment starts or ends campaigns, and
 * goals are checked. A quiet change (an import nobody wanted to start campaigns) only updates the lists.
 * True where more are waiting.
 */
export function drainDirty(parts: EngineParts): boolean {
  const { db, clock } = parts;
  const dirty = db.all<{ id: number; cause: string }>(
    "SELECT contact_id AS id, cause FROM dirty_contact ORDER BY contact_id LIMIT ?",
    [SLICE],
  );
  if (dirty.length === 0) return false;
  const watched = listWatched(parts);
  const fieldWaits = listFieldWaits(db);
  const dates = listDateWatches(db);
  const now = clock.wall();
  db.transaction(() => {
    for (const { id, cause } of dirty) {
      for (const segment of watched) lookAt(parts, segment, id, cause === "quiet", now);
      checkGoals(parts, id, now);
      if (fieldWaits.length > 0) wakeRunsAt(db, id, fieldWaits, now);
      planDates(db, dates, id, now);
      db.run("DELETE FROM dirty_contact WHERE contact_id = ?", [id]);
    }
  });
  return dirty.length === SLICE;
}

/** Wait steps for a date of the person, which is another one once their field changes. */
function listFieldWaits(db: ReadableDb): StepId[] {
  const ids: StepId[] = [];
  for (const { liveVersionId } of listPublished(db))
    for (const step of walkSteps(getVersion(db, liveVersionId ?? 0).plan.steps))
      if (step.kind === "wait" && step.until.kind === "field") ids.push(step.id);
  return ids;
}

function lookAt(
  parts: EngineParts,
  watched: Watched,
  contactId: number,
  isQuiet: boolean,
  now: Instant,
): void {
  const { db } = parts;
  const { segmentId } = watched;
  const was =
    db.get("SELECT 1 FROM segment_member WHERE segment_id = ? AND contact_id = ?", [
      segmentId,
      contactId,
    ]) !== undefined;
  const is = matchesRule(db, watched.rule, contactId, now);
  if (is && !was) {
    db.run("INSERT INTO segment_member (segment_id, contact_id, since_at) VALUES (?, ?, ?)", [
      segmentId,
      contactId,
      now,
    ]);
    if (!isQuiet)
      for (const campaign of watched.starts)
        enroll(parts, campaign.id, contactId, `joined:${segmentId}:${now}`, now);
  } else if (!is && was) {
    db.run("DELETE FROM segment_member WHERE segment_id = ? AND contact_id = ?", [
      segmentId,
      contactId,
    ]);
    for (const run of listOpenEnrollments(db, contactId))
      if (watched.ends.some((campaign) => campaign.id === run.campaignId))
        endEnrollment(
          db,
          run,
          { state: "exited", reason: "left the segment", cause: "left-segment" },
          now,
        );
    if (!isQuiet)
      for (const campaign of watched.startsOnLeaving)
        enroll(parts, campaign.id, contactId, `left:${segmentId}:${now}`, now);
  }
}
