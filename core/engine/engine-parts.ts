import type { Changes } from "../api/changes.ts";
import type { World } from "../contract/wire.ts";
import type { Mailer } from "../mail/mailer.ts";
import type { Clock, Random } from "../shared/clock.ts";
import type { Log } from "../shared/log.ts";
import type { SecretBox } from "../shared/secret-box.ts";
import type { AccountRow } from "../storage/accounts.ts";
import type { WritableDb } from "../storage/db.ts";

/** What the engine works with. */
export interface EngineParts {
  readonly world: World;
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: SecretBox;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Log;
  readonly changes: Pick<Changes, "tell">;
  /** The number of this run of the program; messages it left in flight are told by it. */
  readonly bootId: number;
  /** Opens the way to the account's mail server. */
  readonly openMailer: (account: AccountRow, password: string | null) => Mailer;
}
