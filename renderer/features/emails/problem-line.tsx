import { ChevronRight, CircleAlert, Info } from "lucide-react";
import { Button } from "react-aria-components";
import type { ContentProblem } from "#core/domain/email-content.ts";

interface ProblemLineProps {
  problem: ContentProblem;
  /** With it, the sentence leads somewhere. */
  onPress?: () => void;
}

/** One thing that is wrong or worth knowing, as a sentence. */
export function ProblemLine({ problem, onPress }: ProblemLineProps) {
  const isError = problem.severity === "error";
  const Icon = isError ? CircleAlert : Info;
  const words = (
    <>
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${isError ? "text-bad-text" : "text-warn-text"}`}
      />
      <span className="sr-only">{isError ? "Problem: " : "Note: "}</span>
      <span className="min-w-0 flex-1 text-pretty break-words">{problem.text}</span>
    </>
  );
  if (!onPress) return <p className="flex items-start gap-2 text-sm text-ink-soft">{words}</p>;
  return (
    <Button
      onPress={onPress}
      className="flex w-full cursor-default items-start gap-2 rounded-md p-2 text-left text-base text-ink data-hovered:bg-hover"
    >
      {words}
      <ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
    </Button>
  );
}
