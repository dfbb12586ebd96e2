import { Download, SquarePen } from "lucide-react";
import { useState } from "react";
import type { OutputOf } from "../../client/call-name.ts";
import { useCall } from "../../client/use-call.ts";
import { Gone } from "../../parts/gone/gone.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Page } from "../../ui/page.tsx";
import { Stat, StatRow } from "../../ui/stat.tsx";
import { DaysCard } from "./days-card.tsx";
import { EmailsTable } from "./emails-table.tsx";
import { EvidenceCards } from "./evidence-cards.tsx";
import { FunnelTable } from "./funnel-table.tsx";
import { NumberLink } from "./number-link.tsx";
import { NumberStats } from "./number-stats.tsx";
import { numberWords } from "./number-words.ts";
import { PeopleDialog } from "./people-dialog.tsx";
import type { AskPeople, PeopleQuestion } from "./people-question.ts";
import { formatCount, formatPeople, formatRate, formatValue } from "./rates.ts";
import { RecountAlarm, RecountNote } from "./recount-note.tsx";
import { StatLines } from "./stat-lines.tsx";
import { stateTones, stateWords } from "./report-state.ts";
import { useExport } from "./use-export.tsx";

type Report = OutputOf<"reports.campaign">;

/** One campaign: its totals, its days, its emails and its steps. */
export function CampaignReportPage({ id }: { id: string }) {
  const report = useCall(
    "reports.campaign",
    { id },
    { topics: ["messages", "campaigns", "practice"] },
  );
  const [question, setQuestion] = useState<PeopleQuestion>();
  const { choices, isPending } = useExport(id);
  return (
    <Page
      title={report.data?.name ?? "Report"}
      crumbs={[{ label: "Reports", href: "/reports" }]}
      {...(report.data
        ? {
            badge: (
              <Badge tone={stateTones[report.data.state]} hasDot>
                {stateWords[report.data.state]}
              </Badge>
            ),
          }
        : {})}
      actions={
        report.error === null && (
          <>
            <ButtonLink href={`/campaigns/${id}`} icon={<SquarePen />}>
              Open campaign
            </ButtonLink>
            <Menu
              label="Export as CSV"
              placement="bottom end"
              trigger={
                <Button icon={<Download />} isPending={isPending} isDisabled={!report.data}>
                  Export CSV
                </Button>
              }
              items={choices}
            />
          </>
        )
      }
    >
      <Loaded
        call={report}
        height={420}
        gone={<Gone what="campaign" list={{ label: "All reports", href: "/reports" }} />}
      >
        {(data) => <ReportBody id={id} report={data} onAsk={setQuestion} />}
      </Loaded>
      {question && (
        <PeopleDialog
          question={question}
          onClose={() => {
            setQuestion(undefined);
          }}
        />
      )}
    </Page>
  );
}

interface ReportBodyProps {
  id: string;
  report: Report;
  onAsk: AskPeople;
}

function ReportBody({ id, report, onAsk }: ReportBodyProps) {
  const whole = { campaignId: id, stepId: null, of: report.name };
  return (
    <div className="flex flex-col gap-6">
      {!report.isRecountEqual && <RecountAlarm />}
      <StatRow>
        <Stat
          label="Entered"
          hint={numberWords.entered.meaning}
          value={
            <NumberLink
              value={report.entered}
              question={{ ...whole, what: "entered" }}
              onAsk={onAsk}
            />
          }
          note={
            <NumberLink
              value={report.open}
              text={`${formatCount(report.open)} inside now`}
              question={{ ...whole, what: "waiting" }}
              onAsk={onAsk}
            />
          }
        />
        <NumberStats numbers={report.totals} question={whole} onAsk={onAsk} />
        <Stat
          label="Goal"
          hint={numberWords["reached-goal"].meaning}
          value={formatRate(report.reachedGoal, report.entered)}
          note={
            <StatLines
              first={
                <NumberLink
                  value={report.reachedGoal}
                  text={formatPeople(report.reachedGoal)}
                  question={{ ...whole, what: "reached-goal" }}
                  onAsk={onAsk}
                />
              }
              second={
                report.goalValueCents > 0
                  ? `worth ${formatValue(report.goalValueCents)}`
                  : `of ${formatCount(report.entered)}`
              }
            />
          }
        />
      </StatRow>
      <EvidenceCards numbers={report.totals} question={whole} onAsk={onAsk} />
      <DaysCard days={report.days} />
      <EmailsTable campaignId={id} emails={report.emails} onAsk={onAsk} />
      <FunnelTable campaignId={id} funnel={report.funnel} entered={report.entered} onAsk={onAsk} />
      {report.isRecountEqual && <RecountNote />}
    </div>
  );
}
