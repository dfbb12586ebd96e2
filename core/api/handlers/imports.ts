import { existsSync, readFileSync } from "node:fs";
import type { AreaHandlers } from "../../contract/contract-schema.ts";
import { CallFailed } from "../../contract/failure.ts";
import { ImportJobs } from "../../import/import-jobs.ts";
import { makeId } from "../../shared/id.ts";
import { addImport, getImport, listImports, type ImportRow } from "../../storage/imports.ts";
import type { AppParts } from "../app-parts.ts";
import { done } from "../done.ts";

/** A part of a file over the wire, before base64. */
const MOST_CHUNK = 512 * 1024;

export function createImportHandlers(parts: AppParts): {
  readonly handlers: AreaHandlers<"imports">;
  stop(): Promise<void>;
} {
  const { db, clock, changes, engine } = parts;
  const jobs = new ImportJobs({
    ...parts,
    onProgress() {
      changes.tell("imports", "contacts", "segments", "campaigns", "settings");
      engine.kick();
    },
  });
  const recovered = jobs.recover();

  function require(id: string): ImportRow {
    const row = getImport(db, id);
    if (!row)
      throw new CallFailed({
        code: "not-found",
        message: "This import is gone. Choose the file again.",
      });
    return row;
  }
  function requireOpen(id: string): void {
    if (!["uploading", "mapping"].includes(require(id).state))
      throw new CallFailed({
        code: "conflict",
        message: "This import is over. Choose the file again to import it once more.",
      });
  }

  const handlers: AreaHandlers<"imports"> = {
    list: () => listImports(db).map((row) => jobs.status(row)),
    async begin({ fileName }) {
      await recovered;
      const id = makeId(parts.random);
      addImport(db, id, fileName, clock.wall());
      return { id };
    },
    chunk({ id, offset, base64 }) {
      if (require(id).state !== "uploading")
        throw new CallFailed({
          code: "conflict",
          message: "This file has been read already. Choose it again.",
        });
      const bytes = Buffer.from(base64, "base64");
      if (bytes.length > MOST_CHUNK)
        throw new CallFailed({ code: "invalid", message: "This part of the file is too large." });
      jobs.append(id, offset, bytes);
      return done;
    },
    async inspect({ id }) {
      requireOpen(id);
      const { encoding, delimiter, hasHeader, columns, notes } = await jobs.inspect(id);
      return {
        encoding,
        delimiter,
        hasHeader,
        columns: columns.map(({ header, samples, target }) => ({
          header,
          samples: [...samples],
          target,
        })),
        notes: [...notes],
      };
    },
    async dryRun({ id, mapping, options }) {
      requireOpen(id);
      await jobs.startDryRun(id, mapping, options);
      return done;
    },
    async run({ id, mapping, options }) {
      requireOpen(id);
      await jobs.startImport(id, mapping, options);
      return done;
    },
    cancel({ id }) {
      require(id);
      jobs.cancel(id);
      return done;
    },
    status: ({ id }) => jobs.status(require(id)),
    rejectedCsv({ id }) {
      const row = require(id);
      const path = jobs.rejectedPath(id);
      if (!existsSync(path))
        throw new CallFailed({
          code: "not-found",
          message: "No rows of this import were left out.",
        });
      return {
        fileName: `${row.fileName.replace(/\.\w+$/u, "")}-left-out.csv`,
        text: readFileSync(path, "utf8"),
      };
    },
    undo({ id }) {
      if (require(id).state !== "done")
        throw new CallFailed({
          code: "conflict",
          message: "Only an import that is done can be undone, and only once.",
        });
      jobs.startUndo(id);
      return done;
    },
  };
  return { handlers, stop: () => jobs.stop() };
}
