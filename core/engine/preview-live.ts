import type { CampaignProblem } from "../domain/campaign-facts.ts";
import { findStep } from "../domain/campaign.ts";
import { addDuration } from "../domain/duration.ts";
import { nextSend, type QuietHours } from "../domain/quiet-hours.ts";
import { scheduleProblem } from "../domain/schedule.ts";
import { stepMention } from "../domain/step-mention.ts";
import type { Instant } from "../shared/clock.ts";
import { getVersion, type CampaignRow } from "../storage/campaigns.ts";
import { countWaiting } from "../storage/campaign-counts.ts";
import { type Entrant, listEntrants } from "../storage/entrants.ts";
import { getBusiness, getQuietHours, getTracking } from "../storage/settings.ts";
import { getSource } from "../storage/sources.ts";
import { startWords } from "./start-words.ts";
import type { EngineParts } from "./engine-parts.ts";
import { isTrackable } from "./is-trackable.ts";

export interface LivePreview {
  readonly problems: CampaignProblem[];
  readonly matching: number;
  readonly suppressed: number;
  readonly untracked: number;
  readonly firstSendAt: Instant | null;
  readonly startWords: string[];
  readonly plainWords: string[];
  readonly movedPeople: { stepId: string; people: number; text: string }[];
}

/** What going live, or publishing changes, would do. Changes nothing. */
export function previewLive(
  parts: EngineParts,
  campaign: CampaignRow,
  problems: CampaignProblem[],
): LivePreview {
  const { db, clock } = parts;
  const now = clock.wall();
  const entrants = listEntrants(db, campaign.draft, now);
  const mailable = entrants.filter((entrant) => entrant.status === "subscribed");
  const choice = getTracking(db);
  return {
    problems,
    matching: mailable.length,
    suppressed: entrants.length - mailable.length,
    untracked: mailable.filter((entrant) => !isTrackable(choice, entrant.trackingConsent)).length,
    firstSendAt: firstSendAt(
      campaign,
      zonesOf(mailable, getBusiness(db).zone),
      getQuietHours(db),
      now,
    ),
    startWords: startWords(db, campaign.draft, now),
    plainWords: plainWords(parts),
    movedPeople: movedPeople(parts, campaign),
  };
}

function zonesOf(people: readonly Entrant[], ownZone: string): ReadonlySet<string> {
  return new Set([ownZone, ...people.map(({ zone }) => zone ?? ownZone)]);
}

/** When the first of them may get a mail: who lives further east is reached sooner. */
function firstSendAt(
  campaign: CampaignRow,
  zones: ReadonlySet<string>,
  quiet: QuietHours | null,
  now: Instant,
): Instant | null {
  const first = campaign.draft.steps[0];
  if (first?.kind !== "email") return null;
  const schedule = first.schedule ?? campaign.draft.schedule;
  if (scheduleProblem(schedule) !== undefined) return null;
  return Math.min(
    ...[...zones].map((zone) =>
      nextSend(schedule, addDuration(now, first.delay, zone), zone, quiet),
    ),
  );
}

/** What the owner goes without, said before anything is sent. */
function plainWords(parts: EngineParts): string[] {
  if (getSource(parts.db, "relay")) return [];
  return [
    "Without a relay nobody's opens and clicks are heard.",
    "People unsubscribe by answering the e-mail; you take them off the list with one key on their page.",
  ];
}

/** People inside who stand at a step that the draft no longer has. */
function movedPeople(parts: EngineParts, campaign: CampaignRow): LivePreview["movedPeople"] {
  if (campaign.liveVersionId === null) return [];
  const old = getVersion(parts.db, campaign.liveVersionId).plan;
  return Object.entries(countWaiting(parts.db, campaign.id)).flatMap(([stepId, { people }]) => {
    if (findStep(campaign.draft.steps, stepId)) return [];
    const step = findStep(old.steps, stepId);
    const name = step ? stepMention(step) : "A step";
    return [
      {
        stepId,
        people,
        text: `${name} was removed: ${people === 1 ? "1 person goes" : `${people} people go`} on to what follows it.`,
      },
    ];
  });
}
