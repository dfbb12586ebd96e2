import type { ArrivedMail } from "../engine/fake-server.ts";
import { DAY, HOUR, MINUTE } from "../shared/clock.ts";
import type { Story } from "../story-world.ts";
import type { Dice } from "./dice.ts";
import type { Deed } from "./invariants.ts";
import type { Tally } from "./tally.ts";

export interface People {
  readonly story: Story;
  readonly dice: Dice;
  readonly tally: Tally;
  readonly deeds: Deed[];
  /** The relay lags no more than it may. */
  readonly isSteady: boolean;
  readonly note: (text: string) => void;
}

/** What this person will do with the mail, often at the last moment or just after it, and when the relay will tell. */
export function foresee(mail: ArrivedMail, people: People): void {
  const { story, dice, tally, deeds, isSteady, note } = people;
  // Nothing is heard of what is not tracked.
  if (!story.db.get("SELECT 1 FROM message WHERE token = ? AND is_tracked = 1", [mail.token]))
    return;
  for (let n = dice.below(4); n > 0; n--) {
    const by = dice.chance(0.8) ? "human" : dice.pick<Deed["by"]>(["machine", "unsure"]);
    const kind = dice.pick<Deed["kind"]>(["o", "o", "o", "o", "c", "c", "c", "c", "u"]);
    const after =
      dice.pick([MINUTE, 5 * HOUR, 6 * HOUR, DAY, 3 * DAY]) + dice.between(-8, 2) * MINUTE;
    const at = mail.at + Math.max(after, MINUTE);
    // From a broken relay, which tells of things days later, only the best can be made.
    const lag = isSteady
      ? dice.below(10) * MINUTE
      : dice.pick([0, 9 * MINUTE, 5 * HOUR, DAY, 2 * DAY]);
    const link = kind === "c" ? dice.pick(["a", "b"]) : null;
    story.relay.hear(kind, mail.token, { at, by, toldFrom: at + lag, ...(link && { link }) });
    deeds.push({ kind, token: mail.token, at, by, link });
    tally.add(`person: ${kind}`);
    note(
      `${mail.to} will ${kind} at ${new Date(at).toISOString()}, told ${lag / MINUTE} min later`,
    );
  }
}
