import type { Instant } from "../shared/clock.ts";
import { idAfter, type CampaignPlan, type Lane, type SplitStep } from "./campaign.ts";
import { addDuration } from "./duration.ts";
import { targetMessages } from "./evidence.ts";
import { findInteraction, notPastTense, pastTense, waitForEvent } from "./interaction-finding.ts";
import type { Move, RunFacts } from "./move.ts";
import { moveByWinner } from "./split-winner.ts";
import { stableShare } from "./stable-share.ts";
import { takeLane } from "./take-lane.ts";
import type { Interaction } from "./trigger.ts";

/** Which lane a run takes now, or for what it waits at the split. */
export function moveAtSplit(
  plan: CampaignPlan,
  step: SplitStep,
  sinceAt: Instant,
  facts: RunFacts,
  now: Instant,
): Move {
  const byWinner = moveByWinner(plan, step, sinceAt, facts, now);
  if (byWinner) return byWinner;
  const deadlineAt = step.within ? addDuration(sinceAt, step.within, facts.zone) : null;
  // From when on the lanes above could no longer be taken.
  let ruledOutAt = sinceAt;
  for (const lane of step.lanes) {
    const verdict = judgeLane(step, lane, facts, { deadlineAt, now });
    if (verdict.is === "open") {
      if (verdict.interaction && deadlineAt !== null)
        return waitForEvent(deadlineAt, verdict.interaction, now);
      return {
        kind: "wait",
        for: "time",
        wakeAt: deadlineAt ?? now,
        deadlineAt,
        reason: "reached a split",
      };
    }
    if (verdict.is === "false") {
      ruledOutAt = Math.max(ruledOutAt, verdict.at ?? ruledOutAt);
      continue;
    }
    return takeLane(plan, step, lane, {
      // Taken early it counts from what happened, or from when it was the first lane left; else from the deadline, also
      // where that is known before, so that whoever cannot be tracked does not get two mails at once.
      sinceAt: Math.max(ruledOutAt, verdict.at ?? deadlineAt ?? now),
      reason: verdict.reason,
    });
  }
  return {
    kind: "go",
    how: "passed",
    to: idAfter(plan, step.id),
    sinceAt: deadlineAt ?? now,
    laneId: null,
    reason: "no lane took this person",
  };
}

type Verdict =
  | { readonly is: "true"; readonly at: Instant | null; readonly reason: string }
  /** `at`: since when; null: it never could. */
  | { readonly is: "false"; readonly at: Instant | null }
  | { readonly is: "open"; readonly interaction: Interaction | null };

/** The lots of a split's lanes lie one behind the other; whose lot is in none of them is of the rest. */
function judgeShare(split: SplitStep, lane: Lane, facts: RunFacts): Verdict {
  const lot = stableShare(facts.contactUid, split.id);
  let from = 0;
  for (const { id, condition } of split.lanes) {
    if (condition?.kind !== "share") continue;
    if (id === lane.id)
      return lot >= from && lot < from + condition.percent
        ? { is: "true", at: null, reason: `drawn by lot (“${lane.name}”)` }
        : { is: "false", at: null };
    from += condition.percent;
  }
  return { is: "false", at: null };
}

/** True or false only once nothing that may still happen, or be heard, could turn it. */
function judgeLane(
  split: SplitStep,
  lane: Lane,
  facts: RunFacts,
  { deadlineAt, now }: { readonly deadlineAt: Instant | null; readonly now: Instant },
): Verdict {
  const { condition } = lane;
  if (condition === null)
    return { is: "true", at: null, reason: "none of the other lanes applied" };
  if (condition.kind === "rule") {
    if (deadlineAt !== null && now < deadlineAt) return { is: "open", interaction: null };
    return facts.matches(condition.rule)
      ? { is: "true", at: null, reason: `matched “${lane.name}”` }
      : { is: "false", at: deadlineAt };
  }
  if (condition.kind === "share") return judgeShare(split, lane, facts);
  const { interaction } = condition;
  const targets = targetMessages(interaction, facts.sent);
  // Never sent: neither did nor did not, so the lane cannot apply.
  if (targets.length === 0) return { is: "false", at: null };
  const finding = findInteraction(interaction, facts, deadlineAt ?? now);
  const isYes = finding.evidence === "yes";
  if (isYes && !interaction.negated)
    return { is: "true", at: finding.at, reason: `${pastTense(interaction)} (“${lane.name}”)` };
  if (isYes) return { is: "false", at: finding.at };
  const isOver = deadlineAt === null || now >= deadlineAt;
  if (finding.evidence === "unknown" && finding.isFinal)
    return { is: "false", at: isOver ? deadlineAt : null };
  if (!finding.isFinal || !isOver) return { is: "open", interaction };
  return interaction.negated && finding.evidence === "no"
    ? { is: "true", at: null, reason: `${notPastTense(interaction)} (“${lane.name}”)` }
    : { is: "false", at: deadlineAt };
}
