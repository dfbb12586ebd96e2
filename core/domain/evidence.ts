import type { Instant } from "../shared/clock.ts";
import type { Evidence, Interaction } from "./trigger.ts";

export type EventClass = "human" | "machine" | "unsure";

/** One e-mail of this enrollment that was sent, or is taken as sent. */
export interface SentMessage {
  readonly id: number;
  readonly stepId: string;
  /** The step it is counted with: itself, or the one it sends again. */
  readonly reportStepId: string;
  /** When the server accepted it; of an uncertain one, when it was handed over. */
  readonly sentAt: Instant;
  readonly isTracked: boolean;
}

/** Something heard about one of those e-mails. */
export interface HeardEvent {
  readonly messageId: number;
  readonly kind: "opened" | "clicked" | "replied";
  readonly class: EventClass;
  readonly linkId: string | null;
  readonly occurredAt: Instant;
}

export interface Finding {
  readonly evidence: Evidence;
  /** When it happened, for a yes. */
  readonly at: Instant | null;
  /** False while a later or unheard event could still change the evidence. */
  readonly isFinal: boolean;
}

/** The e-mails an interaction is about, in the order they were sent; empty where this person was sent none of them. */
export function targetMessages(
  interaction: Interaction,
  sent: readonly SentMessage[],
): readonly SentMessage[] {
  const ids = new Set(
    targetGroups(interaction, sent).flatMap((group) => group.map(({ id }) => id)),
  );
  return sent.filter(({ id }) => ids.has(id));
}

/** The same by email: what was sent of one step, resends and all, is one group. */
function targetGroups(
  { target }: Interaction,
  sent: readonly SentMessage[],
): readonly (readonly SentMessage[])[] {
  switch (target.kind) {
    case "last": {
      const last = sent.at(-1);
      return last ? [[last]] : [];
    }
    case "step":
      return someOf([target.stepId], sent);
    case "several":
      return someOf(target.stepIds ?? [...new Set(sent.map((each) => each.reportStepId))], sent);
  }
}

function someOf(
  stepIds: readonly string[],
  sent: readonly SentMessage[],
): readonly (readonly SentMessage[])[] {
  return stepIds
    .map((stepId) => {
      // Whoever was sent back was sent it anew, and only that mail is meant.
      const from = Math.max(
        sent.findLastIndex((message) => message.stepId === stepId),
        0,
      );
      return sent
        .slice(from)
        .filter((message) => message.stepId === stepId || message.reportStepId === stepId);
    })
    .filter((group) => group.length > 0);
}

/**
 * Whether the contact did it by `deadlineAt`, going by when things happened, never by when they were
 * heard. Machine and unsure events make neither a yes nor a no. `heardUpTo` is how far every source the
 * interaction needs has been heard; null where there is no such source, so that only a yes can be known.
 * Of several emails it is a yes once enough of them were, and a no once too few still can be.
 */
export function findEvidence(
  interaction: Interaction,
  sent: readonly SentMessage[],
  events: readonly HeardEvent[],
  deadlineAt: Instant,
  heardUpTo: Instant | null,
): Finding {
  const groups = targetGroups(interaction, sent);
  const findings = groups.map((group) =>
    findOne(interaction, group, events, deadlineAt, heardUpTo),
  );
  const { target } = interaction;
  const wanted =
    target.kind === "several" && target.atLeast !== "all" ? target.atLeast : groups.length;
  const yes = findings
    .flatMap(({ evidence, at }) => (evidence === "yes" && at !== null ? [at] : []))
    .toSorted((a, b) => a - b);
  const at = yes[wanted - 1];
  if (at !== undefined) return { evidence: "yes", at, isFinal: true };
  const unknown = findings.filter(({ evidence }) => evidence === "unknown").length;
  const pending = findings.filter(({ isFinal }) => !isFinal).length;
  const isImpossible = yes.length + unknown + pending < wanted;
  return {
    evidence: yes.length + unknown < wanted ? "no" : "unknown",
    at: null,
    isFinal: pending === 0 || isImpossible,
  };
}

function findOne(
  interaction: Interaction,
  messages: readonly SentMessage[],
  events: readonly HeardEvent[],
  deadlineAt: Instant,
  heardUpTo: Instant | null,
): Finding {
  const ids = new Set(messages.map((message) => message.id));
  const inTime = events.filter(
    (event) =>
      ids.has(event.messageId) && event.occurredAt <= deadlineAt && counts(interaction, event),
  );
  const human = inTime.filter((event) => event.class === "human").map((event) => event.occurredAt);
  if (human.length > 0) return { evidence: "yes", at: Math.min(...human), isFinal: true };
  const isTracked = interaction.did === "replied" || messages.some((message) => message.isTracked);
  if (!isTracked || heardUpTo === null) return { evidence: "unknown", at: null, isFinal: true };
  const evidence = inTime.length > 0 ? "unknown" : "no";
  return { evidence, at: null, isFinal: heardUpTo >= deadlineAt };
}

/** A click is also an open: a mail cannot be clicked unread. */
function counts(interaction: Interaction, event: HeardEvent): boolean {
  switch (interaction.did) {
    case "opened":
      return event.kind === "opened" || event.kind === "clicked";
    case "clicked":
      return (
        event.kind === "clicked" &&
        (interaction.linkIds === null ||
          (event.linkId !== null && interaction.linkIds.includes(event.linkId)))
      );
    case "replied":
      return event.kind === "replied";
  }
}
