import { CircleCheck } from "lucide-react";
import { Banner } from "../../ui/banner.tsx";

/** Loud, above everything, when the numbers and their recount differ. */
export function RecountAlarm() {
  return (
    <Banner tone="bad" title="These numbers do not equal their recount" isUrgent>
      Dripline counts each report a second time, by another way, from every message and event, and
      the two differ. Do not rely on this report. Nothing is lost: back up the data folder, and tell
      us.
    </Banner>
  );
}

/** Quiet, below everything, when they are the same. */
export function RecountNote() {
  return (
    <p className="flex items-center gap-2 text-sm text-ink-soft">
      <CircleCheck className="size-4 text-good" aria-hidden />
      These numbers equal a recount of every message and event, made just now.
    </p>
  );
}
