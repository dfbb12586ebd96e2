import { ChartColumn, Table2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { OutputOf } from "../../client/call-name.ts";
import { Card } from "../../ui/card.tsx";
import { useZone } from "../../ui/date-time.tsx";
import { formatInstant, zoneWords } from "../../ui/format-instant.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Table } from "../../ui/table.tsx";
import { formatCount } from "./rates.ts";

const DaysChart = lazy(async () => ({
  default: (await import("./days-chart.tsx")).DaysChart,
}));

type Days = OutputOf<"reports.campaign">["days"];

/** How a campaign went day by day: a chart, or the same numbers as a table. */
export function DaysCard({ days }: { days: Days }) {
  const zone = zoneWords(useZone());
  const [view, setView] = useState<"chart" | "table">("chart");
  return (
    <Card
      title="Day by day"
      description={`Emails sent, and opens and clicks by people. A day is a day in ${zone}.`}
      isFlush={view === "table" && days.length > 0}
      actions={
        <SegmentedControl
          label="Show as"
          value={view}
          onChange={setView}
          options={[
            { value: "chart", label: "Chart", icon: <ChartColumn /> },
            { value: "table", label: "Table", icon: <Table2 /> },
          ]}
        />
      }
    >
      {days.length === 0 ? (
        <p className="py-6 text-center text-base text-ink-soft">
          The chart begins with the first email sent.
        </p>
      ) : view === "chart" ? (
        <Suspense fallback={<Skeleton height={276} />}>
          <DaysChart days={days} />
        </Suspense>
      ) : (
        <div className="max-h-80 overflow-y-auto">
          <Table
            label="Day by day"
            rows={days}
            rowKey={({ day }) => day}
            columns={[
              { key: "day", header: `Day (${zone})`, render: ({ day }) => dayWords(day) },
              {
                key: "sent",
                header: "Sent",
                align: "right",
                render: ({ sent }) => formatCount(sent),
              },
              {
                key: "opened",
                header: "Opens by people",
                align: "right",
                render: ({ opened }) => formatCount(opened),
              },
              {
                key: "clicked",
                header: "Clicks by people",
                align: "right",
                render: ({ clicked }) => formatCount(clicked),
              },
            ]}
          />
        </div>
      )}
    </Card>
  );
}

function dayWords(day: string): string {
  return formatInstant(Date.parse(day), "UTC", "day");
}
