import { Clock3 } from "lucide-react";
import { ClockButtons } from "./clock-buttons.tsx";
import { ClockFace } from "./clock-face.tsx";
import { usePracticeClock } from "./use-practice-clock.ts";

/** What time it is in practice, and how far to move on: everything due on the way happens at its own time. */
export function PracticeClock() {
  const clock = usePracticeClock();
  return (
    <section
      aria-label="Practice clock"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-line bg-sunken px-4 py-2 text-base text-ink"
    >
      <span className="flex flex-1 items-center gap-3">
        <Clock3 className="size-4 shrink-0 text-ink-soft" aria-hidden />
        <ClockFace {...clock} />
      </span>
      <ClockButtons {...clock} />
    </section>
  );
}
