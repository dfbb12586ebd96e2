import { Check, Minus } from "lucide-react";
import { Card } from "../../ui/card.tsx";
import { Table } from "../../ui/table.tsx";

const rows = [
  {
    what: "Sending, delays, schedules, actions",
    without: "Works",
    isSame: true,
    with: "Works",
  },
  {
    what: "Opens and clicks",
    without: "Unknown; campaigns that react to them cannot go live",
    isSame: false,
    with: "Heard within a minute, or as soon as this computer is on again",
  },
  {
    what: "Unsubscribing",
    without: "By answering the mail, or you press “Unsubscribe” on the contact",
    isSame: false,
    with: "One click, heard before anything more is sent",
  },
  {
    what: "Open and click rates in reports",
    without: "Left empty, never guessed",
    isSame: false,
    with: "People, machines and unsure side by side",
  },
];

/** What is different without a relay, said before anybody misses it. */
export function WithoutRelay() {
  return (
    <Card title="With and without a relay" isFlush>
      <Table
        label="With and without a relay"
        rows={rows}
        rowKey={({ what }) => what}
        columns={[
          { key: "what", header: "What", width: "28%", render: ({ what }) => what },
          {
            key: "without",
            header: "Without",
            render: (row) => <Sign isGood={row.isSame}>{row.without}</Sign>,
          },
          { key: "with", header: "With", render: (row) => <Sign isGood>{row.with}</Sign> },
        ]}
      />
    </Card>
  );
}

function Sign({ isGood, children }: { isGood: boolean; children: string }) {
  const Icon = isGood ? Check : Minus;
  return (
    <span className="flex items-start gap-2">
      <Icon
        className={`mt-0.5 size-4 shrink-0 ${isGood ? "text-good-text" : "text-ink-faint"}`}
        aria-hidden
      />
      {children}
    </span>
  );
}
