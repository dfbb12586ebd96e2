import type { World } from "../contract/wire.ts";
import type { Engine } from "../engine/engine.ts";
import type { Clock, Random } from "../shared/clock.ts";
import type { Log } from "../shared/log.ts";
import type { SecretBox } from "../shared/secret-box.ts";
import type { WritableDb } from "../storage/db.ts";
import type { Changes } from "./changes.ts";

/** What every handler may use. */
export interface AppParts {
  readonly world: World;
  readonly dataFolder: string;
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: SecretBox;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Log;
  readonly changes: Changes;
  readonly engine: Engine;
}
