import { CallFailed } from "../contract/failure.ts";
import { must } from "../shared/assert.ts";
import type { Clock, Random } from "../shared/clock.ts";
import { makeId } from "../shared/id.ts";
import type { WritableDb } from "../storage/db.ts";
import { addImport, getImport } from "../storage/imports.ts";
import { importRow } from "./import-contacts.ts";
import type { ImportJobs } from "./import-jobs.ts";

const OPTIONS = {
  existing: "overwrite",
  tag: "sample",
  startCampaigns: true,
  consentSource: "Made-up people for practice",
} as const;

/**
 * Imports a file as any other, by the columns guessed, without a question. Returns how many contacts are new, once all
 * are there; throws `CallFailed` where it was stopped or could not be done.
 */
export async function importSample(
  {
    db,
    clock,
    random,
  }: { readonly db: WritableDb; readonly clock: Clock; readonly random: Random },
  jobs: ImportJobs,
  bytes: Uint8Array,
): Promise<number> {
  const id = makeId(random);
  addImport(db, id, "sample-contacts.csv", clock.wall());
  jobs.append(id, 0, bytes);
  const { columns } = await jobs.inspect(id);
  const plan = { mapping: columns.map(({ target }) => target), options: OPTIONS };
  // Made-up people mind nothing; so practice shows opens and clicks whatever the owner chose for real people.
  await jobs.startImport(id, plan, (run, candidate) =>
    importRow(run, { ...candidate, trackingConsent: candidate.trackingConsent ?? true }),
  );
  await jobs.whenOver(id);
  const { state, result, problem } = jobs.status(must(getImport(db, id)));
  if (state !== "done" || result === null)
    throw new CallFailed({
      code: "conflict",
      message: problem ?? "The sample contacts were not imported. Try again.",
    });
  return result.added;
}
