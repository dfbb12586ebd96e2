import type { OutputOf } from "../../client/call-name.ts";
import { useAction } from "../../client/use-action.ts";
import { useCall } from "../../client/use-call.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { Table } from "../../ui/table.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { formatCount } from "./rates.ts";

type Mail = OutputOf<"messages.list">["rows"][number];

/** Mail of uncertain fate, while there is any; only the owner's word ends it. */
export function UncertainCard() {
  const { data } = useCall("messages.list", { state: "uncertain" });
  const resolve = useAction("messages.resolveUncertain", {
    onDone: ({ resolved }, { as }) => {
      const mails = resolved === 1 ? "1 email" : `${formatCount(resolved)} emails`;
      showToast({ text: as === "sent" ? `${mails} taken as sent` : `${mails} will be sent again` });
    },
  });
  if (!data || data.total === 0) return null;
  const { total, rows } = data;
  const isMore = total > rows.length;
  return (
    <Card
      isFlush
      title={total === 1 ? "1 email is uncertain" : `${formatCount(total)} emails are uncertain`}
      description="They were handed over, but the answer was lost, so each may have arrived or not. Dripline never sends them again by itself."
      actions={
        <Button
          isPending={resolve.isPending}
          onPress={() => {
            resolve.mutate({ ids: rows.map(({ id }) => id), as: "sent" });
          }}
        >
          {isMore ? `Take these ${rows.length} as sent` : "Take all as sent"}
        </Button>
      }
    >
      <Table<Mail>
        label="Uncertain emails"
        rows={rows}
        rowKey={({ id }) => String(id)}
        columns={[
          {
            key: "to",
            header: "To",
            render: ({ to, contactId }) =>
              contactId === null ? (
                (to ?? "–")
              ) : (
                <TextLink href={`/contacts/${contactId}`}>{to ?? "Deleted contact"}</TextLink>
              ),
          },
          { key: "subject", header: "Subject", render: ({ subject }) => subject ?? "–" },
          {
            key: "campaign",
            header: "Campaign",
            render: ({ campaignName }) => campaignName ?? "Test",
          },
          {
            key: "at",
            header: "Handed over",
            render: ({ at, plannedAt }) => <DateTime at={at ?? plannedAt} format="short" />,
          },
          {
            key: "actions",
            header: "What to do",
            isHeaderHidden: true,
            align: "right",
            render: ({ id, to }) => (
              <span className="inline-flex gap-2">
                <Button
                  size="sm"
                  aria-label={`Take as sent: ${to ?? ""}`}
                  onPress={() => {
                    resolve.mutate({ ids: [id], as: "sent" });
                  }}
                >
                  Take as sent
                </Button>
                <Button
                  size="sm"
                  aria-label={`Send again: ${to ?? ""}`}
                  onPress={() => {
                    resolve.mutate({ ids: [id], as: "again" });
                  }}
                >
                  Send again
                </Button>
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}
