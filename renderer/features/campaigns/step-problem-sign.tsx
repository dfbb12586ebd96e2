import { CircleAlert, Info } from "lucide-react";
import { useEditorState } from "./editor-context.ts";

/** Marks a row that has something wrong or worth knowing; the words are in the panel and in the check list. */
export function StepProblemSign({ stepId }: { stepId: string }) {
  const problems = useEditorState((state) => state.problems);
  const own = problems.filter((problem) => problem.stepId === stepId);
  const [first] = own.toSorted((a, b) => a.severity.localeCompare(b.severity));
  if (!first) return null;
  const isError = first.severity === "error";
  const Sign = isError ? CircleAlert : Info;
  return (
    <span
      title={own.map(({ text }) => text).join("\n")}
      className={isError ? "text-bad-text" : "text-warn-text"}
    >
      <Sign aria-hidden className="size-4" />
      <span className="sr-only">
        {isError ? "Problem" : "Note"}: {own.map(({ text }) => text).join(" ")}
      </span>
    </span>
  );
}
