import { FlaskConical } from "lucide-react";
import { ClockPopover } from "../parts/practice-clock/clock-popover.tsx";

/** Marks every page in practice, with the practice clock. */
export function PracticeBanner() {
  return (
    <div
      role="region"
      aria-label="Practice mode"
      className="flex min-h-9 shrink-0 items-center gap-2 border-b border-warn-line bg-warn-soft px-8 py-1.5 text-sm text-warn-text"
    >
      <FlaskConical className="size-4 shrink-0" aria-hidden />
      <p className="min-w-0 flex-1 truncate">
        <strong className="font-semibold">Practice.</strong> Nothing leaves this computer: every
        mail ends in the practice inbox.
      </p>
      <ClockPopover />
    </div>
  );
}
