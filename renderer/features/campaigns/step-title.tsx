import type { Step } from "#core/domain/campaign.ts";
import { stepName } from "#core/domain/step-name.ts";
import { subjectWords } from "#core/domain/subject-words.ts";
import { useEditor, useStepWords } from "./editor-context.ts";
import { targetWords, waitWords, type StepWords } from "./step-words.ts";

/** What a row is, in a few words: an email's name and subject, how long a wait is. */
export function StepTitle({ step }: { step: Step }) {
  const { campaign } = useEditor();
  const words = useStepWords();
  const subject = subjectWords(campaign.emails[step.id]?.subject ?? "");
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <span className="truncate text-base font-semibold text-ink">{titleOf(step, words)}</span>
      {step.kind === "email" && (
        <span className="shrink-[1000] truncate text-sm text-ink-soft">
          {subject || "Not written yet"}
        </span>
      )}
    </span>
  );
}

export function titleOf(step: Step, words: StepWords): string {
  switch (step.kind) {
    case "wait":
      return `Wait ${waitWords(step, words.names)}`;
    case "go-to":
      return `Go to ${targetWords(step, words.plan)}`;
    case "end":
      return "The campaign ends here";
    case "actions":
      return "Change the contact";
    case "email":
    case "split":
      return stepName(step);
  }
}
