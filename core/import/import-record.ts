import { createHash } from "node:crypto";
import type { Output } from "../contract/contract-schema.ts";
import { NOBODY } from "./count-starters.ts";
import { must } from "../shared/assert.ts";
import type { WritableDb } from "../storage/db.ts";
import { getImport, saveImport, type ImportRow, type ImportState } from "../storage/imports.ts";
import type { Instant } from "../shared/clock.ts";

type Status = Output<"imports", "status">;
export type Plan = NonNullable<Output<"imports", "inspect">["plan"]>;

/** What is kept of an import beside its state. */
export interface Kept extends Pick<Status, "dryRun" | "wouldStart" | "result" | "rejected"> {
  /** What the person chose so far; null before that and once the import is over. */
  readonly plan: Plan | null;
  /** Fingerprint of the plan the dry run was made with. */
  readonly dryRunOf: string | null;
}

const NOTHING: Kept = {
  dryRun: null,
  wouldStart: NOBODY,
  result: null,
  rejected: [],
  plan: null,
  dryRunOf: null,
};

export function keptOf({ counts }: ImportRow): Kept {
  return counts === null ? NOTHING : { ...NOTHING, ...(JSON.parse(counts) as Partial<Kept>) };
}

/** Saves where an import is; what is not named in `kept` stays. */
export function keepImport(
  db: WritableDb,
  id: string,
  change: {
    readonly state: ImportState;
    readonly kept: Partial<Kept>;
    readonly problem: string | null;
    readonly endedAt: Instant | null;
  },
): void {
  const { kept, ...rest } = change;
  saveImport(db, id, { ...rest, counts: { ...keptOf(must(getImport(db, id))), ...kept } });
}

/** The same for plans a dry run counts the same for. */
export function fingerprintOf({ mapping, options }: Plan): string {
  // Who would start is counted either way; the person decides about it when looking at the dry run.
  const counted = [mapping, { ...options, startCampaigns: false }];
  return createHash("sha1").update(JSON.stringify(counted)).digest("base64");
}
