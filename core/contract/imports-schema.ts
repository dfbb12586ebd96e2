import { z } from "zod";
import { done, id, instant, nothing } from "./procedure-schema.ts";

export const columnTarget = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum([
      "address",
      "first-name",
      "last-name",
      "full-name",
      "time-zone",
      "stage",
      "tags",
      "status",
      "tracking-consent",
      "skip",
    ]),
  }),
  z.object({
    kind: z.literal("field"),
    key: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
    label: z.string().min(1).max(60),
    type: z.enum(["text", "number", "date", "boolean"]),
  }),
]);

const counts = z.object({
  rows: z.number().int(),
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  invalid: z.number().int(),
  duplicates: z.number().int(),
  suppressed: z.number().int(),
});

const options = z.object({
  /** Values from the file replace what is there, or only fill what is blank. */
  existing: z.enum(["overwrite", "fill-blanks"]).default("fill-blanks"),
  /** Also gives every contact of the file this tag. */
  tag: z.string().trim().max(80).default(""),
  /** Lets live campaigns start by what the import does to contacts: a list they stand in, a segment, tag, stage or field. */
  startCampaigns: z.boolean().default(false),
  /** The owner's word that these people agreed to be mailed, and how. */
  consentSource: z.string().trim().max(300).default(""),
});

/** What the person chose for a file. */
const plan = z.object({ mapping: z.array(columnTarget), options });

const importSummary = z.object({
  id,
  fileName: z.string(),
  state: z.enum(["uploading", "mapping", "running", "done", "cancelled", "failed", "undone"]),
  /** What the running job is about. An import that was stopped is being undone. */
  job: z.enum(["dry-run", "import", "undo"]).nullable(),
  /** 0 … 1 of the running job. */
  progress: z.number(),
  dryRun: counts.nullable(),
  result: counts.nullable(),
  problem: z.string().nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
});

export const importStatus = importSummary.extend({
  /** False once columns or choices that would change its counts were changed after the dry run. */
  isDryRunCurrent: z.boolean(),
  /** Contacts who would start, all of them and by live campaign; shown before the import. */
  wouldStart: z.object({
    contacts: z.number().int(),
    campaigns: z.array(
      z.object({ campaignId: z.string(), name: z.string(), contacts: z.number().int() }),
    ),
  }),
  /** The first rows left out, each with its reason in words. */
  rejected: z.array(z.object({ row: z.number().int(), text: z.string(), reason: z.string() })),
});

export const importsProcedures = {
  list: { input: nothing, output: z.array(importSummary) },
  begin: {
    input: z.object({ fileName: z.string().max(300), bytes: z.number().int().min(0) }),
    output: z.object({ id }),
  },
  /** Bytes of the file in order, base64, at most 512 KiB a call. */
  chunk: {
    input: z.object({ id, offset: z.number().int().min(0), base64: z.string().max(720_000) }),
    output: done,
  },
  /** Reads encoding, delimiter and columns once every byte has come. */
  inspect: {
    input: z.object({ id }),
    output: z.object({
      encoding: z.string(),
      delimiter: z.string(),
      hasHeader: z.boolean(),
      columns: z.array(
        z.object({ header: z.string(), samples: z.array(z.string()), target: columnTarget }),
      ),
      notes: z.array(z.string()),
      /** What was chosen so far; null while it is what is guessed. */
      plan: plan.nullable(),
    }),
  },
  /** Keeps what is chosen so far, so that it is there again after a reload. */
  keepPlan: { input: plan.extend({ id }), output: done },
  /** Starts counting what the import would do; nothing is changed. Progress comes with `status`. */
  dryRun: { input: plan.extend({ id }), output: done },
  run: { input: plan.extend({ id }), output: done },
  cancel: { input: z.object({ id }), output: done },
  status: { input: z.object({ id }), output: importStatus },
  /** The rows left out with the reason beside each, as a file: its bytes from `offset` on, base64, at most 512 KiB a call. */
  rejectedCsv: {
    input: z.object({ id, offset: z.number().int().min(0).default(0) }),
    output: z.object({
      fileName: z.string(),
      base64: z.string(),
      /** Where the next part begins; null at the end. */
      nextOffset: z.number().int().nullable(),
    }),
  },
  /** Brings every contact back to what it was before; contacts changed since are left and counted. */
  undo: { input: z.object({ id }), output: done },
};
