import { useLocation } from "wouter";
import type { OutputOf } from "../../client/call-name.ts";
import { useRows } from "../../client/use-rows.ts";
import { DateTime } from "../../ui/date-time.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { VirtualTable, type VirtualColumn } from "../../ui/virtual-table.tsx";
import { numberWords } from "./number-words.ts";
import type { PeopleQuestion } from "./people-question.ts";
import { personName } from "./person-name.ts";
import { formatPeople } from "./rates.ts";

type Person = OutputOf<"reports.people">["rows"][number];

interface PeopleDialogProps {
  question: PeopleQuestion;
  onClose: () => void;
}

/** The people behind a number, each a link to their own page. */
export function PeopleDialog({ question, onClose }: PeopleDialogProps) {
  const { campaignId, stepId, what, linkId = null, of } = question;
  const rows = useRows("reports.people", { campaignId, stepId, what, linkId });
  const [, navigate] = useLocation();
  return (
    <Dialog title={`${numberWords[what].people}: ${of}`} isOpen onClose={onClose} size="lg">
      {rows.error ? (
        <ErrorState error={rows.error} onRetry={rows.refetch} />
      ) : rows.isPending ? (
        <Skeleton height={320} />
      ) : rows.rowCount === 0 ? (
        <EmptyState title="Nobody, at the moment">
          People who were here may have moved on since the number was counted.
        </EmptyState>
      ) : (
        <>
          <p className="-mt-2">{formatPeople(rows.rowCount)}</p>
          <div
            className="-mx-5 -mb-4 min-h-0 border-t border-line"
            style={{ height: Math.min(480, 37 + rows.rowCount * 40) }}
          >
            <VirtualTable
              label={`${numberWords[what].people}: ${of}`}
              rowCount={rows.rowCount}
              getRow={rows.getRow}
              onRange={rows.onRange}
              columns={columnsFor(what)}
              onRowAction={(person) => {
                navigate(`/contacts/${person.id}`);
              }}
            />
          </div>
        </>
      )}
    </Dialog>
  );
}

function columnsFor(what: PeopleQuestion["what"]): readonly VirtualColumn<Person>[] {
  const { when, note } = numberWords[what];
  return [
    {
      key: "person",
      header: "Person",
      track: "minmax(9rem, 1fr)",
      render: (person) => <TextLink href={`/contacts/${person.id}`}>{personName(person)}</TextLink>,
    },
    {
      key: "address",
      header: "Email address",
      track: "minmax(12rem, 1.4fr)",
      render: (person) => person.address ?? "–",
    },
    {
      key: "at",
      header: when,
      track: "12.5rem",
      render: ({ at }) => (at === null ? "–" : <DateTime at={at} format="short" />),
    },
    ...(note === undefined
      ? []
      : [
          {
            key: "note",
            header: note,
            track: "minmax(10rem, 1.2fr)",
            render: (person: Person) => (
              <span title={person.note ?? undefined}>{person.note ?? "–"}</span>
            ),
          },
        ]),
  ];
}
