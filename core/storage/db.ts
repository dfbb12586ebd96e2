import Database from "better-sqlite3";
import { assert } from "../shared/assert.ts";

type Bindable = string | number | bigint | null | Uint8Array;
export type Params = readonly Bindable[] | Readonly<Record<string, Bindable>>;

/** How many prepared statements are kept; preparing each time costs about seven times as much. */
const STATEMENTS_KEPT = 500;

/** Nobody else writes here, so whoever does is not waited for as long as SQLite would: this thread stands still. */
const BUSY_WAIT_MS = 1000;

/** A database that can be read. Rows come out as plain objects; the caller names their shape. */
export interface ReadableDb {
  all<Row>(sql: string, params?: Params): Row[];
  /** The first row, or undefined. */
  get<Row>(sql: string, params?: Params): Row | undefined;
  iterate<Row>(sql: string, params?: Params): IterableIterator<Row>;
}

export interface WritableDb extends ReadableDb {
  /** Rows changed, and the rowid of the last insert. */
  run(sql: string, params?: Params): { changes: number; lastId: number };
  /** Several statements at once, without parameters. */
  exec(sql: string): void;
  /**
   * Runs `work` in one `BEGIN IMMEDIATE … COMMIT`; rolls back and rethrows where it throws.
   * Inside another transaction it joins that one.
   */
  transaction<T>(work: () => T): T;
  readonly inTransaction: boolean;
  pragma(text: string): unknown;
  backup(path: string): Promise<void>;
  close(): void;
}

/** What `work` finds out, with everything it changed taken back. */
export function rehearse<T>(db: WritableDb, work: () => T): T {
  db.exec("SAVEPOINT rehearsal");
  try {
    return work();
  } finally {
    db.exec("ROLLBACK TO rehearsal");
    db.exec("RELEASE rehearsal");
  }
}

export interface OpenOptions {
  readonly path: string;
  readonly isReadOnly?: boolean;
}

/** Opens a database file with Dripline's settings: WAL, full durability, foreign keys. */
export function openDb({ path, isReadOnly = false }: OpenOptions): WritableDb {
  const sqlite = new Database(path, { readonly: isReadOnly, timeout: BUSY_WAIT_MS });
  if (isReadOnly) {
    sqlite.pragma("query_only = ON");
  } else {
    sqlite.pragma("journal_mode = WAL");
    // better-sqlite3 compiles WAL to NORMAL, under which a power cut could undo an intent already acted on.
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma("fullfsync = ON");
    sqlite.pragma("wal_autocheckpoint = 1000");
  }
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("temp_store = MEMORY");
  sqlite.pragma("cache_size = -65536");
  return wrap(sqlite);
}

/**
 * Locks the tiny database at `path` for as long as this process lives or until `close`. The system releases
 * it however the process ends. Throws SQLITE_BUSY where another process holds it.
 */
export function holdLock(path: string): { close(): void } {
  const sqlite = new Database(path, { timeout: 0 });
  try {
    sqlite.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return sqlite;
}

function wrap(sqlite: Database.Database): WritableDb {
  const statements = new Map<string, Database.Statement>();

  function prepare(sql: string): Database.Statement {
    const known = statements.get(sql);
    if (known) {
      // Moved to the young end, so that the oldest unused one is dropped first.
      statements.delete(sql);
      statements.set(sql, known);
      return known;
    }
    const statement = sqlite.prepare(sql);
    statements.set(sql, statement);
    if (statements.size > STATEMENTS_KEPT) {
      const oldest = statements.keys().next();
      if (!oldest.done) statements.delete(oldest.value);
    }
    return statement;
  }

  function bind(params: Params | undefined): unknown[] {
    if (params === undefined) return [];
    return Array.isArray(params) ? params : [params];
  }

  return {
    all: <Row>(sql: string, params?: Params) => prepare(sql).all(...bind(params)) as Row[],
    get: <Row>(sql: string, params?: Params) =>
      prepare(sql).get(...bind(params)) as Row | undefined,
    // Not from the cache: a statement that is being iterated is busy.
    iterate: <Row>(sql: string, params?: Params) =>
      sqlite.prepare(sql).iterate(...bind(params)) as IterableIterator<Row>,
    run(sql, params) {
      const result = prepare(sql).run(...bind(params));
      return { changes: result.changes, lastId: Number(result.lastInsertRowid) };
    },
    exec(sql) {
      sqlite.exec(sql);
    },
    transaction<T>(work: () => T): T {
      if (sqlite.inTransaction) return work();
      sqlite.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        assert(!(result instanceof Promise), "a transaction must not wait");
        sqlite.exec("COMMIT");
        return result;
      } catch (error) {
        if (sqlite.inTransaction) sqlite.exec("ROLLBACK");
        throw error;
      }
    },
    get inTransaction() {
      return sqlite.inTransaction;
    },
    pragma: (text) => sqlite.pragma(text),
    async backup(path) {
      await sqlite.backup(path);
    },
    close() {
      statements.clear();
      sqlite.close();
    },
  };
}
