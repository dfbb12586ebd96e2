import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { softTone, type Tone } from "./tone.ts";

export interface BannerProps {
  tone?: Tone;
  title?: string;
  children: ReactNode;
  actions?: ReactNode;
  /** Read out at once; for what has just happened. */
  isUrgent?: boolean;
}

const icons = {
  neutral: Info,
  accent: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
};

/** A sentence that matters, in the flow of the page: `<Banner tone="warn" title="…">…</Banner>`. */
export function Banner({ tone = "neutral", title, children, actions, isUrgent }: BannerProps) {
  const Icon = icons[tone];
  return (
    <div
      {...(isUrgent ? { role: "alert" } : {})}
      className={`flex items-start gap-3 rounded-lg px-4 py-3 text-base ${softTone[tone]}`}
    >
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        <div className="text-pretty">{children}</div>
      </div>
      {actions !== undefined && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
    </div>
  );
}
