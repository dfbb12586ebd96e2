// `npm run demo`: the whole story without a window.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { CallFailed } from "../contract/failure.ts";
import { runDemo, type DemoReport } from "./run-demo.ts";

const assetsFolder = join(import.meta.dirname, "..", "..", "assets");
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    days: { type: "string", default: "14" },
    csv: { type: "string", default: join(assetsFolder, "sample-contacts.csv") },
    json: { type: "boolean", default: false },
  },
});

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  for (const row of rows)
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    );
}

/** Over all emails the rates are of people, each of whom counts once. */
function allOf(totals: DemoReport["campaign"]["totals"]) {
  const { reached, reachedTracked } = totals;
  return { ...totals, name: "All (people)", delivered: reached, trackedDelivered: reachedTracked };
}

function printReport({ imported, campaign, checks }: DemoReport, days: number): void {
  console.log(`\n${campaign.name}, after ${days} days\n`);
  console.log(
    `Imported ${imported.added} contacts; ${imported.leftOut} rows left out, ${imported.repeated} repeated.`,
  );
  console.log(
    `${campaign.entered} people entered, ${campaign.open} are inside, ${campaign.reachedGoal} reached the goal.\n`,
  );
  printTable([
    [
      "Email",
      "sent",
      "delivered",
      "opened",
      "rate",
      "by machine",
      "clicked",
      "rate",
      "replied",
      "left",
    ],
    ...[...campaign.emails, allOf(campaign.totals)].map((row) => [
      row.name,
      String(row.sent),
      String(row.delivered),
      String(row.opened),
      percent(row.opened, row.trackedDelivered),
      String(row.openedByMachine),
      String(row.clicked),
      percent(row.clicked, row.delivered),
      String(row.replied),
      String(row.unsubscribed),
    ]),
  ]);
  console.log("\nStep by step");
  for (const step of campaign.funnel) {
    const skipped = step.skipped.map(({ people, reason }) => `${people} not: ${reason}`);
    console.log(
      `${"  ".repeat(step.depth + 1)}${step.name}: ${[`${step.passed} passed`, `${step.waiting} waiting`, ...skipped].join(", ")}`,
    );
  }
  console.log("");
  for (const { text, isEqual } of checks) console.log(`${isEqual ? "✓" : "✗"} ${text}`);
}

try {
  const days = Number(values.days);
  const seed = Number(values.seed);
  if (!Number.isInteger(days) || days < 1 || days > 366)
    throw new CallFailed({
      code: "invalid",
      message: "--days needs a whole number from 1 to 366.",
    });
  if (!Number.isInteger(seed))
    throw new CallFailed({ code: "invalid", message: "--seed needs a whole number." });
  const report = await runDemo({
    seed,
    days,
    csv: readFileSync(resolve(values.csv)),
    assetsFolder,
  });
  if (values.json) console.log(JSON.stringify(report, null, 2));
  else printReport(report, days);
  process.exitCode = report.checks.every((check) => check.isEqual) ? 0 : 1;
} catch (error) {
  if (!(error instanceof CallFailed) && !(error instanceof Error && "code" in error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
