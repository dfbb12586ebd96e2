import { createHash } from "node:crypto";
import { HOUR, MINUTE, type Instant } from "../shared/clock.ts";
import type { Act } from "../practice/act-as-recipient.ts";

export interface PlannedAct {
  readonly at: Instant;
  readonly mailId: number;
  /** A program's look at the mail, which is no reader's. */
  readonly act: Act | { readonly kind: "prefetch" };
}

interface ArrivedMail {
  readonly id: number;
  readonly at: Instant;
  readonly to: string;
  readonly subject: string;
  readonly links: readonly { readonly n: number; readonly label: string }[];
}

/** A number in 0 … 1 that is the same for the same words. */
function chance(...words: readonly (string | number)[]): number {
  return createHash("sha256").update(words.join("|")).digest().readUInt32BE(0) / 2 ** 32;
}

/**
 * What this person does with this mail, decided by the seed, the person and the mail alone. Some read and
 * click, some only read, some answer or leave, and some mail programs look at every picture by themselves.
 */
export function planActs(seed: number, mail: ArrivedMail): PlannedAct[] {
  const roll = (what: string): number => chance(seed, mail.to, mail.subject, what);
  const acts: PlannedAct[] = [];
  if (roll("prefetches") < 0.2)
    acts.push({ at: mail.at + 30_000, mailId: mail.id, act: { kind: "prefetch" } });
  if (roll("opens") > 0.55) return acts;
  const openedAt = mail.at + Math.round(20 * MINUTE + roll("when") ** 2 * 60 * HOUR);
  acts.push({ at: openedAt, mailId: mail.id, act: { kind: "open" } });
  const link = mail.links[Math.floor(roll("which") * mail.links.length)];
  if (link && !/unsubscribe/iu.test(link.label) && roll("clicks") < 0.4)
    acts.push({ at: openedAt + 2 * MINUTE, mailId: mail.id, act: { kind: "click", n: link.n } });
  if (roll("replies") < 0.02)
    acts.push({
      at: openedAt + 5 * MINUTE,
      mailId: mail.id,
      act: { kind: "reply", text: "Thank you, that helps." },
    });
  if (roll("leaves") < 0.03)
    acts.push({ at: openedAt + 3 * MINUTE, mailId: mail.id, act: { kind: "unsubscribe" } });
  return acts;
}
