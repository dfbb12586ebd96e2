import { ArrowRight } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useLocation } from "wouter";
import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { useCommands } from "../../ui/commands.ts";
import { useLatest } from "../../ui/use-latest.ts";
import { ChoicesStep } from "./choices-step.tsx";
import type { Field } from "./column-targets.ts";
import { ColumnsStep } from "./columns-step.tsx";
import { DiscardButton } from "./discard-button.tsx";
import { DryRunStep } from "./dry-run-step.tsx";
import { ImportFrame } from "./import-frame.tsx";
import { ImportSteps, type PlanStep } from "./import-steps.tsx";
import { fileWords, formatMany, type ImportStatus, touched } from "./import-words.ts";
import { hasProblems, mappingProblems } from "./mapping-problems.ts";
import { type Inspection, usePlan } from "./use-plan.ts";

interface PlanEditorProps {
  status: ImportStatus;
  inspection: Inspection;
  fields: readonly Field[];
  step: string | undefined;
}

/** Says what a file's columns are and what shall happen with them, tries it out, and lets it happen. */
export function PlanEditor({ status, inspection, fields, step }: PlanEditorProps) {
  const { id, job, dryRun } = status;
  const [, navigate] = useLocation();
  const [plan, changePlan] = usePlan(id, inspection);
  const problems = useMemo(
    () =>
      mappingProblems(
        plan.mapping,
        inspection.columns.map(({ header }) => header),
        fields,
      ),
    [plan.mapping, inspection.columns, fields],
  );
  const isWrong = hasProblems(problems);
  const tryOut = useAction("imports.dryRun");
  const run = useAction("imports.run");
  const isTrying = tryOut.isPending || job === "dry-run";
  const isCurrent = dryRun !== null && status.isDryRunCurrent && !isWrong;
  const shown = isTrying ? "dry-run" : shownStep(step, { isWrong, hasDryRun: dryRun !== null });

  function startDryRun() {
    tryOut.mutate({ id, ...plan });
    navigate(`/import/${id}/dry-run`);
  }

  const main = mainAction();
  useMainCommand(main);

  function mainAction(): { label: string; run: () => void; icon?: ReactNode } | null {
    if (isTrying) return null;
    if (shown === "columns")
      return {
        label: "Continue",
        icon: <ArrowRight />,
        run: () => {
          navigate(`/import/${id}/choices`);
        },
      };
    if (!isCurrent)
      return {
        label: shown === "dry-run" && dryRun ? "Run it again" : "Start the dry run",
        run: startDryRun,
      };
    if (shown === "choices")
      return {
        label: "See the dry run",
        icon: <ArrowRight />,
        run: () => {
          navigate(`/import/${id}/dry-run`);
        },
      };
    const starters = plan.options.startCampaigns ? status.wouldStart.contacts : 0;
    // A list that changes nobody can still be what a campaign starts by.
    if (touched(dryRun) === 0 && starters === 0) return null;
    return {
      label:
        touched(dryRun) === 0
          ? `Start for ${formatMany(starters, "contact")}`
          : `Import ${formatMany(touched(dryRun), "contact")}`,
      run: () => {
        run.mutate({ id, ...plan });
      },
    };
  }

  return (
    <ImportFrame
      status={status}
      description={fileWords(inspection)}
      isFilled={shown === "columns"}
      actions={
        <>
          {!isTrying && <DiscardButton importId={id} />}
          {main && (
            <Button
              // Another step's button is another button: the focus goes back to the heading.
              key={`${shown} ${main.label}`}
              variant="primary"
              isDisabled={isWrong || run.isPending}
              onPress={main.run}
            >
              {main.label}
            </Button>
          )}
        </>
      }
    >
      <div className="pb-5">
        <ImportSteps
          importId={id}
          current={shown}
          open={isTrying ? [] : isWrong ? ["columns"] : ["columns", "choices", "dry-run"]}
        />
      </div>
      {shown === "columns" && (
        <ColumnsStep
          inspection={inspection}
          fields={fields}
          mapping={plan.mapping}
          problems={problems}
          onChange={(mapping) => {
            changePlan({ mapping });
          }}
        />
      )}
      {shown === "choices" && (
        <ChoicesStep
          options={plan.options}
          onChange={(change) => {
            changePlan({ options: { ...plan.options, ...change } });
          }}
        />
      )}
      {shown === "dry-run" && (
        <DryRunStep
          status={status}
          isTrying={isTrying}
          isCurrent={isCurrent}
          startsCampaigns={plan.options.startCampaigns}
          onStartsCampaigns={(startCampaigns) => {
            changePlan({ options: { ...plan.options, startCampaigns } });
          }}
        />
      )}
    </ImportFrame>
  );
}

/** Offers the main button of the page in the palette too. */
function useMainCommand(main: { readonly label: string; readonly run: () => void } | null): void {
  const latest = useLatest(main);
  const title = main?.label;
  useCommands(
    useMemo(
      () =>
        title === undefined
          ? []
          : [{ id: "import main", title, group: "Import", run: () => latest.current?.run() }],
      [title, latest],
    ),
  );
}

/** Unless the address says which, the step where the person left off. */
function shownStep(
  step: string | undefined,
  { isWrong, hasDryRun }: { isWrong: boolean; hasDryRun: boolean },
): PlanStep {
  if (isWrong) return "columns";
  if (step === "columns" || step === "choices" || step === "dry-run") return step;
  return hasDryRun ? "dry-run" : "columns";
}
