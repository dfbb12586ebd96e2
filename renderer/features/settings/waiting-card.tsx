import { useCall } from "../../client/use-call.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Table } from "../../ui/table.tsx";
import { MailTo } from "./mail-to.tsx";
import { sentenceOf } from "./mail-words.ts";

const SHOWN = 10;

/** The mails that leave next. */
export function WaitingCard() {
  const waiting = useCall("messages.list", { state: "queued", limit: SHOWN });
  return (
    <Card
      title="Leaving next"
      isFlush
      actions={
        <ButtonLink href="/settings/mail-log" size="sm">
          Open the mail log
        </ButtonLink>
      }
    >
      <Loaded call={waiting} height={160}>
        {({ total, rows }) =>
          total === 0 ? (
            <p className="px-5 py-4 text-base text-ink-soft">
              Nothing is waiting. Mails appear here once they are due and may not leave yet.
            </p>
          ) : (
            <>
              <Table
                label="Mails that leave next"
                rows={rows}
                rowKey={({ id }) => String(id)}
                columns={[
                  { key: "to", header: "To", render: (mail) => <MailTo mail={mail} /> },
                  {
                    key: "campaign",
                    header: "Campaign",
                    render: ({ campaignName }) => campaignName ?? "A test",
                  },
                  {
                    key: "at",
                    header: "Not before",
                    render: ({ notBefore }) => <DateTime at={notBefore} format="short" />,
                  },
                  {
                    key: "reason",
                    header: "Why it waits",
                    render: ({ reason }) => (reason === null ? "Its turn" : sentenceOf(reason)),
                  },
                ]}
              />
              {total > rows.length && (
                <p className="border-t border-line px-5 py-2.5 text-sm text-ink-soft">
                  and {(total - rows.length).toLocaleString("en-GB")} more
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </Card>
  );
}
