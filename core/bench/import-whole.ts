import type { App } from "../app.ts";
import { CallFailed } from "../contract/failure.ts";

/** A part of a file in one call. */
const CHUNK = 384 * 1024;

export interface WholeImport {
  readonly added: number;
  readonly leftOut: number;
  readonly repeated: number;
}

/** Imports a list as the page does: in parts, by the columns guessed, and waits until it is done. */
export async function importWhole(
  { handlers: { imports } }: App,
  csv: Uint8Array,
): Promise<WholeImport> {
  const { id } = await imports.begin({ fileName: "contacts.csv", bytes: csv.length });
  for (let offset = 0; offset < csv.length; offset += CHUNK)
    await imports.chunk({
      id,
      offset,
      base64: Buffer.from(csv.subarray(offset, offset + CHUNK)).toString("base64"),
    });
  const { columns } = await imports.inspect({ id });
  await imports.run({
    id,
    mapping: columns.map((column) => column.target),
    options: {
      existing: "overwrite",
      tag: "",
      startCampaigns: false,
      consentSource: "Made-up people",
    },
  });
  for (;;) {
    const { job, result, problem } = await imports.status({ id });
    if (job === null) {
      if (!result)
        throw new CallFailed({
          code: "invalid",
          message: problem ?? "The list could not be imported.",
        });
      return {
        added: result.added,
        leftOut: result.invalid + result.suppressed,
        repeated: result.duplicates,
      };
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
