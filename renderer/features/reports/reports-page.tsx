import { ChartColumn } from "lucide-react";
import type { OutputOf } from "../../client/call-name.ts";
import { useCall } from "../../client/use-call.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { StatusDot } from "../../ui/status-dot.tsx";
import { Table, type TableColumn } from "../../ui/table.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { CountAndRate } from "./count-and-rate.tsx";
import { meaningOf, numberWords } from "./number-words.ts";
import { formatCount } from "./rates.ts";
import { stateTones, stateWords } from "./report-state.ts";
import { UncertainCard } from "./uncertain-card.tsx";

type CampaignLine = OutputOf<"reports.overview">[number];

/** Every campaign that ever went live, side by side. */
export function ReportsPage() {
  const overview = useCall(
    "reports.overview",
    {},
    { topics: ["messages", "campaigns", "practice"] },
  );
  return (
    <Page title="Reports" description="What became of every campaign, counted from what was heard.">
      <div className="flex flex-col gap-6">
        <UncertainCard />
        <Loaded call={overview} height={240}>
          {(campaigns) =>
            campaigns.length === 0 ? (
              <EmptyState
                icon={<ChartColumn />}
                title="Reports begin with the first live campaign"
                action={
                  <ButtonLink href="/" variant="primary">
                    Go to Campaigns
                  </ButtonLink>
                }
              >
                Who was sent what, who opened, and who clicked which link, for instance “38 of 215
                clicked on Prices”, appears here from the first email on.
              </EmptyState>
            ) : (
              <Card isFlush>
                <Table
                  label="Campaigns"
                  columns={columns}
                  rows={campaigns}
                  rowKey={({ campaignId }) => campaignId}
                />
              </Card>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

const columns: readonly TableColumn<CampaignLine>[] = [
  {
    key: "name",
    header: "Campaign",
    render: ({ campaignId, name, state }) => (
      <span className="flex flex-col gap-0.5 py-0.5">
        <TextLink href={`/reports/${campaignId}`}>{name}</TextLink>
        <span className="text-xs font-normal text-ink-soft">
          <StatusDot tone={stateTones[state]} label={stateWords[state]} />
        </span>
      </span>
    ),
  },
  {
    key: "entered",
    header: "Entered",
    align: "right",
    hint: numberWords.entered.meaning,
    render: ({ entered }) => formatCount(entered),
  },
  {
    key: "sent",
    header: "Sent",
    align: "right",
    hint: numberWords.sent.meaning,
    render: ({ sent }) => formatCount(sent),
  },
  {
    key: "uncertain",
    header: "Uncertain",
    align: "right",
    hint: numberWords.uncertain.meaning,
    render: ({ uncertain }) => formatCount(uncertain),
  },
  {
    key: "delivered",
    header: "Delivered",
    align: "right",
    hint: numberWords.delivered.meaning,
    render: (line) => <CountAndRate part={line.delivered} whole={line.sent} />,
  },
  {
    key: "opened",
    header: "Opened",
    align: "right",
    hint: meaningOf("opened", { isWhole: true }),
    render: (line) => <CountAndRate part={line.opened} whole={line.reachedTracked} />,
  },
  {
    key: "clicked",
    header: "Clicked",
    align: "right",
    hint: meaningOf("clicked", { isWhole: true }),
    render: (line) => <CountAndRate part={line.clicked} whole={line.reached} />,
  },
  {
    key: "unsubscribed",
    header: "Unsubscribed",
    align: "right",
    hint: meaningOf("unsubscribed", { isWhole: true }),
    render: (line) => <CountAndRate part={line.unsubscribed} whole={line.reached} />,
  },
  {
    key: "goal",
    header: "Goal reached",
    align: "right",
    hint: numberWords["reached-goal"].meaning,
    render: (line) => <CountAndRate part={line.reachedGoal} whole={line.entered} />,
  },
];
