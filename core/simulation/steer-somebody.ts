import { CallFailed } from "../contract/failure.ts";
import type { Story } from "../story-world.ts";
import type { Dice } from "./dice.ts";

/** The owner takes a person out, on, elsewhere, or lets them be for a while. */
export async function steerSomebody(story: Story, dice: Dice): Promise<void> {
  const { runs, contacts } = story.app.handlers;
  const open = story.db.all<{ id: string }>(
    "SELECT uid AS id FROM enrollment WHERE state = 'active' ORDER BY id",
  );
  const people = story.db.all<{ id: string }>("SELECT uid AS id FROM contact ORDER BY id");
  try {
    if (open.length === 0 || dice.chance(0.3)) {
      const { id } = dice.pick(people);
      await contacts.snooze({
        id,
        until: dice.chance(0.3) ? null : { kind: "days", days: dice.between(1, 5) },
      });
      return;
    }
    const { id } = dice.pick(open);
    const roll = dice.below(4);
    if (roll === 0) await runs.leave({ id });
    else if (roll === 1) await runs.skipWait({ id });
    else await runs.moveTo({ id, stepId: dice.pick(await runs.places({ id })).stepId });
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
  }
}
