import type { SegmentRule } from "#core/domain/segment.ts";
import { ruleNames, type RuleChoices } from "../../parts/rule-editor/rule-choices.ts";
import { Card } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { PeopleSample } from "./people-sample.tsx";
import { contactsWords, ruleWords } from "./rule-words.ts";
import { useRuleCount } from "./use-rule-count.ts";

interface RulePreviewProps {
  rule: SegmentRule;
  choices: RuleChoices;
}

/** What a rule means while it is edited: in words, how many match, and who. */
export function RulePreview({ rule, choices }: RulePreviewProps) {
  const { problem, found, isCounting, error, refetch } = useRuleCount(rule);
  return (
    <Card title="Who matches now">
      <p className="text-base text-pretty text-ink-soft">{ruleWords(rule, ruleNames(choices))}</p>
      <div aria-live="polite" className="flex flex-col gap-1 border-t border-line pt-4">
        {problem !== undefined ? (
          <>
            <p className="text-base font-medium text-ink">Not finished yet</p>
            <p className="text-sm text-pretty text-ink-soft">{problem}</p>
          </>
        ) : error ? (
          <ErrorState error={error} onRetry={refetch} />
        ) : found ? (
          <p
            className={classes(
              "flex items-baseline gap-2 transition-opacity",
              isCounting && "opacity-50",
            )}
          >
            <span className="text-2xl font-semibold tracking-tight text-ink tabular-nums">
              {found.contacts.toLocaleString("en-GB")}
            </span>
            <span className="text-base text-ink-soft">
              {isCounting ? "counting…" : contactsWords(found.contacts).replace(/^\S+ /u, "")}
            </span>
          </p>
        ) : (
          <Skeleton lines={2} />
        )}
      </div>
      {problem === undefined && found && found.sample.length > 0 && (
        <PeopleSample people={found.sample} total={found.contacts} stages={choices.stages} />
      )}
    </Card>
  );
}
