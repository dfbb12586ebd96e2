// `npm run bench`: our work beside the raw tools' on this computer, as ratios.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { prepareImportBench } from "./bench-import.ts";
import { prepareSendBench } from "./bench-send.ts";
import { middleOf, type Spent } from "./measure.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    mails: { type: "string", default: "1000" },
    runs: { type: "string", default: "5" },
    out: { type: "string", default: join("test-results", "bench") },
  },
});
const runs = Number(values.runs);

interface Row {
  readonly measure: string;
  readonly baseline: string;
  readonly ours: string;
  readonly raw: string;
  /** Above 1: we are faster, or use less. */
  readonly ratio: number;
  readonly spread: number;
}

/** Ours and the raw tool's in turns, so that a busy moment meets both. */
async function compare(
  ours: () => Promise<Spent>,
  raw: () => Promise<Spent>,
): Promise<{ ours: Spent[]; raw: Spent[] }> {
  const spent = { ours: [] as Spent[], raw: [] as Spent[] };
  for (let run = 0; run < runs; run++) {
    spent.raw.push(await raw());
    spent.ours.push(await ours());
  }
  return spent;
}

function rowOf(
  measure: string,
  baseline: string,
  unit: string,
  spent: { ours: Spent[]; raw: Spent[] },
  by: (spent: Spent) => number,
): Row {
  const ours = middleOf(spent.ours.map(by));
  const raw = middleOf(spent.raw.map(by));
  const ratios = middleOf(spent.ours.map((own, run) => by(spent.raw[run] ?? own) / by(own)));
  const text = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
  return {
    measure,
    baseline,
    ours: text(ours.median),
    raw: text(raw.median),
    ratio: ratios.median,
    spread: ratios.spread,
  };
}

const rows = Number(values.rows);
const mails = Number(values.mails);
const importBench = prepareImportBench(rows);
const imported = await compare(importBench.ours, importBench.raw);
importBench.close();
const sendBench = await prepareSendBench(mails);
const sent = await compare(sendBench.ours, sendBench.raw);
sendBench.close();

const table: Row[] = [
  rowOf(
    `Import of ${rows} contacts, checked and undoable`,
    importBench.baseline,
    "s",
    imported,
    ({ wallMs }) => wallMs / 1000,
  ),
  rowOf(
    `Durable sending of ${mails} mails, 5 connections`,
    "nodemailer's pool composing the same mails",
    "ms/mail",
    sent,
    ({ wallMs }) => wallMs / mails,
  ),
  rowOf(
    "CPU of that",
    "nodemailer's pool composing the same mails",
    "ms/mail",
    sent,
    ({ cpuMs }) => cpuMs / mails,
  ),
];
const markdown = [
  "| measure | baseline | ours | baseline's | ratio | ± |",
  "|---|---|---|---|---|---|",
  ...table.map(
    (row) =>
      `| ${row.measure} | ${row.baseline} | ${row.ours} | ${row.raw} | ${row.ratio.toFixed(2)} | ${(100 * row.spread).toFixed(0)} % |`,
  ),
].join("\n");
console.log(markdown);
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, "bench.md"), `${markdown}\n`);
writeFileSync(join(values.out, "bench.json"), `${JSON.stringify(table, null, 2)}\n`);
