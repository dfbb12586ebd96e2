import type { World } from "../contract/wire.ts";
import type { RunningEngine } from "../engine/create-engine.ts";
import type { PracticeClock } from "../practice/practice-clock.ts";
import type { LocalRelay } from "../relay/local-relay.ts";
import type { Clock, Random } from "../shared/clock.ts";
import type { Log } from "../shared/log.ts";
import type { SecretBox } from "../shared/secret-box.ts";
import type { WritableDb } from "../storage/db.ts";
import type { Changes } from "./changes.ts";

/** What every handler may use. */
export interface AppParts {
  readonly world: World;
  readonly dataFolder: string;
  readonly assetsFolder: string;
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: SecretBox;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Log;
  readonly changes: Changes;
  readonly engine: RunningEngine;
  readonly relay: LocalRelay;
  /** Only in practice. */
  readonly practiceClock: PracticeClock | undefined;
  readonly startOver: (() => Promise<void>) | undefined;
  readonly bootId: number;
}
