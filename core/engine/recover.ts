import type { Instant } from "../shared/clock.ts";
import type { WritableDb } from "../storage/db.ts";
import { listLeftInFlight, markUncertain } from "../storage/messages.ts";
import { addNotice } from "../storage/notices.ts";
import type { EngineParts } from "./engine-parts.ts";
import { becomeUncertain } from "./record-outcome.ts";

/** Writes down that the program started, and returns the number of this run of it. */
export function startBoot(db: WritableDb, now: Instant): number {
  return db.run("INSERT INTO boot (started_at, last_beat_at) VALUES (?, ?)", [now, now]).lastId;
}

export function beat(db: WritableDb, bootId: number, now: Instant): void {
  db.run("UPDATE boot SET last_beat_at = ? WHERE id = ?", [now, bootId]);
}

export function endBoot(db: WritableDb, bootId: number, now: Instant): void {
  db.run("UPDATE boot SET last_beat_at = ?, clean_exit = 1 WHERE id = ?", [now, bootId]);
}

/**
 * X7: what another run of the program left in flight may or may not have arrived. It becomes uncertain,
 * is listed for the owner, and is never sent again by itself. Returns how many there were.
 */
export function recover(parts: EngineParts): number {
  const { db, clock } = parts;
  const now = clock.wall();
  return db.transaction(() => {
    const left = listLeftInFlight(db, parts.bootId);
    for (const message of left)
      if (markUncertain(db, message.id, "Dripline stopped while it was being sent"))
        becomeUncertain(parts, message, now);
    if (left.length > 0)
      addNotice(
        db,
        {
          kind: "uncertain",
          text: `${left.length === 1 ? "1 e-mail" : `${left.length} e-mails`} may or may not have been sent when Dripline stopped unexpectedly. They count as sent; look at them in the mail log.`,
          link: "/settings/mail-log",
        },
        now,
      );
    return left.length;
  });
}
