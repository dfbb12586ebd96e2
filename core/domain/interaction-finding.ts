import { HOUR, MINUTE, type Instant } from "../shared/clock.ts";
import { findEvidence, type Finding, type SentMessage } from "./evidence.ts";
import type { Move, RunFacts } from "./move.ts";
import type { Interaction } from "./trigger.ts";

/** After a deadline we wait this much longer, so that a relay's late log line is still heard. */
export const LATENESS = 10 * MINUTE;

/** Whether the contact did it by the deadline, by what the source it needs was heard to. */
export function findInteraction(
  interaction: Interaction,
  targets: readonly SentMessage[],
  facts: RunFacts,
  deadlineAt: Instant,
): Finding {
  const heard = interaction.did === "replied" ? facts.heardUpTo.inbox : facts.heardUpTo.relay;
  return findEvidence(
    interaction,
    targets,
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
  const links = interaction.linkIds === null ? "" : " a chosen link";
  return interaction.did === "replied" ? "replied" : `${interaction.did}${links || " the email"}`;
}

export function notPastTense(interaction: Interaction): string {
  const what = {
    opened: "had not opened the email",
    clicked: "had not clicked",
    replied: "had not replied",
  };
  return interaction.linkIds === null ? what[interaction.did] : "had not clicked a chosen link";
}
