import {
  CircleStop,
  Clock,
  CornerDownRight,
  GitFork,
  type LucideIcon,
  Mail,
  Zap,
} from "lucide-react";
import type { OutputOf } from "../../client/call-name.ts";
import { Card } from "../../ui/card.tsx";
import { Table } from "../../ui/table.tsx";
import { NumberLink } from "./number-link.tsx";
import { numberWords } from "./number-words.ts";
import type { AskPeople } from "./people-question.ts";
import { formatCount } from "./rates.ts";

type Funnel = OutputOf<"reports.campaign">["funnel"];
type FunnelLine = Funnel[number];

const icons: Record<string, LucideIcon> = {
  email: Mail,
  wait: Clock,
  split: GitFork,
  lane: CornerDownRight,
  actions: Zap,
  end: CircleStop,
};

interface FunnelTableProps {
  campaignId: string;
  funnel: Funnel;
  /** Everyone who ever entered: the full width of a bar. */
  entered: number;
  onAsk: AskPeople;
}

/** The outline of the campaign with how many wait at each step, passed it, or did not and why. */
export function FunnelTable({ campaignId, funnel, entered, onAsk }: FunnelTableProps) {
  const most = Math.max(1, entered, ...funnel.map(({ passed }) => passed));
  return (
    <Card
      title="Step by step"
      description="Where people are, and why some went no further."
      isFlush
    >
      <Table<FunnelLine>
        label="Step by step"
        rows={funnel}
        rowKey={({ stepId }) => stepId}
        columns={[
          { key: "step", header: "Step", width: "34%", render: (line) => <StepCell {...line} /> },
          {
            key: "waiting",
            header: "Waiting here",
            align: "right",
            hint: numberWords.waiting.meaning,
            render: ({ stepId, name, kind, waiting }) =>
              kind === "lane" ? null : (
                <NumberLink
                  value={waiting}
                  question={{ campaignId, stepId, of: name, what: "waiting" }}
                  onAsk={onAsk}
                />
              ),
          },
          {
            key: "passed",
            header: "Passed",
            width: "28%",
            hint: numberWords.passed.meaning,
            render: ({ stepId, name, kind, passed }) => (
              <span className="flex items-center gap-3 tabular-nums">
                <span className="h-2 flex-1 rounded-full bg-pressed" aria-hidden>
                  <span
                    className={`block h-full rounded-full ${kind === "lane" ? "bg-ink-faint" : "bg-accent"}`}
                    style={{ width: `${(100 * passed) / most}%` }}
                  />
                </span>
                <span className="w-12 text-right">
                  {kind === "lane" ? (
                    formatCount(passed)
                  ) : (
                    <NumberLink
                      value={passed}
                      question={{ campaignId, stepId, of: name, what: "passed" }}
                      onAsk={onAsk}
                    />
                  )}
                </span>
              </span>
            ),
          },
          {
            key: "left",
            header: "Skipped or left, and why",
            hint: numberWords.left.meaning,
            render: (line) => <LeftCell campaignId={campaignId} line={line} onAsk={onAsk} />,
          },
        ]}
      />
    </Card>
  );
}

function StepCell({ name, kind, depth }: FunnelLine) {
  const Icon = icons[kind] ?? Mail;
  const isLane = kind === "lane";
  return (
    <span className="flex items-center gap-2" style={{ paddingLeft: depth * 20 }}>
      <Icon className="size-4 shrink-0 text-ink-faint" aria-hidden />
      <span className={isLane ? "font-normal text-ink-soft italic" : ""}>
        {isLane && <span className="sr-only">Lane: </span>}
        {name}
      </span>
    </span>
  );
}

interface LeftCellProps {
  campaignId: string;
  line: FunnelLine;
  onAsk: AskPeople;
}

function LeftCell({ campaignId, line, onAsk }: LeftCellProps) {
  const total = line.skipped.reduce((sum, { people }) => sum + people, 0);
  if (total === 0) return null;
  return (
    <span className="flex items-baseline gap-2.5">
      <span className="tabular-nums">
        <NumberLink
          value={total}
          question={{ campaignId, stepId: line.stepId, of: line.name, what: "left" }}
          onAsk={onAsk}
        />
      </span>
      <span className="text-sm">{leftWords(line.skipped)}</span>
    </span>
  );
}

/** "unsubscribed", or "12 unsubscribed · 6 not opened by the deadline". */
function leftWords(skipped: FunnelLine["skipped"]): string {
  const [only, ...others] = skipped.toSorted((a, b) => b.people - a.people);
  if (!only) return "";
  if (others.length === 0) return only.reason || "for no stated reason";
  return [only, ...others]
    .map(({ reason, people }) => `${formatCount(people)} ${reason || "for no stated reason"}`)
    .join(" · ");
}
