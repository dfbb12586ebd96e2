import type { OutputOf } from "../../client/call-name.ts";
import { subjectWords } from "#core/domain/subject-words.ts";
import { Card } from "../../ui/card.tsx";
import { Table, type TableColumn } from "../../ui/table.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { CountAndRate } from "./count-and-rate.tsx";
import { NumberLink } from "./number-link.tsx";
import { numberWords, type Numbers, type PeopleWhat } from "./number-words.ts";
import type { AskPeople } from "./people-question.ts";

type EmailLine = OutputOf<"reports.campaign">["emails"][number];

interface EmailsTableProps {
  campaignId: string;
  emails: readonly EmailLine[];
  onAsk: AskPeople;
}

/** The emails of a campaign in their order; every number opens the people behind it. */
export function EmailsTable({ campaignId, emails, onAsk }: EmailsTableProps) {
  function column(
    what: PeopleWhat,
    key: keyof Numbers,
    whole?: keyof Numbers,
  ): TableColumn<EmailLine> {
    return {
      key,
      header: numberWords[what].label,
      hint: numberWords[what].meaning,
      align: "right",
      render: (email) => {
        const link = (
          <NumberLink
            value={email[key]}
            question={{ campaignId, stepId: email.stepId, of: nameOf(email), what }}
            onAsk={onAsk}
          />
        );
        return whole === undefined ? (
          link
        ) : (
          <CountAndRate part={email[key]} whole={email[whole]}>
            {link}
          </CountAndRate>
        );
      },
    };
  }
  return (
    <Card title="Emails" description="Each number opens the people behind it." isFlush>
      <Table
        label="Emails"
        rows={emails}
        rowKey={({ stepId }) => stepId}
        columns={[
          {
            key: "name",
            header: "Email",
            render: (email) => (
              <span className="flex max-w-56 min-w-36 flex-col gap-0.5">
                <TextLink href={`/reports/${campaignId}/emails/${email.stepId}`}>
                  {nameOf(email)}
                </TextLink>
                <span className="truncate text-xs font-normal text-ink-soft">
                  {email.resends > 0 && "with its resend · "}
                  {subjectWords(email.subject) || "No subject"}
                </span>
              </span>
            ),
          },
          column("sent", "sent"),
          column("uncertain", "uncertain"),
          column("delivered", "delivered", "sent"),
          column("bounced", "bounced"),
          column("opened", "opened", "trackedDelivered"),
          column("opened-by-machine", "openedByMachine"),
          column("opened-unsure", "openedUnsure"),
          column("clicked", "clicked", "delivered"),
          column("replied", "replied"),
          column("unsubscribed", "unsubscribed"),
        ]}
      />
    </Card>
  );
}

function nameOf({ name }: EmailLine): string {
  return name || "Email without a name";
}
