import type { Instant } from "../shared/clock.ts";
import { sharesOf, type CampaignPlan, type SplitStep } from "./campaign.ts";
import { addDuration } from "./duration.ts";
import { LATENESS, waitToHear } from "./interaction-finding.ts";
import type { Move, RunFacts } from "./move.ts";
import { bestLane } from "./split-test.ts";
import { stableShare } from "./stable-share.ts";
import { takeLane } from "./take-lane.ts";

const HELD = "waiting for the lane that does best";

/**
 * At a split that looks for the best of its lanes: the way of the winner, the choice of it once its time has come
 * and was heard past, or, for those no lot was drawn for, a wait for it. Undefined where the split decides as usual.
 */
export function moveByWinner(
  plan: CampaignPlan,
  split: SplitStep,
  sinceAt: Instant,
  facts: RunFacts,
  now: Instant,
): Move | undefined {
  const { winner } = split;
  if (!winner) return undefined;
  const { wonLaneId, chooseAt, results } = facts.testOf(split);
  const won = split.lanes.find(({ id }) => id === wonLaneId);
  if (won) return takeLane(plan, split, won, { sinceAt: now, reason: `“${won.name}” did best` });

  const isHeard = winner.by === "goal" || isHeardPast(chooseAt, facts);
  if (chooseAt !== null && now >= chooseAt && isHeard) {
    const all = results();
    const best = bestLane(all);
    const lane = split.lanes.find(({ id }) => id === best?.laneId);
    if (best && lane)
      return {
        ...takeLane(plan, split, lane, {
          sinceAt: now,
          reason: `“${lane.name}” did best: ${best.successes} of ${best.people}`,
        }),
        won: { stepId: split.id, results: all },
      };
  }
  if (stableShare(facts.contactUid, split.id) < sharesOf(split)) return undefined;
  const heldUntil = addDuration(sinceAt, winner.holdFor, facts.zone);
  if (now >= heldUntil) return undefined;
  if (chooseAt === null || chooseAt >= heldUntil)
    return { kind: "wait", for: "time", wakeAt: heldUntil, deadlineAt: null, reason: HELD };
  if (winner.by === "goal")
    return { kind: "wait", for: "time", wakeAt: chooseAt, deadlineAt: null, reason: HELD };
  const move = waitToHear(chooseAt, HELD, now);
  return move.kind === "wait" ? { ...move, wakeAt: Math.min(move.wakeAt, heldUntil) } : move;
}

function isHeardPast(at: Instant | null, { heardUpTo }: RunFacts): boolean {
  return at !== null && heardUpTo.relay !== null && heardUpTo.relay - LATENESS >= at;
}
