import type { HeardEvent } from "../domain/evidence.ts";
import type { RunFacts } from "../domain/move.ts";
import type { Instant } from "../shared/clock.ts";

/** The facts a decision was made on, as its journal row keeps them for ever. */
export interface KnownFacts {
  readonly zone: string;
  readonly sinceAt: Instant;
  /** Message, when it was sent, whether it was tracked. */
  readonly sent: readonly (readonly [id: number, sentAt: Instant, isTracked: 0 | 1])[];
  readonly events: readonly (readonly [
    messageId: number,
    kind: HeardEvent["kind"],
    by: HeardEvent["class"],
    linkId: string | null,
    occurredAt: Instant,
  ])[];
  readonly heardUpTo: RunFacts["heardUpTo"];
}

export function knownFacts(facts: RunFacts, sinceAt: Instant): KnownFacts {
  return {
    zone: facts.zone,
    sinceAt,
    sent: facts.sent.map((message) => [message.id, message.sentAt, message.isTracked ? 1 : 0]),
    events: facts.events.map((event) => [
      event.messageId,
      event.kind,
      event.class,
      event.linkId,
      event.occurredAt,
    ]),
    heardUpTo: facts.heardUpTo,
  };
}
