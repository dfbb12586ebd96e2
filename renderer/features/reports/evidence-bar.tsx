import { NumberLink } from "./number-link.tsx";
import { Hint } from "../../ui/tooltip.tsx";
import { numberWords, type PeopleWhat } from "./number-words.ts";
import type { AskPeople, PeopleQuestion } from "./people-question.ts";
import { formatCount, formatRate } from "./rates.ts";

interface Part {
  readonly label: string;
  readonly value: number;
  /** Whose names open; none for the rest. */
  readonly what?: PeopleWhat;
  readonly className: string;
}

interface EvidenceBarProps {
  parts: readonly Part[];
  /** What all parts are parts of. */
  whole: number;
  /** Names what is left over, such as "Nothing seen". */
  rest: string;
  question: Omit<PeopleQuestion, "what">;
  onAsk: AskPeople;
}

/** People, machines and doubt side by side: one bar, and its parts as numbers. */
export function EvidenceBar({ parts, whole, rest, question, onAsk }: EvidenceBarProps) {
  const seen = parts.reduce((sum, { value }) => sum + value, 0);
  const all: readonly Part[] = [
    ...parts,
    {
      label: rest,
      value: Math.max(0, whole - seen),
      className: "bg-pressed border border-line-control",
    },
  ];
  const total = Math.max(whole, seen);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex h-3 gap-0.5 overflow-hidden rounded-full bg-pressed" aria-hidden>
        {parts.map(({ label, value, className }) =>
          value === 0 ? null : (
            <div
              key={label}
              className={`min-w-1 ${className}`}
              style={{ width: `${(100 * value) / total}%` }}
            />
          ),
        )}
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        {all.map(({ label, value, what, className }) => (
          <div key={label} className="flex min-w-0 flex-col gap-0.5">
            <dt className="flex items-center gap-1.5 text-xs text-ink-soft">
              <span className={`size-2.5 shrink-0 rounded-sm ${className}`} aria-hidden />
              {what === undefined ? label : <Hint text={numberWords[what].meaning}>{label}</Hint>}
            </dt>
            <dd className="text-lg font-semibold text-ink tabular-nums">
              {what === undefined ? (
                formatCount(value)
              ) : (
                <NumberLink value={value} question={{ ...question, what }} onAsk={onAsk} />
              )}
              <span className="pl-1.5 text-xs font-normal text-ink-soft">
                {formatRate(value, whole)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
