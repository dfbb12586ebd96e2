import type { WritableDb } from "../storage/db.ts";

/** Tells of every commit, so that a life can end between any two of them. */
export function tellCommits(db: WritableDb, onCommit: () => void): WritableDb {
  const told: Partial<WritableDb> = {
    run(sql, params) {
      const result = db.run(sql, params);
      if (!db.inTransaction) onCommit();
      return result;
    },
    transaction(work) {
      if (db.inTransaction) return work();
      const result = db.transaction(work);
      onCommit();
      return result;
    },
  };
  return Object.assign(Object.create(db) as WritableDb, told);
}
