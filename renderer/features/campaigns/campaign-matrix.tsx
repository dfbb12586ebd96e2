import { Plus } from "lucide-react";
import { Link } from "react-aria-components";
import { Button } from "../../ui/button.tsx";
import { classes } from "../../ui/classes.ts";
import { StatusDot } from "../../ui/status-dot.tsx";
import { stateWords, stateTones } from "./campaign-state-badge.tsx";
import { conversion, matrixRows } from "./matrix-rows.ts";
import type { CampaignSummary, Matrix, MatrixCell } from "./matrix-rows.ts";
import type { CampaignCell } from "./cell-fields.tsx";

interface CampaignMatrixProps {
  matrix: Matrix;
  onGap: (cell: CampaignCell) => void;
}

/** Segments down, goals across; each cell is a campaign or a gap to fill. */
export function CampaignMatrix({ matrix, onGap }: CampaignMatrixProps) {
  return (
    <section aria-label="Goals and segments">
      <div
        className="overflow-x-auto rounded-xl border border-line"
        role="region"
        aria-label="Campaigns by segment and goal"
        tabIndex={0}
      >
        <table className="w-full border-collapse text-left">
          <caption className="sr-only">Campaigns by segment and goal</caption>
          <thead>
            <tr className="bg-sunken">
              <th
                scope="col"
                className="sticky left-0 w-44 min-w-36 bg-sunken px-4 py-3 text-xs font-medium text-ink-soft"
              >
                Segment
              </th>
              {matrix.goals.map((goal) => (
                <th
                  key={goal.id}
                  scope="col"
                  className="min-w-36 border-l border-line px-4 py-3 text-sm font-semibold text-ink"
                >
                  {goal.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrixRows(matrix).map(({ segment, cells }) => (
              <tr key={segment.id} className="border-t border-line">
                <th scope="row" className="sticky left-0 bg-surface px-4 py-2 align-middle">
                  <span className="block text-base font-medium text-ink">{segment.name}</span>
                  <span className="text-xs font-normal text-ink-soft tabular-nums">
                    {people(segment.contacts)}
                  </span>
                </th>
                {cells.map((cell) => (
                  <td key={cell.goalId} className="border-l border-line p-1.5 align-middle">
                    <Cell
                      cell={cell}
                      place={`${segment.name}, ${goalName(matrix, cell.goalId)}`}
                      onGap={() => {
                        onGap({ goalId: cell.goalId, segmentId: segment.id });
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-3 text-sm text-ink-soft tabular-nums">
        In no live campaign: {people(matrix.inNoCampaign)}
        <span className="mx-2 text-line-strong" aria-hidden>
          ·
        </span>
        in two or more: {people(matrix.inSeveral)}
      </p>
    </section>
  );
}

interface CellProps {
  cell: MatrixCell;
  /** For a screen reader: which segment and goal. */
  place: string;
  onGap: () => void;
}

function Cell({ cell, place, onGap }: CellProps) {
  const [first, ...others] = cell.campaigns;
  if (!first)
    return (
      <div className="grid min-h-14 place-items-center">
        <Button
          variant="quiet"
          size="sm"
          icon={<Plus />}
          onPress={onGap}
          aria-label={`New campaign: ${place}`}
        >
          Gap
        </Button>
      </div>
    );
  return (
    <div className="flex flex-col gap-1">
      <CampaignCard campaign={first} />
      {others.map((campaign) => (
        <CampaignCard key={campaign.id} campaign={campaign} isSmall />
      ))}
    </div>
  );
}

function CampaignCard({ campaign, isSmall }: { campaign: CampaignSummary; isSmall?: boolean }) {
  const reached = conversion(campaign);
  return (
    <Link
      href={`/campaigns/${campaign.id}`}
      className={classes(
        "flex flex-col gap-0.5 rounded-lg px-2.5 transition-colors duration-100",
        isSmall ? "py-1" : "py-2",
        "data-hovered:bg-hover data-pressed:bg-pressed",
        campaign.state === "live" && "bg-good-soft",
      )}
    >
      <span className="flex items-center justify-between gap-2 text-sm text-ink-soft">
        <StatusDot tone={stateTones[campaign.state]} label={stateWords[campaign.state]} />
        {reached !== undefined && (
          <span className="text-sm font-semibold text-ink tabular-nums">{reached}</span>
        )}
      </span>
      <span className="truncate text-base font-medium text-ink">{campaign.name}</span>
      {!isSmall && campaign.state !== "draft" && (
        <span className="text-xs text-ink-soft tabular-nums">{people(campaign.open)} inside</span>
      )}
    </Link>
  );
}

function goalName(matrix: Matrix, id: string): string {
  return matrix.goals.find((goal) => goal.id === id)?.name ?? "";
}

function people(count: number): string {
  return count === 1 ? "1 person" : `${count.toLocaleString("en")} people`;
}
