import { LoaderCircle } from "lucide-react";
import { DateTime } from "../../ui/date-time.tsx";
import type { PracticeClockState } from "./use-practice-clock.ts";

/** What time it is in practice, and when something happens next. */
export function ClockFace({ status, isBusy }: Pick<PracticeClockState, "status" | "isBusy">) {
  return (
    <div role="status" className="flex min-h-10 flex-col justify-center">
      {isBusy ? (
        <span className="flex items-center gap-2 font-medium text-ink">
          <LoaderCircle className="size-4 animate-spin" aria-hidden />
          Moving the clock …
        </span>
      ) : (
        status && (
          <>
            <span className="font-medium text-ink">
              <DateTime at={status.now} />
            </span>
            <span className="text-sm text-ink-soft">
              {status.nextAt === null ? (
                "Nothing is planned"
              ) : (
                <>
                  Next: <DateTime at={Math.max(status.nextAt, status.now)} format="short" />
                </>
              )}
            </span>
          </>
        )
      )}
    </div>
  );
}
