import { Link } from "react-aria-components";
import type { Step } from "#core/domain/campaign.ts";
import { useEditor } from "./editor-context.ts";

/** How an email has done so far; leads to the report. */
export function StepNumbers({ step }: { step: Step }) {
  const { campaign, numbers } = useEditor();
  const own = numbers.get(step.id);
  if (step.kind !== "email" || !own) return null;
  return (
    <Link
      href={`/reports/${campaign.id}`}
      className="shrink-0 rounded-sm px-1 text-xs text-ink-soft tabular-nums data-hovered:bg-hover data-hovered:text-ink"
    >
      <b className="font-semibold text-ink">{own.sent.toLocaleString("en-GB")}</b> sent ·{" "}
      <b className="font-semibold text-ink">{own.opened.toLocaleString("en-GB")}</b> opened ·{" "}
      <b className="font-semibold text-ink">{own.clicked.toLocaleString("en-GB")}</b> clicked
    </Link>
  );
}
