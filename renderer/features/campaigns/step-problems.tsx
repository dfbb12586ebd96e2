import { Banner } from "../../ui/banner.tsx";
import { useEditorState } from "./editor-context.ts";

/** What is wrong with a step, or worth knowing, as sentences. */
export function StepProblems({ stepId }: { stepId: string }) {
  const problems = useEditorState((state) => state.problems);
  return problems
    .filter((problem) => problem.stepId === stepId)
    .map(({ severity, text }) => (
      <Banner key={text} tone={severity === "error" ? "bad" : "warn"}>
        {text}
      </Banner>
    ));
}
