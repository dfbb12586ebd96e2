import type { DatabaseSync } from "node:sqlite";
import { DAY, type Clock, type Instant, type Random } from "../shared/clock.ts";
import { createCeilings, dayOf, MOST_PER_DAY, type Ceilings } from "./ceilings.ts";
import {
  MOST_PER_PAGE,
  RELAY_VERSION,
  type RelayEvent,
  type RelayEventKind,
  type RelayPage,
} from "./protocol.ts";

export type NewRelayEvent = Omit<RelayEvent, "seq" | "t">;

export interface PageOptions {
  readonly after: number;
  readonly limit: number;
  /** Null: all kinds. */
  readonly kind: RelayEventKind | null;
}

/** The relay's whole memory: an append-only list of what happened, by random tokens. */
export interface EventLog {
  /**
   * Resolves once the event is on the disk, or with "counted" where a ceiling was reached. Rejects where it
   * cannot be written.
   */
  add(event: NewRelayEvent): Promise<"stored" | "counted">;
  read(options: PageOptions): RelayPage;
  /** The app has stored everything up to here. False where nothing up to there was ever handed out. */
  ack(upTo: number): boolean;
  counts(): { epoch: string; stored: number; waiting: number; overCeiling: number };
  /** After a restored backup: numbers given since it was made are not given again. */
  skipNumbers(): void;
  close(): void;
}

export interface EventLogOptions {
  readonly path: string;
  readonly clock: Pick<Clock, "wall">;
  readonly random: Random;
  /** Events stored per day, unsubscribes not counted. Protects the disk. */
  readonly mostPerDay?: number;
}

/** More than any relay hears between two backups. */
const SKIPPED = 1_000_000_000;
const DAYS_KEPT_AFTER_ACK = 30;
const KEPT_UNHEARD = 90 * DAY;

const SCHEMA = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, t INTEGER NOT NULL, k TEXT NOT NULL, s TEXT NOT NULL,
    l TEXT, u TEXT, m TEXT NOT NULL, ua TEXT NOT NULL, ip TEXT NOT NULL, d TEXT) STRICT;
  CREATE INDEX IF NOT EXISTS event_time ON event(t);
  CREATE INDEX IF NOT EXISTS event_unsubscribe ON event(seq) WHERE k = 'u';
  CREATE TABLE IF NOT EXISTS ack (day INTEGER PRIMARY KEY, upto INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;`;

const COLUMNS = "seq, t, k, s, l, u, m, ua, ip, d";

/** Forgotten: acknowledged 30 days ago, or never heard for 90. An unsubscribe is never forgotten. */
const FORGETTABLE = "k <> 'u' AND (seq <= :upTo OR t < :before)";

interface Waiting {
  readonly event: NewRelayEvent;
  readonly at: Instant;
  readonly settle: PromiseWithResolvers<"stored" | "counted">;
}

/** Opens or makes the log. Throws SQLite's error where the file cannot be used. */
export function openEventLog({ path, clock, random, mostPerDay }: EventLogOptions): EventLog {
  // Loaded here and not at the top, so that an older Node is told what is missing instead of failing to start.
  const sqlite = process.getBuiltinModule("node:sqlite");
  const db: DatabaseSync = new sqlite.DatabaseSync(path);
  db.exec(SCHEMA);
  const insert = db.prepare(
    "INSERT INTO event (t, k, s, l, u, m, ua, ip, d) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const selectAll = db.prepare(`SELECT ${COLUMNS} FROM event WHERE seq > ? ORDER BY seq LIMIT ?`);
  const selectUnsubscribes = db.prepare(
    `SELECT ${COLUMNS} FROM event WHERE k = 'u' AND seq > ? ORDER BY seq LIMIT ?`,
  );
  if (getFact("epoch") === undefined)
    saveFact("epoch", Buffer.from(random(12)).toString("base64url"));

  let waiting: Waiting[] = [];
  let ceilings = loadCeilings();
  forget();

  function numberOf(sql: string, values: Record<string, number> = {}): number {
    return Number(db.prepare(sql).get(values)?.["n"] ?? 0);
  }
  function getFact(key: string): string | undefined {
    const row = db.prepare("SELECT value FROM fact WHERE key = ?").get(key);
    return row === undefined ? undefined : String(row["value"]);
  }
  function saveFact(key: string, value: string): void {
    db.prepare("INSERT OR REPLACE INTO fact (key, value) VALUES (?, ?)").run(key, value);
  }
  function newest(): number {
    return numberOf("SELECT seq AS n FROM sqlite_sequence WHERE name = 'event'");
  }
  function acked(): number {
    return numberOf("SELECT max(upto) AS n FROM ack");
  }

  /** Ceilings hold over a restart: the day's events are counted again. */
  function loadCeilings(): Ceilings {
    const now = clock.wall();
    const loaded = createCeilings(now, mostPerDay ?? MOST_PER_DAY);
    const today = db.prepare("SELECT k, s, t FROM event WHERE t >= ?").iterate(dayOf(now) * DAY);
    for (const row of today)
      loaded.take(row["k"] as RelayEventKind, String(row["s"]), Number(row["t"]));
    return loaded;
  }

  /** Deletes what may be forgotten, and remembers up to where the list has gaps now. */
  function forget(): void {
    const now = clock.wall();
    const limits = {
      upTo: numberOf("SELECT max(upto) AS n FROM ack WHERE day < :day", {
        day: dayOf(now) - DAYS_KEPT_AFTER_ACK,
      }),
      before: now - KEPT_UNHEARD,
    };
    const gone = numberOf(`SELECT max(seq) AS n FROM event WHERE ${FORGETTABLE}`, limits);
    if (gone === 0) return;
    inTransaction(() => {
      db.prepare(`DELETE FROM event WHERE ${FORGETTABLE}`).run(limits);
      saveFact("gone", String(Math.max(gone, Number(getFact("gone") ?? 0))));
    });
  }

  function inTransaction(work: () => void): void {
    db.exec("BEGIN IMMEDIATE");
    try {
      work();
      db.exec("COMMIT");
    } catch (error) {
      // A full disk ends the transaction by itself.
      if (db.isTransaction) db.exec("ROLLBACK");
      throw error;
    }
  }

  /** One commit for everything that came in the same turn; nobody is answered before it. */
  function flush(): void {
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    try {
      inTransaction(() => {
        for (const { event, at } of batch) {
          const { k, s, l, u, m, ua, ip, d } = event;
          insert.run(at, k, s, l, u, m, ua, ip, d && JSON.stringify(d));
        }
      });
    } catch (error) {
      for (const { settle } of batch) settle.reject(error);
      return;
    }
    for (const { settle } of batch) settle.resolve("stored");
  }

  return {
    add(event) {
      const at = clock.wall();
      if (ceilings.isOver(at)) {
        ceilings = createCeilings(at, mostPerDay ?? MOST_PER_DAY);
        forget();
      }
      if (!ceilings.take(event.k, event.s, at)) return Promise.resolve("counted");
      const settle = Promise.withResolvers<"stored" | "counted">();
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ event, at, settle });
      return settle.promise;
    },
    read({ after, limit, kind }) {
      // What was heard before `now` must be in the page: the app takes "nothing there" for "did not happen".
      flush();
      const size = Math.min(Math.max(limit, 1), MOST_PER_PAGE);
      const select = kind === "u" ? selectUnsubscribes : selectAll;
      const rows = select.all(after, size + 1) as unknown as readonly (RelayEvent & {
        d: string | null;
      })[];
      const events = rows.slice(0, size).map((row): RelayEvent => {
        const d = row.d === null ? null : JSON.parse(row.d);
        return { ...row, d };
      });
      return {
        v: RELAY_VERSION,
        epoch: getFact("epoch") ?? "",
        now: clock.wall(),
        oldest: Number(getFact("gone") ?? 0) + 1,
        newest: newest(),
        events,
        next: events.at(-1)?.seq ?? after,
        more: rows.length > size,
      };
    },
    ack(upTo) {
      if (upTo > newest()) return false;
      if (upTo > acked())
        db.prepare(
          "INSERT INTO ack (day, upto) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET upto = excluded.upto",
        ).run(dayOf(clock.wall()), upTo);
      forget();
      return true;
    },
    counts() {
      flush();
      return {
        epoch: getFact("epoch") ?? "",
        stored: numberOf("SELECT count(*) AS n FROM event"),
        waiting: numberOf("SELECT count(*) AS n FROM event WHERE seq > :upTo", { upTo: acked() }),
        overCeiling: ceilings.turnedAway(),
      };
    },
    skipNumbers() {
      inTransaction(() => {
        const seq = newest() + SKIPPED;
        db.exec("DELETE FROM sqlite_sequence WHERE name = 'event'");
        db.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('event', ?)").run(seq);
      });
    },
    close() {
      flush();
      db.close();
    },
  };
}
