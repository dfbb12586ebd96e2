import { Link } from "react-aria-components";
import { useCall } from "../client/use-call.ts";
import { DateTime } from "../ui/date-time.tsx";
import { StatusDot } from "../ui/status-dot.tsx";

/** What the engine is about to do, in two lines at the foot of the navigation. */
export function EngineStatus() {
  const { data } = useCall(
    "settings.status",
    {},
    { topics: ["messages", "campaigns", "practice"] },
  );
  if (!data) return null;
  return (
    <div className="flex flex-col gap-0.5 px-2 text-xs text-ink-soft">
      {data.isPaused ? (
        <StatusDot tone="warn" label="Sending is paused" />
      ) : data.nextSendAt === null ? (
        <StatusDot tone="neutral" label="Nothing to send" />
      ) : data.waiting === 0 ? (
        <span className="flex flex-wrap items-center gap-x-1.5 pl-3.5">
          <span className="-ml-3.5">
            <StatusDot tone="good" label="Next send" />
          </span>
          <DateTime at={data.nextSendAt} format="short" />
        </span>
      ) : (
        <>
          <StatusDot tone="good" label={`${data.waiting.toLocaleString("en-GB")} waiting`} />
          <span className="flex flex-wrap gap-x-1 pl-3.5">
            next <DateTime at={data.nextSendAt} format="short" />
          </span>
        </>
      )}
      {data.uncertain > 0 && (
        <Link
          href="/settings/mail-log/uncertain"
          className="rounded-sm font-medium text-warn-text underline"
        >
          {data.uncertain} uncertain
        </Link>
      )}
    </div>
  );
}
