import type { Instant } from "../shared/clock.ts";
import { readAgeMark, writeAgeMark } from "../storage/age-mark.ts";
import type { WritableDb } from "../storage/db.ts";
import { getMeta, saveMeta } from "../storage/meta.ts";
import { addNotice } from "../storage/notices.ts";
import { saveIsPaused } from "../storage/settings.ts";
import { forgetHeard } from "../storage/sources.ts";

/** Where this life of the program takes place. */
export interface Home {
  readonly dataFolder: string;
  /** Tells this computer from others; null where nothing does. */
  readonly machine: string | null;
}

const WHY = {
  copied:
    "This data comes from another computer. Sending is paused, so that nobody gets an e-mail from both. Resume it once Dripline no longer runs there on the same data.",
  restored:
    "This data is older than what was here before: a backup was put back. Sending is paused, because e-mails sent after the backup are not known here and would be sent again. Look at who is due, then resume.",
} as const;

/**
 * A copied or restored database does not know what was sent from it since. It is not sent from before the owner says
 * so, and the relay is heard from its beginning first, since an unsubscribe may be among what was lost.
 */
export function holdCopies(db: WritableDb, { dataFolder, machine }: Home, now: Instant): void {
  const age = ageOf(db);
  const seenAge = readAgeMark(dataFolder) ?? 0;
  const home = getMeta(db, "machine");
  const isCopied = home !== undefined && machine !== null && home !== machine;
  db.transaction(() => {
    if (machine !== null) saveMeta(db, "machine", machine);
    saveMeta(db, "age", String(Math.max(age, seenAge)));
    if (!isCopied && seenAge <= age) return;
    saveIsPaused(db, true);
    forgetHeard(db, "relay");
    const text = isCopied ? WHY.copied : WHY.restored;
    addNotice(db, { kind: "sending", text, link: "/settings/mail-log" }, now);
  });
  growOlder(db, dataFolder);
}

/** Called again and again while mail may leave, so that whatever is put back later shows as older. */
export function growOlder(db: WritableDb, dataFolder: string): void {
  const age = ageOf(db) + 1;
  saveMeta(db, "age", String(age));
  writeAgeMark(dataFolder, age);
}

function ageOf(db: WritableDb): number {
  return Number(getMeta(db, "age") ?? 0);
}
