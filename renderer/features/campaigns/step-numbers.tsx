import { Link } from "react-aria-components";
import type { Step } from "#core/domain/campaign.ts";
import { classes } from "../../ui/classes.ts";
import { useEditor } from "./editor-context.ts";

interface StepNumbersProps {
  step: Step;
  /** Under the row's name, where the row is too narrow for both side by side. */
  isBelow?: boolean;
}

/** How an email has done so far; leads to the report. */
export function StepNumbers({ step, isBelow = false }: StepNumbersProps) {
  const { campaign, numbers } = useEditor();
  const own = numbers.get(step.id);
  if (step.kind !== "email" || !own) return null;
  return (
    <Link
      href={`/reports/${campaign.id}`}
      className={classes(
        "shrink-0 rounded-sm px-1 text-xs text-ink-soft tabular-nums data-hovered:bg-hover data-hovered:text-ink",
        isBelow ? "-ml-1 self-start @xl:hidden" : "hidden @xl:block",
      )}
    >
      <b className="font-semibold text-ink">{own.sent.toLocaleString("en-GB")}</b> sent ·{" "}
      <b className="font-semibold text-ink">{own.opened.toLocaleString("en-GB")}</b> opened ·{" "}
      <b className="font-semibold text-ink">{own.clicked.toLocaleString("en-GB")}</b> clicked
    </Link>
  );
}
