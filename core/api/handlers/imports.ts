import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import type { AreaHandlers } from "../../contract/contract-schema.ts";
import { CallFailed } from "../../contract/failure.ts";
import { importSample } from "../../import/import-sample.ts";
import { ImportJobs } from "../../import/import-jobs.ts";
import { keptOf } from "../../import/import-record.ts";
import { makeId } from "../../shared/id.ts";
import { addImport, getImport, listImports, type ImportRow } from "../../storage/imports.ts";
import type { AppParts } from "../app-parts.ts";
import { done } from "../done.ts";

/** A part of a file over the wire, before base64. */
const MOST_CHUNK = 512 * 1024;

export function createImportHandlers(parts: AppParts): {
  readonly handlers: AreaHandlers<"imports">;
  /** Imports made-up people, and returns how many are new. */
  addSample(bytes: Uint8Array): Promise<number>;
  stop(): Promise<void>;
} {
  const { db, clock, changes, engine } = parts;
  const jobs = new ImportJobs({
    ...parts,
    onProgress() {
      changes.tell("imports");
    },
    onContacts() {
      changes.tell("contacts", "segments", "campaigns", "settings");
      engine.kick();
    },
  });
  const recovered = jobs.recover().catch((error: unknown) => {
    parts.log.warn("an interrupted import could not be taken back yet", { error });
  });

  function require(id: string): ImportRow {
    const row = getImport(db, id);
    if (!row)
      throw new CallFailed({
        code: "not-found",
        message: "This import is gone. Choose the file again.",
      });
    return row;
  }
  function requireOpen(id: string): ImportRow {
    const row = require(id);
    if (!["uploading", "mapping"].includes(row.state))
      throw new CallFailed({
        code: "conflict",
        message: "This import is over. Choose the file again to import it once more.",
      });
    return row;
  }

  const handlers: AreaHandlers<"imports"> = {
    list: () => listImports(db).map((row) => jobs.status(row)),
    async begin({ fileName }) {
      await recovered;
      await jobs.recover();
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
        plan: keptOf(require(id)).plan,
      };
    },
    keepPlan({ id, ...plan }) {
      jobs.keepPlan(requireOpen(id), plan);
      return done;
    },
    async dryRun({ id, ...plan }) {
      requireOpen(id);
      await jobs.startDryRun(id, plan);
      return done;
    },
    async run({ id, ...plan }) {
      requireOpen(id);
      await jobs.startImport(id, plan);
      return done;
    },
    cancel({ id }) {
      require(id);
      jobs.cancel(id);
      return done;
    },
    status: ({ id }) => jobs.status(require(id)),
    async rejectedCsv({ id, offset }) {
      const row = require(id);
      const path = jobs.rejectedPath(id);
      if (!existsSync(path))
        throw new CallFailed({
          code: "not-found",
          message: "No rows of this import were left out.",
        });
      const { bytes, isEnd } = await readPart(path, offset);
      return {
        fileName: `${row.fileName.replace(/\.\w+$/u, "")}-left-out.csv`,
        base64: bytes.toString("base64"),
        nextOffset: isEnd ? null : offset + bytes.length,
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
  return {
    handlers,
    async addSample(bytes) {
      await recovered;
      return importSample(parts, jobs, bytes);
    },
    stop: () => jobs.stop(),
  };
}

async function readPart(path: string, offset: number): Promise<{ bytes: Buffer; isEnd: boolean }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_CHUNK), 0, MOST_CHUNK, offset);
    return { bytes: buffer.subarray(0, bytesRead), isEnd: offset + bytesRead >= size };
  } finally {
    await file.close();
  }
}
