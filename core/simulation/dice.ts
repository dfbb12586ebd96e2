import { assert } from "../shared/assert.ts";
import { createSeededRandom } from "../test-world.ts";

/** Chances that fall the same way for the same seed. */
export interface Dice {
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number;
  /** From `least` to `most`, both included. */
  between(least: number, most: number): number;
  chance(share: number): boolean;
  pick<T>(options: readonly T[]): T;
}

export function createDice(seed: number): Dice {
  const random = createSeededRandom(seed);
  function below(n: number): number {
    assert(n > 0, "nothing to choose from");
    const bytes = random(4);
    return new DataView(bytes.buffer).getUint32(0) % n;
  }
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (share) => below(1000) < share * 1000,
    pick: <T>(options: readonly T[]) => options[below(options.length)] as T,
  };
}
