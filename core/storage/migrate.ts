import { CallFailed } from "../contract/failure.ts";
import type { WritableDb } from "./db.ts";
import { migration0010 } from "./migrations/0010-first-house.ts";

interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** In order; numbered in tens so that a repair can go between. */
const migrations: readonly Migration[] = [migration0010];

export const newestVersion = migrations.at(-1)?.version ?? 0;

export function schemaVersion(db: WritableDb): number {
  return db.get<{ user_version: number }>("PRAGMA user_version")?.user_version ?? 0;
}

/**
 * Brings the database to the newest schema in one transaction; `backUp` is called first where there is
 * something to lose. Throws `CallFailed` for a database written by a newer Dripline; nothing is changed then.
 */
export async function migrate(
  db: WritableDb,
  backUp: (fromVersion: number) => Promise<void>,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  const version = schemaVersion(db);
  const newest = steps.at(-1)?.version ?? 0;
  if (version > newest) {
    throw new CallFailed({
      code: "conflict",
      message: `This data was written by a newer Dripline (data version ${version}, this program knows ${newest}). Install the newest Dripline and open it again. Nothing was changed.`,
    });
  }
  const pending = steps.filter((step) => step.version > version);
  if (pending.length === 0) return;
  if (version > 0) await backUp(version);
  db.transaction(() => {
    for (const step of pending) {
      db.exec(step.sql);
      db.exec(`PRAGMA user_version = ${step.version}`);
    }
  });
}
