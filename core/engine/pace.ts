import { DAY, HOUR, MINUTE, SECOND, type Instant } from "../shared/clock.ts";
import type { AccountRow } from "../storage/accounts.ts";
import type { ReadableDb } from "../storage/db.ts";
import { countAccountIntents, listContactIntents } from "../storage/messages.ts";

/** Campaigns use this share of a day's limit; the rest is for the owner's own and test mail. */
const DAY_SHARE = 0.8;

/**
 * When the account may take the next campaign mail: `now`, or the instant the fullest window has room.
 * The ledger in the database is what counts, so a restart resets nothing; `starting` mails on their way to
 * their intent count too.
 */
export function accountFreeAt(
  db: ReadableDb,
  account: AccountRow,
  starting: number,
  now: Instant,
): Instant {
  let freeAt =
    account.blockedUntil !== null && account.blockedUntil > now ? account.blockedUntil : now;
  const windows: readonly (readonly [number | null, number])[] = [
    [account.perSecond, SECOND],
    [account.perMinute, MINUTE],
    [account.perHour, HOUR],
    [account.perDay === null ? null : Math.max(1, Math.floor(account.perDay * DAY_SHARE)), DAY],
  ];
  for (const [limit, length] of windows) {
    if (limit === null) continue;
    const { count, oldestAt } = countAccountIntents(db, account.id, now - length, limit);
    if (count + starting < limit) continue;
    // Room comes when the oldest of the newest `limit` leaves the window.
    freeAt = Math.max(freeAt, (count >= limit && oldestAt !== null ? oldestAt : now) + length);
  }
  return freeAt;
}

/** When this contact may get the next campaign mail under the owner's cap of mails in 24 hours. */
export function contactFreeAt(
  db: ReadableDb,
  contactId: number,
  perDay: number,
  now: Instant,
): Instant {
  const intents = listContactIntents(db, contactId, now - DAY);
  const blocking = intents[intents.length - perDay];
  return blocking === undefined ? now : blocking + DAY;
}
