import { Link } from "react-aria-components";
import { classes } from "../../ui/classes.ts";

export type PlanStep = "columns" | "choices" | "dry-run";
type Step = PlanStep | "import";

const steps: readonly { readonly step: Step; readonly title: string }[] = [
  { step: "columns", title: "Columns" },
  { step: "choices", title: "Choices" },
  { step: "dry-run", title: "Dry run" },
  { step: "import", title: "Import" },
];

interface ImportStepsProps {
  importId: string;
  current: Step;
  /** Those one may go to now. */
  open: readonly PlanStep[];
}

/** The way of a file into the contacts, and where on it one is. */
export function ImportSteps({ importId, current, open }: ImportStepsProps) {
  const currentPlace = steps.findIndex(({ step }) => step === current);
  return (
    <nav aria-label="Steps of this import">
      <ol className="flex items-center gap-1">
        {steps.map(({ step, title }, place) => (
          <li key={step} className="flex items-center gap-1">
            {place > 0 && <span className="h-px w-6 bg-line-strong" aria-hidden />}
            <StepLabel
              number={place + 1}
              title={title}
              isCurrent={step === current}
              isBehind={place < currentPlace}
              href={open.some((each) => each === step) ? `/import/${importId}/${step}` : undefined}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface StepLabelProps {
  number: number;
  title: string;
  isCurrent: boolean;
  isBehind: boolean;
  href: string | undefined;
}

function StepLabel({ number, title, isCurrent, isBehind, href }: StepLabelProps) {
  const words = (
    <>
      <span
        className={classes(
          "grid size-5 place-items-center rounded-full text-xs font-semibold tabular-nums",
          isCurrent && "bg-accent text-accent-ink",
          !isCurrent && (isBehind ? "bg-accent-soft text-accent-text" : "bg-pressed text-ink-soft"),
        )}
      >
        {number}
      </span>
      {title}
    </>
  );
  const look = classes(
    "flex items-center gap-2 rounded-md px-2 py-1 text-base",
    isCurrent ? "font-semibold text-ink" : "text-ink-soft",
  );
  if (isCurrent || href === undefined)
    return (
      <span className={look} {...(isCurrent ? { "aria-current": "step" as const } : {})}>
        {words}
      </span>
    );
  return (
    <Link href={href} className={classes(look, "data-hovered:bg-hover data-hovered:text-ink")}>
      {words}
    </Link>
  );
}
