import { SquarePen } from "lucide-react";
import { useState } from "react";
import type { OutputOf } from "../../client/call-name.ts";
import { useCall } from "../../client/use-call.ts";
import { subjectWords } from "#core/domain/subject-words.ts";
import { Gone } from "../../parts/gone/gone.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { StatRow } from "../../ui/stat.tsx";
import { EvidenceCards } from "./evidence-cards.tsx";
import { LinksTable } from "./links-table.tsx";
import { NumberStats } from "./number-stats.tsx";
import { PeopleDialog } from "./people-dialog.tsx";
import type { AskPeople, PeopleQuestion } from "./people-question.ts";

interface EmailReportPageProps {
  campaignId: string;
  stepId: string;
}

/** One email of a campaign: its numbers, and who followed which link. */
export function EmailReportPage({ campaignId, stepId }: EmailReportPageProps) {
  const topics = ["messages", "campaigns", "practice"] as const;
  const email = useCall("reports.email", { campaignId, stepId }, { topics });
  const campaign = useCall("reports.campaign", { id: campaignId }, { topics });
  const [question, setQuestion] = useState<PeopleQuestion>();
  return (
    <Page
      title={email.data ? email.data.name || "Email without a name" : "Email report"}
      crumbs={[
        { label: "Reports", href: "/reports" },
        { label: campaign.data?.name ?? "Campaign", href: `/reports/${campaignId}` },
      ]}
      {...(email.data
        ? {
            description: email.data.subject
              ? `Subject: ${subjectWords(email.data.subject)}`
              : "This email has no subject.",
          }
        : {})}
      actions={
        email.error === null && (
          <ButtonLink href={`/campaigns/${campaignId}/emails/${stepId}`} icon={<SquarePen />}>
            Open email
          </ButtonLink>
        )
      }
    >
      <Loaded
        call={email}
        height={320}
        gone={<Gone what="campaign" list={{ label: "All reports", href: "/reports" }} />}
      >
        {(data) => (
          <EmailBody campaignId={campaignId} stepId={stepId} email={data} onAsk={setQuestion} />
        )}
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

interface EmailBodyProps extends EmailReportPageProps {
  email: OutputOf<"reports.email">;
  onAsk: AskPeople;
}

function EmailBody({ campaignId, stepId, email, onAsk }: EmailBodyProps) {
  const question = { campaignId, stepId, of: email.name || "Email" };
  return (
    <div className="flex flex-col gap-6">
      <StatRow>
        <NumberStats numbers={email} question={question} onAsk={onAsk} />
      </StatRow>
      <EvidenceCards numbers={email} question={question} onAsk={onAsk} />
      <LinksTable
        links={email.links}
        delivered={email.delivered}
        question={question}
        onAsk={onAsk}
      />
    </div>
  );
}
