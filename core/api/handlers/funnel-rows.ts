import type { SplitStep, Step } from "../../domain/campaign.ts";
import { stepName } from "../../domain/step-name.ts";
import type { LaneTaken, StepPassage } from "../../storage/reports.ts";

/** The moves by which a run did what its step is for; by all others it left or skipped it. */
const PASSED = new Set(["sent", "pass", "lane", "act", "jump", "end"]);

export interface FunnelRow {
  readonly stepId: string;
  readonly name: string;
  readonly kind: string;
  readonly depth: number;
  readonly waiting: number;
  readonly passed: number;
  readonly skipped: { reason: string; people: number }[];
}

interface Counts {
  readonly waiting: Readonly<Record<string, { readonly people: number }>>;
  readonly passages: readonly StepPassage[];
  readonly lanes: readonly LaneTaken[];
}

/** A campaign's steps in outline order with how many wait there, passed, or left and why. */
export function funnelRows(steps: readonly Step[], counts: Counts, depth = 0): FunnelRow[] {
  return steps.flatMap((step) => {
    const own = counts.passages.filter((passage) => passage.stepId === step.id);
    const passed = own.filter((passage) => PASSED.has(passage.move));
    const row: FunnelRow = {
      stepId: step.id,
      name: stepName(step),
      kind: step.kind,
      depth,
      waiting: counts.waiting[step.id]?.people ?? 0,
      passed: sumPeople(passed),
      skipped: own
        .filter((passage) => !PASSED.has(passage.move))
        .map(({ reason, people }) => ({ reason, people })),
    };
    return step.kind === "split" ? [row, ...laneRows(step, counts, depth + 1)] : [row];
  });
}

function laneRows(split: SplitStep, counts: Counts, depth: number): FunnelRow[] {
  return split.lanes.flatMap((lane) => [
    {
      stepId: lane.id,
      name: lane.name,
      kind: "lane",
      depth,
      waiting: 0,
      passed: sumPeople(counts.lanes.filter(({ laneId }) => laneId === lane.id)),
      skipped: [],
    },
    ...funnelRows(lane.steps, counts, depth + 1),
  ]);
}

function sumPeople(rows: readonly { readonly people: number }[]): number {
  return rows.reduce((sum, { people }) => sum + people, 0);
}
