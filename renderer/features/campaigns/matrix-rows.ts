import type { OutputOf } from "../../client/call-name.ts";

export type Matrix = OutputOf<"campaigns.matrix">;
export type CampaignSummary = Matrix["campaigns"][number];
export type MatrixSegment = Matrix["segments"][number];

export interface MatrixCell {
  readonly goalId: string;
  /** The one that counts first; the others of the same cell after it. */
  readonly campaigns: readonly CampaignSummary[];
}

export interface MatrixRow {
  readonly segment: MatrixSegment;
  readonly cells: readonly MatrixCell[];
}

const order = { live: 0, paused: 1, draft: 2, stopped: 3 } as const;

/** Goals across, segments down; in each cell the liveliest campaign first. */
export function matrixRows({ goals, segments, campaigns }: Matrix): readonly MatrixRow[] {
  return segments.map((segment) => ({
    segment,
    cells: goals.map((goal) => ({
      goalId: goal.id,
      campaigns: campaigns
        .filter(({ goalId, segmentId }) => goalId === goal.id && segmentId === segment.id)
        .toSorted((a, b) => order[a.state] - order[b.state] || b.updatedAt - a.updatedAt),
    })),
  }));
}

/** Campaigns that stand in no cell: without a goal or a segment, or with one that is gone. */
export function withoutCell(matrix: Matrix): readonly CampaignSummary[] {
  const goals = new Set(matrix.goals.map(({ id }) => id));
  const segments = new Set(matrix.segments.map(({ id }) => id));
  return matrix.campaigns.filter(
    ({ goalId, segmentId }) =>
      goalId === null || segmentId === null || !goals.has(goalId) || !segments.has(segmentId),
  );
}

/** "12 %" of those who entered reached the goal; undefined while nobody entered. */
export function conversion({ entered, reachedGoal }: CampaignSummary): string | undefined {
  return entered === 0 ? undefined : `${Math.round((100 * reachedGoal) / entered)} %`;
}
