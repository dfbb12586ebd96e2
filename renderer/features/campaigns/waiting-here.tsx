import { Link } from "react-aria-components";
import { DateTime } from "../../ui/date-time.tsx";
import { useEditor } from "./editor-context.ts";

/** In the left margin of a row: how many people stand there now, and when the next of them moves. */
export function WaitingHere({ stepId }: { stepId: string }) {
  const { campaign } = useEditor();
  const waiting = campaign.waiting[stepId];
  if (!waiting) return null;
  return (
    <Link
      href={`/reports/${campaign.id}`}
      className="absolute left-4 mt-2.5 flex w-26 flex-col items-end rounded-sm text-right text-xs text-ink-soft data-hovered:text-ink"
    >
      <span className="font-medium tabular-nums">
        {waiting.people.toLocaleString("en-GB")} waiting
      </span>
      {waiting.nextAt !== null && (
        <span className="text-ink-faint">
          <DateTime at={waiting.nextAt} format="short" />
        </span>
      )}
    </Link>
  );
}
