import { CircleAlert, Info } from "lucide-react";
import { Button } from "react-aria-components";
import type { CampaignProblem } from "#core/domain/campaign-facts.ts";
import { findStep } from "#core/domain/campaign.ts";
import { useEditor, useEditorState } from "./editor-context.ts";
import { stepNumber } from "./step-places.ts";

/** Everything wrong with the campaign as sentences; each leads to its step. */
export function CheckList({ onChosen }: { onChosen: () => void }) {
  const problems = useEditorState((state) => state.problems);
  if (problems.length === 0)
    return (
      <p className="text-base text-ink-soft">
        Nothing is wrong: everyone who comes in is always somewhere a rule will move them from.
      </p>
    );
  return (
    <ul className="-m-2 flex max-h-96 flex-col overflow-auto">
      {problems.map((problem) => (
        <li key={`${problem.stepId ?? ""} ${problem.text}`}>
          <ProblemRow problem={problem} onChosen={onChosen} />
        </li>
      ))}
    </ul>
  );
}

function ProblemRow({ problem, onChosen }: { problem: CampaignProblem; onChosen: () => void }) {
  const { store } = useEditor();
  const steps = useEditorState((state) => state.plan.steps);
  const { stepId, severity, text } = problem;
  const isError = severity === "error";
  const Sign = isError ? CircleAlert : Info;
  const words = (
    <>
      <Sign
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${isError ? "text-bad-text" : "text-warn-text"}`}
      />
      <span className="min-w-0 flex-1 text-base text-pretty text-ink">
        <span className="sr-only">{isError ? "Problem: " : "Note: "}</span>
        {text}
      </span>
    </>
  );
  if (stepId === null || !findStep(steps, stepId))
    return <div className="flex items-start gap-2 p-2">{words}</div>;
  return (
    <Button
      onPress={() => {
        onChosen();
        store.select(stepId);
        store.focus(stepId);
      }}
      className="flex w-full cursor-default items-start gap-2 rounded-md p-2 text-left data-hovered:bg-hover"
    >
      {words}
      <span className="mt-0.5 text-xs text-ink-soft tabular-nums">{stepNumber(steps, stepId)}</span>
    </Button>
  );
}
