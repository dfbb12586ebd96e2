import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./tone.ts";

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

const grounds: Record<Tone, string> = {
  neutral: "bg-sunken",
  accent: "bg-accent-soft",
  good: "bg-good-soft",
  warn: "bg-warn-soft",
  bad: "bg-bad-soft",
};

const signs: Record<Tone, string> = {
  neutral: "text-ink-soft",
  accent: "text-accent-text",
  good: "text-good-text",
  warn: "text-warn-text",
  bad: "text-bad-text",
};

/** A sentence that matters, in the flow of the page: `<Banner tone="warn" title="…">…</Banner>`. */
export function Banner({ tone = "neutral", title, children, actions, isUrgent }: BannerProps) {
  const Icon = icons[tone];
  return (
    <div
      {...(isUrgent ? { role: "alert" } : {})}
      className={`flex items-start gap-3 rounded-lg px-4 py-3 text-base text-ink-soft ${grounds[tone]}`}
    >
      <Icon className={`mt-0.5 size-4 shrink-0 ${signs[tone]}`} aria-hidden />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        {title !== undefined && <p className="font-semibold text-ink">{title}</p>}
        <div className="text-pretty">{children}</div>
      </div>
      {actions !== undefined && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
    </div>
  );
}
