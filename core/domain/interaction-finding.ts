import { HOUR, MINUTE, type Instant } from "../shared/clock.ts";
import { findEvidence, type Finding } from "./evidence.ts";
import type { Move, RunFacts } from "./move.ts";
import type { Interaction, InteractionTarget } from "./trigger.ts";

/** After a deadline we wait this much longer, so that a relay's late log line is still heard. */
export const LATENESS = 10 * MINUTE;

/** Whether the contact did it by the deadline, by what the source it needs was heard to. */
export function findInteraction(
  interaction: Interaction,
  facts: RunFacts,
  deadlineAt: Instant,
): Finding {
  const heard = interaction.did === "replied" ? facts.heardUpTo.inbox : facts.heardUpTo.relay;
  return findEvidence(
    interaction,
    facts.sent,
    facts.events,
    deadlineAt,
    heard === null ? null : heard - LATENESS,
  );
}

/**
 * Past the deadline we look again, ever more rarely, until the source has been heard: in silence the run is as good
 * as held, and hearing wakes it.
 */
export function waitForEvent(deadlineAt: Instant, interaction: Interaction, now: Instant): Move {
  return waitToHear(deadlineAt, `waiting to see whether the email is ${interaction.did}`, now);
}

/** The same, whatever it is for. */
export function waitToHear(deadlineAt: Instant, reason: string, now: Instant): Move {
  const heardBy = deadlineAt + LATENESS;
  return {
    kind: "wait",
    for: "event",
    wakeAt: now < heardBy ? heardBy : now + Math.min(Math.max(now - heardBy, MINUTE), HOUR),
    deadlineAt,
    reason,
  };
}

/** "opened the email", "clicked a chosen link": for reasons. */
export function pastTense(interaction: Interaction): string {
  const { did, linkIds, target } = interaction;
  if (target.kind === "several") return `${didWords(did)} ${severalWords(target)}`;
  const links = linkIds === null ? "" : " a chosen link";
  return did === "replied" ? "replied" : `${did}${links || " the email"}`;
}

function didWords(did: Interaction["did"]): string {
  return { opened: "opened", clicked: "clicked in", replied: "replied to" }[did];
}

function severalWords({ atLeast }: Extract<InteractionTarget, { kind: "several" }>): string {
  if (atLeast === "all") return "all of the emails";
  return atLeast === 1 ? "one of the emails" : `at least ${atLeast} of the emails`;
}

export function notPastTense(interaction: Interaction): string {
  if (interaction.target.kind === "several") return `had not ${pastTense(interaction)}`;
  const what = {
    opened: "had not opened the email",
    clicked: "had not clicked",
    replied: "had not replied",
  };
  return interaction.linkIds === null ? what[interaction.did] : "had not clicked a chosen link";
}
