import { DatabaseSync } from "node:sqlite";
import type { RelayEvent, RelayEventKind, RelayPage } from "./protocol.ts";
import { RELAY_VERSION } from "./protocol.ts";

export type NewRelayEvent = Omit<RelayEvent, "seq">;

/** The relay's whole memory: an append-only list of what happened, by random tokens. */
export interface EventLog {
  readonly epoch: string;
  /** Resolves once the event is on the disk. False: the token's ceiling for the day was reached. */
  add(event: NewRelayEvent): Promise<boolean>;
  read(options: {
    readonly after: number;
    readonly limit: number;
    readonly kind: RelayEventKind | null;
    readonly now: number;
  }): RelayPage;
  /** The app has stored everything up to here; what may be forgotten is. */
  ack(upTo: number, now: number): void;
  count(): number;
  close(): void;
}

const DAY = 86_400_000;
/** Hits of one message stored per day; an unsubscribe is never turned away. */
const CEILING = 100;
const KEPT_AFTER_ACK = 30 * DAY;
const KEPT_UNHEARD = 90 * DAY;

export function openEventLog(path: string, newEpoch: string): EventLog {
  const db = new DatabaseSync(path);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS event (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, t INTEGER NOT NULL, k TEXT NOT NULL, s TEXT NOT NULL,
      l TEXT, u TEXT, m TEXT NOT NULL, ua TEXT NOT NULL, ip TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS event_kind ON event(k, seq);
    CREATE INDEX IF NOT EXISTS event_token ON event(s, t);
    CREATE TABLE IF NOT EXISTS fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;`);
  db.prepare("INSERT INTO fact (key, value) VALUES ('epoch', ?) ON CONFLICT DO NOTHING").run(
    newEpoch,
  );
  const { value: epoch } = db.prepare("SELECT value FROM fact WHERE key = 'epoch'").get() as {
    value: string;
  };
  const insert = db.prepare(
    "INSERT INTO event (t, k, s, l, u, m, ua, ip) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const hitsToday = db.prepare("SELECT count(*) AS n FROM event WHERE s = ? AND t > ?");

  let waiting: { readonly event: NewRelayEvent; readonly settle: PromiseWithResolvers<boolean> }[] =
    [];

  /** One commit for everything that came in the same turn; nobody is answered before it. */
  function flush(): void {
    const batch = waiting;
    waiting = [];
    db.exec("BEGIN IMMEDIATE");
    try {
      const stored = batch.map(({ event }) => {
        if (event.k !== "u" && Number(hitsToday.get(event.s, event.t - DAY)?.["n"]) >= CEILING)
          return false;
        insert.run(event.t, event.k, event.s, event.l, event.u, event.m, event.ua, event.ip);
        return true;
      });
      db.exec("COMMIT");
      for (const [index, { settle }] of batch.entries()) settle.resolve(stored[index] === true);
    } catch (error) {
      db.exec("ROLLBACK");
      for (const { settle } of batch) settle.reject(error);
    }
  }

  return {
    epoch,
    add(event) {
      const settle = Promise.withResolvers<boolean>();
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ event, settle });
      return settle.promise;
    },
    read({ after, limit, kind, now }) {
      const rows = db
        .prepare(
          `SELECT seq, t, k, s, l, u, m, ua, ip FROM event WHERE seq > ? AND (? IS NULL OR k = ?) ORDER BY seq LIMIT ?`,
        )
        .all(after, kind, kind, limit + 1) as unknown as RelayEvent[];
      const bounds = db.prepare("SELECT coalesce(min(seq), 0) AS oldest FROM event").get() as {
        oldest: number;
      };
      const newest = db
        .prepare("SELECT coalesce(max(seq), 0) AS n FROM sqlite_sequence WHERE name = 'event'")
        .get() as { n: number };
      const events = rows.slice(0, limit);
      return {
        v: RELAY_VERSION,
        epoch,
        now,
        oldest: bounds.oldest,
        newest: newest.n,
        events,
        next: events.at(-1)?.seq ?? after,
        more: rows.length > limit,
      };
    },
    ack(upTo, now) {
      db.prepare("DELETE FROM event WHERE k <> 'u' AND ((seq <= ? AND t < ?) OR t < ?)").run(
        upTo,
        now - KEPT_AFTER_ACK,
        now - KEPT_UNHEARD,
      );
    },
    count: () => Number(db.prepare("SELECT count(*) AS n FROM event").get()?.["n"]),
    close() {
      if (waiting.length > 0) flush();
      db.close();
    },
  };
}
