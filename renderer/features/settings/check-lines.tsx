import { CircleCheck, CircleX } from "lucide-react";
import type { OutputOf } from "../../client/call-name.ts";
import { Loading } from "../../ui/loading.tsx";

interface CheckLinesProps {
  label: string;
  lines: OutputOf<"accounts.check"> | undefined;
  isPending: boolean;
  pendingText: string;
}

/** What a check found, a line per stage. */
export function CheckLines({ label, lines, isPending, pendingText }: CheckLinesProps) {
  if (isPending) return <Loading label={pendingText} />;
  if (!lines) return null;
  const failed = lines.filter(({ isOk }) => !isOk).length;
  return (
    <div role="status" className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <p className={`text-base font-medium ${failed === 0 ? "text-good-text" : "text-bad-text"}`}>
        {failed === 0
          ? "Everything works."
          : failed === 1
            ? "One thing does not work."
            : `${failed} things do not work.`}
      </p>
      <ul aria-label={label} className="flex flex-col gap-1.5">
        {lines.map(({ name, isOk, text }) => {
          const Icon = isOk ? CircleCheck : CircleX;
          return (
            <li key={name} className="flex items-start gap-2 text-base">
              <Icon
                role="img"
                aria-label={isOk ? "Works" : "Does not work"}
                className={`mt-0.5 size-4 shrink-0 ${isOk ? "text-good-text" : "text-bad-text"}`}
              />
              <span className="min-w-0 text-pretty">
                <span className="font-medium text-ink">{name}</span>
                <span className="text-ink-soft"> · {text}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
