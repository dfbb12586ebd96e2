import { ScrollText } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { useRows } from "../../client/use-rows.ts";
import { useZone } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { VirtualTable } from "../../ui/virtual-table.tsx";
import { mailColumns } from "./mail-columns.tsx";
import { MailDialog } from "./mail-dialog.tsx";
import { mailStateOrder, mailStates, mailsWords, type Mail, type MailState } from "./mail-words.ts";
import { SettingsFrame } from "./settings-frame.tsx";
import { UncertainBar } from "./uncertain-bar.tsx";

const ALL = "all";
const filters = [
  { value: ALL, label: "All mail" },
  ...mailStateOrder.map((state) => ({ value: state, label: mailStates[state].label })),
];

/** Every mail there ever was, and what became of it. */
export function MailLogPage({ state }: { state: MailState | null }) {
  const [, navigate] = useLocation();
  const rows = useRows("messages.list", { state });
  const zone = useZone();
  const [open, setOpen] = useState<Mail>();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());

  return (
    <SettingsFrame
      title="Mail log"
      description={
        state === "uncertain"
          ? "Look into your mail server’s sent folder or log if you can, then say what happened."
          : "Every mail, what became of it, and why."
      }
      isFilled
      actions={
        <>
          <span className="text-sm text-ink-soft tabular-nums" role="status">
            {rows.isPending ? "" : mailsWords(rows.rowCount)}
          </span>
          <div className="w-40">
            <Select
              label="Show"
              isLabelHidden
              options={filters}
              value={state ?? ALL}
              onChange={(next) => {
                setOpen(undefined);
                setChosen(new Set());
                navigate(next === ALL ? "/settings/mail-log" : `/settings/mail-log/${next}`);
              }}
            />
          </div>
        </>
      }
    >
      {rows.error && rows.rowCount === 0 ? (
        <ErrorState error={rows.error} onRetry={rows.refetch} />
      ) : rows.isPending ? (
        <Skeleton height={320} />
      ) : rows.rowCount === 0 ? (
        <EmptyState icon={<ScrollText />} title={emptyTitle(state)}>
          {state === null
            ? "Once a campaign is live, each of its mails stands here with its story."
            : mailStates[state].meaning}
        </EmptyState>
      ) : (
        <>
          {state === "uncertain" && (
            <UncertainBar
              ids={[...chosen]}
              total={rows.rowCount}
              onDone={() => {
                setChosen(new Set());
              }}
            />
          )}
          <div className="min-h-0 flex-1 overflow-hidden rounded-xl border border-line">
            <VirtualTable<Mail>
              label="Mail log"
              {...rows}
              columns={mailColumns(state, zone)}
              onRowAction={setOpen}
              {...(state === "uncertain"
                ? {
                    selection: {
                      isSelected: ({ id }: Mail) => chosen.has(id),
                      onToggle: ({ id }: Mail) => {
                        const next = new Set(chosen);
                        if (!next.delete(id)) next.add(id);
                        setChosen(next);
                      },
                      rowLabel: ({ to, subject }: Mail) => `${to ?? ""} ${subject ?? ""}`,
                    },
                  }
                : {})}
            />
          </div>
        </>
      )}
      {open && (
        <MailDialog
          mail={open}
          onClose={() => {
            setOpen(undefined);
          }}
        />
      )}
    </SettingsFrame>
  );
}

function emptyTitle(state: MailState | null): string {
  switch (state) {
    case null:
      return "No mail yet";
    case "queued":
      return "No mail is waiting";
    case "in_flight":
      return "No mail is leaving now";
    case "sent":
      return "No mail was sent yet";
    case "uncertain":
      return "No mail is uncertain";
    case "failed":
      return "No mail was refused";
    case "cancelled":
      return "No mail was stopped";
    case "expired":
      return "No mail was too late";
  }
}
