import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { OutputOf } from "../../client/call-name.ts";
import { useZone } from "../../ui/date-time.tsx";
import { formatInstant, zoneWords } from "../../ui/format-instant.ts";
import { formatCount } from "./rates.ts";

type Days = OutputOf<"reports.campaign">["days"];

/** Told apart by shape as well as by colour: bars, a line, a dashed line. */
const series = [
  { key: "sent", label: "Sent", colour: "var(--ink-faint)" },
  { key: "opened", label: "Opens by people", colour: "var(--accent)" },
  { key: "clicked", label: "Clicks by people", colour: "var(--good)" },
] as const;

const tick = { fill: "var(--ink-soft)", fontSize: 12 };

/** The days as a chart; the table beside it says the same to who does not see it. */
export function DaysChart({ days }: { days: Days }) {
  return (
    <figure className="flex flex-col gap-3">
      <figcaption className="flex gap-5 text-sm text-ink-soft">
        {series.map(({ key, label }) => (
          <span key={key} className="inline-flex items-center gap-2">
            <Sign kind={key} />
            {label}
          </span>
        ))}
      </figcaption>
      <div
        role="img"
        aria-label={`${days.length} days: ${sumWords(days)}. The same numbers are in the table.`}
        className="h-60"
      >
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={[...days]}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="day"
              tickFormatter={shortDay}
              tick={tick}
              tickLine={false}
              axisLine={{ stroke: "var(--line-strong)" }}
              minTickGap={24}
            />
            <YAxis
              allowDecimals={false}
              tickFormatter={formatCount}
              tick={tick}
              tickLine={false}
              axisLine={false}
              width={44}
            />
            <Tooltip
              cursor={{ fill: "var(--hover)" }}
              isAnimationActive={false}
              content={<DayTip days={days} />}
            />
            <Bar
              dataKey="sent"
              fill="var(--ink-faint)"
              fillOpacity={0.55}
              radius={[3, 3, 0, 0]}
              maxBarSize={32}
              isAnimationActive={false}
            />
            <Line
              dataKey="opened"
              stroke="var(--accent)"
              strokeWidth={2}
              dot={days.length < 32 ? { r: 3, fill: "var(--accent)", strokeWidth: 0 } : false}
              isAnimationActive={false}
            />
            <Line
              dataKey="clicked"
              stroke="var(--good)"
              strokeWidth={2}
              strokeDasharray="5 4"
              dot={
                days.length < 32
                  ? { r: 3, fill: "var(--surface)", stroke: "var(--good)", strokeDasharray: "0" }
                  : false
              }
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
}

function Sign({ kind }: { kind: (typeof series)[number]["key"] }) {
  return (
    <svg width="18" height="12" aria-hidden>
      {kind === "sent" ? (
        <rect x="4" y="1" width="10" height="11" rx="2" fill="var(--ink-faint)" opacity="0.55" />
      ) : (
        <line
          x1="0"
          x2="18"
          y1="6"
          y2="6"
          strokeWidth="2"
          stroke={kind === "opened" ? "var(--accent)" : "var(--good)"}
          strokeDasharray={kind === "opened" ? "0" : "5 4"}
        />
      )}
    </svg>
  );
}

interface DayTipProps {
  days: Days;
  /** Given by the chart: whether the pointer is on a day, and on which. */
  active?: boolean;
  label?: string;
}

function DayTip({ days, active, label }: DayTipProps) {
  const zone = useZone();
  const day = active ? days.find(({ day }) => day === label) : undefined;
  if (!day) return null;
  return (
    <div className="rounded-md bg-raised px-3 py-2 text-xs text-ink-soft shadow-mid">
      <p className="pb-1 font-medium text-ink">
        {formatInstant(Date.parse(day.day), "UTC", "day")} {zoneWords(zone)}
      </p>
      {series.map(({ key, label }) => (
        <p key={key} className="flex justify-between gap-6">
          <span className="inline-flex items-center gap-2">
            <Sign kind={key} />
            {label}
          </span>
          <span className="font-medium text-ink tabular-nums">{formatCount(day[key])}</span>
        </p>
      ))}
    </div>
  );
}

function shortDay(day: string): string {
  return formatInstant(Date.parse(day), "UTC", "day").replace(/ \d{4}$/u, "");
}

function sumWords(days: Days): string {
  return series
    .map(({ key, label }) => {
      const sum = days.reduce((total, day) => total + day[key], 0);
      return `${formatCount(sum)} ${label.toLowerCase()}`;
    })
    .join(", ");
}
