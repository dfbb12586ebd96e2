import { appendFileSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Output } from "../contract/contract-schema.ts";
import { CallFailed } from "../contract/failure.ts";
import { SECOND, type Clock, type Random } from "../shared/clock.ts";
import type { Log } from "../shared/log.ts";
import type { WritableDb } from "../storage/db.ts";
import { listFields, saveField } from "../storage/fields.ts";
import {
  countImages,
  getImport,
  listImages,
  listRunningImports,
  restoreImage,
  type ImportRow,
  type ImportState,
} from "../storage/imports.ts";
import { explainError } from "../storage/open-storage.ts";
import { listStages } from "../storage/stages.ts";
import { appendPart } from "./append-part.ts";
import { breathe } from "./breathe.ts";
import { countStarters, NOBODY } from "./count-starters.ts";
import { fileOnDisk, type FileSource } from "./file-source.ts";
import { importRow, judgeRow, openRun, type ImportRun } from "./import-contacts.ts";
import { fingerprintOf, keepImport, keptOf, type Kept, type Plan } from "./import-record.ts";
import { inspectFile, type InspectedFile } from "./inspect-file.ts";
import { readContacts, type ReadRow } from "./read-contacts.ts";
import { rejectedCsvHead, rejectedCsvRow } from "./rejected-csv.ts";

export type Status = Output<"imports", "status">;
type Counts = NonNullable<Status["dryRun"]>;

/** Rows in one transaction, some tens of milliseconds' work. */
const SLICE = 200;
/** Left-out rows shown on the screen; all of them are in the file. */
const SHOWN = 100;
/** What a full disk keeps from being taken back is tried again this much later. */
const RETRY_WAIT = 5 * SECOND;
const NO_COUNTS: Counts = {
  rows: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  invalid: 0,
  duplicates: 0,
  suppressed: 0,
};

interface Job {
  kind: NonNullable<Status["job"]>;
  progress: number;
  isCancelled: boolean;
  /** Why it failed, where even that cannot be written down yet. */
  problem: string | null;
  done: Promise<void>;
}

export interface ImportParts {
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly dataFolder: string;
  /** Told at every step of a job. */
  readonly onProgress: () => void;
  /** Told when contacts were changed. */
  readonly onContacts: () => void;
}

export class ImportJobs {
  readonly #parts: ImportParts;
  readonly #jobs = new Map<string, Job>();
  readonly #inspected = new Map<string, InspectedFile>();
  readonly #stopping = new AbortController();

  constructor(parts: ImportParts) {
    this.#parts = parts;
  }

  #folder(): string {
    const folder = join(this.#parts.dataFolder, "imports");
    mkdirSync(folder, { recursive: true });
    return folder;
  }
  #path(id: string): string {
    return join(this.#folder(), `${id}.csv`);
  }
  rejectedPath(id: string): string {
    return join(this.#folder(), `${id}-rejected.csv`);
  }

  /** Adds bytes to the uploaded file, in order. */
  append(id: string, offset: number, bytes: Uint8Array): void {
    appendPart(this.#path(id), offset, bytes);
  }

  #source(id: string): FileSource {
    const path = this.#path(id);
    if (!existsSync(path))
      throw new CallFailed({ code: "invalid", message: "This file is empty. Choose another one." });
    return fileOnDisk(path, statSync(path).size);
  }

  /** What the file holds, found out once. One that is refused ends its import, and the reason stays with it. */
  async inspect(id: string): Promise<InspectedFile> {
    const inspected = this.#inspected.get(id);
    if (inspected) return inspected;
    const { db } = this.#parts;
    const known = { fields: listFields(db), stages: listStages(db).map((stage) => stage.name) };
    try {
      const file = await inspectFile(this.#source(id), known);
      this.#inspected.set(id, file);
      this.#save(id, "mapping", {}, null);
      return file;
    } catch (error) {
      if (error instanceof CallFailed) this.#save(id, "failed", {}, error.message);
      throw error;
    }
  }

  status(row: ImportRow): Status {
    const job = this.#jobs.get(row.id);
    const { id, fileName, state, problem, startedAt, endedAt } = row;
    const { dryRun, wouldStart, result, rejected, plan, dryRunOf } = keptOf(row);
    return {
      id,
      fileName,
      state,
      problem: job?.problem ?? problem,
      startedAt,
      endedAt,
      dryRun,
      isDryRunCurrent: dryRun !== null && plan !== null && dryRunOf === fingerprintOf(plan),
      wouldStart,
      result,
      rejected,
      job: job?.kind ?? null,
      progress: job?.progress ?? 0,
    };
  }

  keepPlan(row: ImportRow, plan: Plan): void {
    this.#save(row.id, row.state, { plan }, null);
  }

  /** Puts down where an import is. The file of one that is over is not needed any more. */
  #save(id: string, state: ImportState, kept: Partial<Kept>, problem: string | null): void {
    const { db, clock } = this.#parts;
    const isOver = state !== "uploading" && state !== "mapping" && state !== "running";
    keepImport(db, id, {
      state,
      kept: isOver ? { ...kept, plan: null } : kept,
      problem,
      endedAt: isOver ? clock.wall() : null,
    });
    if (isOver) {
      rmSync(this.#path(id), { force: true });
      this.#inspected.delete(id);
    }
    this.#parts.onProgress();
  }

  /** Counts what the import would do; nothing is changed. */
  async startDryRun(id: string, plan: Plan): Promise<void> {
    const file = await this.inspect(id);
    this.#start(id, "dry-run", async (job) => {
      this.#save(id, "mapping", { plan }, null);
      const seen = await this.#pass(id, job, file, plan, judgeRow);
      if (!job.isCancelled)
        this.#save(
          id,
          "mapping",
          {
            dryRun: seen.counts,
            dryRunOf: fingerprintOf(plan),
            rejected: seen.rejected,
            wouldStart: seen.starters,
          },
          null,
        );
    });
  }

  async startImport(id: string, plan: Plan, take = importRow): Promise<void> {
    const file = await this.inspect(id);
    const { db } = this.#parts;
    this.#start(id, "import", async (job) => {
      this.#save(id, "running", { plan }, null);
      for (const target of plan.mapping) if (target.kind === "field") saveField(db, target);
      const seen = await this.#pass(id, job, file, plan, take);
      if (job.isCancelled) {
        await this.#restoreAll(id, job);
        this.#save(
          id,
          "cancelled",
          { result: null },
          "The import was stopped. Every contact is as it was before.",
        );
        return;
      }
      this.#save(id, "done", { result: seen.counts, rejected: seen.rejected }, null);
    });
  }

  /** Resolves once the import's job, if it has one, has ended one way or another. */
  async whenOver(id: string): Promise<void> {
    await this.#jobs.get(id)?.done;
  }

  startUndo(id: string): void {
    this.#start(id, "undo", async (job) => {
      const left = await this.#restoreAll(id, job);
      this.#save(
        id,
        "undone",
        {},
        left === 0
          ? null
          : `${left === 1 ? "1 contact was" : `${left} contacts were`} changed or mailed since and left as they are.`,
      );
    });
  }

  /** Stops a running job; what it did so far is taken back. */
  cancel(id: string): void {
    const job = this.#jobs.get(id);
    if (job) job.isCancelled = true;
    else if (["uploading", "mapping"].includes(getImport(this.#parts.db, id)?.state ?? ""))
      this.#save(id, "cancelled", {}, null);
  }

  /** Imports that were running when the program died are taken back: nothing stays half-done. */
  async recover(): Promise<void> {
    for (const row of listRunningImports(this.#parts.db)) {
      if (this.#jobs.has(row.id)) continue;
      await this.#restoreAll(row.id, newJob("undo"));
      this.#save(
        row.id,
        "cancelled",
        {},
        "Dripline stopped during this import. Every contact is as it was before; import the file again.",
      );
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const job of this.#jobs.values()) job.isCancelled = true;
    await Promise.all([...this.#jobs.values()].map((job) => job.done));
  }

  #start(id: string, kind: Job["kind"], work: (job: Job) => Promise<void>): void {
    if (this.#jobs.has(id))
      throw new CallFailed({
        code: "conflict",
        message: "This import is busy. Wait until it is done, or cancel it.",
      });
    const job = newJob(kind);
    this.#jobs.set(id, job);
    job.done = work(job)
      .catch((error: unknown) => this.#fail(id, job, error))
      .finally(() => {
        this.#jobs.delete(id);
        this.#parts.onProgress();
        if (job.kind !== "dry-run") this.#parts.onContacts();
      });
  }

  /**
   * Takes back what a failed import did and says why. Where the disk is the trouble, that itself waits until it is
   * mended; if the program ends before, the next start takes it back.
   */
  async #fail(id: string, job: Job, error: unknown): Promise<void> {
    const { log, clock, dataFolder } = this.#parts;
    const isOurs = error instanceof CallFailed;
    if (!isOurs) log.error("an import failed", { id, error });
    const message = isOurs ? error.message : explainError(error, dataFolder);
    // Taking back makes an undo of it.
    const { kind } = job;
    while (!this.#stopping.signal.aborted) {
      try {
        if (kind === "import") await this.#restoreAll(id, job);
        this.#save(id, STATE_AFTER_FAILURE[kind], {}, message);
        return;
      } catch (again) {
        log.warn("a failed import could not be taken back yet", { id, error: again });
        job.problem = message;
        this.#parts.onProgress();
        await clock.sleep(RETRY_WAIT, this.#stopping.signal);
      }
    }
  }

  /** Brings back every contact the import touched; returns how many had to be left as they are now. */
  async #restoreAll(id: string, job: Job): Promise<number> {
    const { db } = this.#parts;
    const total = countImages(db, id);
    Object.assign(job, { kind: "undo", progress: 0 });
    let left = 0;
    for (let seen = 0; ;) {
      const images = listImages(db, id, SLICE);
      if (images.length === 0) return left;
      db.transaction(() => {
        for (const image of images) if (!restoreImage(db, id, image)) left += 1;
      });
      seen += images.length;
      this.#tell(job, seen / Math.max(total, seen));
      await breathe();
    }
  }

  #toldAt = 0;
  #tell(job: Job, progress: number): void {
    job.progress = progress;
    const now = this.#parts.clock.mono();
    if (now - this.#toldAt < 200) return;
    this.#toldAt = now;
    this.#parts.onProgress();
    if (job.kind !== "dry-run") this.#parts.onContacts();
  }

  async #pass(
    id: string,
    job: Job,
    file: InspectedFile,
    { mapping, options }: Plan,
    take: typeof importRow,
  ): Promise<{ counts: Counts; rejected: Status["rejected"]; starters: Status["wouldStart"] }> {
    const { db } = this.#parts;
    const source = this.#source(id);
    const run = openRun(this.#parts, id, options);
    const counts = { ...NO_COUNTS };
    const rejected: Status["rejected"] = [];
    const starters = countStarters(run);
    writeFileSync(this.rejectedPath(id), rejectedCsvHead(file));
    for await (const batch of readContacts(source, file, mapping)) {
      for (let start = 0; start < batch.rows.length; start += SLICE) {
        if (job.isCancelled) return { counts, rejected, starters: NOBODY };
        const lines: string[] = [];
        db.transaction(() => {
          for (const row of batch.rows.slice(start, start + SLICE)) {
            counts.rows += 1;
            const reason = takeRow(row, run, counts, take, starters);
            if (reason === undefined) continue;
            lines.push(
              rejectedCsvRow({ rowNumber: row.rowNumber, cells: row.cells, reason }, file),
            );
            if (rejected.length < SHOWN)
              rejected.push({
                row: row.rowNumber,
                text: row.cells.join(", ").slice(0, 200),
                reason,
              });
          }
        });
        if (lines.length > 0) appendFileSync(this.rejectedPath(id), lines.join(""));
        await breathe();
      }
      this.#tell(job, source.bytes === 0 ? 1 : batch.bytesRead / source.bytes);
    }
    return { counts, rejected, starters: starters.totals() };
  }
}

/** A failed undo can be begun again; it goes on where it failed. */
const STATE_AFTER_FAILURE = { "dry-run": "mapping", import: "failed", undo: "done" } as const;

function newJob(kind: Job["kind"]): Job {
  return { kind, progress: 0, isCancelled: false, problem: null, done: Promise.resolve() };
}

/** Why the row was left out; undefined where it was taken. */
function takeRow(
  row: ReadRow,
  run: ImportRun,
  counts: Counts,
  take: typeof importRow,
  starters: ReturnType<typeof countStarters>,
): string | undefined {
  if ("problem" in row) {
    counts.invalid += 1;
    return row.problem;
  }
  if (row.repeatsRow !== null) counts.duplicates += 1;
  const judged = take(run, row.candidate);
  const { result } = judged;
  if (row.repeatsRow === null || result === "suppressed") counts[result] += 1;
  if (result === "suppressed")
    return "This address is on the suppression list: its owner unsubscribed, complained, or it bounced.";
  if (take === judgeRow && row.repeatsRow === null) starters.look(row.candidate, judged);
  return undefined;
}
