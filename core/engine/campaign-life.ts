import { CallFailed } from "../contract/failure.ts";
import { walkSteps } from "../domain/campaign.ts";
import type { Instant } from "../shared/clock.ts";
import {
  getCampaign,
  publishContent,
  publishVersion,
  setCampaignState,
  type CampaignRow,
} from "../storage/campaigns.ts";
import type { ReadableDb } from "../storage/db.ts";
import { listEntrants } from "../storage/entrants.ts";
import { endEnrollment, getEnrollment } from "../storage/enrollments.ts";
import { cancelCampaignMessages } from "../storage/messages.ts";
import { watchDates } from "./calendar.ts";
import type { EngineParts } from "./engine-parts.ts";
import { enroll } from "./enroll.ts";
import { fillMembership, listWatched } from "./watch.ts";

/** The campaign, or a refusal in words. */
export function requireCampaign(parts: { readonly db: ReadableDb }, id: string): CampaignRow {
  const campaign = getCampaign(parts.db, id);
  if (!campaign) throw new CallFailed({ code: "not-found", message: "This campaign is gone." });
  return campaign;
}

/**
 * X8: freezes the draft as the next version and makes it live, in one transaction with the people it starts.
 * People inside follow the new version at their next move. The caller has checked the draft.
 */
export function goLive(
  parts: EngineParts,
  id: string,
  existing: "start" | "only-new",
  now: Instant,
): { readonly started: number } {
  const { db } = parts;
  return db.transaction(() => {
    const campaign = requireCampaign(parts, id);
    const isFirst = campaign.liveVersionId === null;
    for (const step of walkSteps(campaign.draft.steps))
      if (step.kind === "email") publishContent(db, id, step.id, now);
    const versionId = publishVersion(db, id, campaign.draft, now);
    setCampaignState(db, id, "live", now);
    // People inside look at the new version now, not only when their old wait is over.
    db.run(
      `UPDATE enrollment SET wake_at = ? WHERE campaign_id = ? AND state IN ('active','held') AND state = 'active'
         AND phase IN ('delay','await_event','ready')`,
      [now, id],
    );
    watchSegments(parts, now);
    watchDates(db, now);
    if (existing === "only-new") return { started: 0 };
    const key = isFirst ? "live" : `live:${versionId}`;
    let started = 0;
    for (const entrant of listEntrants(db, campaign.draft, now))
      if ("id" in enroll(parts, id, entrant.id, key, now, { onlyOutside: true })) started += 1;
    return { started };
  });
}

/** Keeps lists of members of the segments that are watched from now on; nobody starts by it. */
function watchSegments(parts: EngineParts, now: Instant): void {
  for (const { segmentId } of listWatched(parts)) {
    const isKept = parts.db.get("SELECT 1 FROM segment_member WHERE segment_id = ? LIMIT 1", [
      segmentId,
    ]);
    if (!isKept) fillMembership(parts, segmentId, now);
  }
}

/** Waits keep their deadlines; what is queued waits for the resume. */
export function pauseCampaign(parts: EngineParts, id: string, now: Instant): void {
  if (requireCampaign(parts, id).state !== "live")
    throw new CallFailed({ code: "conflict", message: "Only a live campaign can be paused." });
  setCampaignState(parts.db, id, "paused", now);
}

export function resumeCampaign(parts: EngineParts, id: string, now: Instant): void {
  if (requireCampaign(parts, id).state !== "paused")
    throw new CallFailed({ code: "conflict", message: "Only a paused campaign can be resumed." });
  setCampaignState(parts.db, id, "live", now);
}

/** Ends everyone's run and cancels what is queued; history stays. */
export function stopCampaign(parts: EngineParts, id: string, now: Instant): void {
  const { db } = parts;
  requireCampaign(parts, id);
  db.transaction(() => {
    setCampaignState(db, id, "stopped", now);
    const open = db.all<{ id: number }>(
      "SELECT id FROM enrollment WHERE campaign_id = ? AND state IN ('active','held')",
      [id],
    );
    for (const { id: runId } of open) {
      const run = getEnrollment(db, runId);
      if (run)
        endEnrollment(
          db,
          run,
          { state: "exited", reason: "the campaign was stopped", cause: "owner" },
          now,
        );
    }
    cancelCampaignMessages(db, id, "the campaign was stopped");
  });
}
