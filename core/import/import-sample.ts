import { must } from "../shared/assert.ts";
import type { Clock, Random } from "../shared/clock.ts";
import { makeId } from "../shared/id.ts";
import type { WritableDb } from "../storage/db.ts";
import { listFields, saveField } from "../storage/fields.ts";
import { addImport, getImport, saveImport } from "../storage/imports.ts";
import { listStages } from "../storage/stages.ts";
import { fileInMemory } from "./file-source.ts";
import { importRow, openRun } from "./import-contacts.ts";
import { inspectFile } from "./inspect-file.ts";
import { type ContactCandidate, readContacts } from "./read-contacts.ts";

/** Imports a small file as it is, by the columns guessed. Returns how many contacts are new. */
export async function importSample(
  parts: { readonly db: WritableDb; readonly clock: Clock; readonly random: Random },
  bytes: Uint8Array,
): Promise<number> {
  const { db, clock, random } = parts;
  const stages = listStages(db);
  const file = await inspectFile(fileInMemory(bytes), {
    fields: listFields(db),
    stages: stages.map((stage) => stage.name),
  });
  const mapping = file.columns.map((column) => column.target);
  const importId = makeId(random);
  addImport(db, importId, "sample-contacts.csv", clock.wall());
  const run = openRun(parts, importId, {
    existing: "overwrite",
    tag: "sample",
    startCampaigns: true,
    consentSource: "Made-up people for practice",
  });
  let added = 0;
  for (const target of mapping) if (target.kind === "field") saveField(db, target);
  for await (const batch of readContacts(fileInMemory(bytes), file, mapping))
    db.transaction(() => {
      for (const row of batch.rows)
        if ("candidate" in row && importRow(run, agreeing(row.candidate)).result === "added")
          added += 1;
    });
  const { startedAt: _at, ...row } = must(getImport(db, importId));
  saveImport(db, importId, { ...row, state: "done", counts: {}, endedAt: clock.wall() });
  return added;
}

/** Made-up people mind nothing; so practice shows opens and clicks whatever the owner chose for real people. */
function agreeing(candidate: ContactCandidate): ContactCandidate {
  return { ...candidate, trackingConsent: candidate.trackingConsent ?? true };
}
