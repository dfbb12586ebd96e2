import type { SegmentRule } from "#core/domain/segment.ts";
import { ruleNames, type RuleChoices } from "../../parts/rule-editor/rule-choices.ts";
import { RuleEditor } from "../../parts/rule-editor/rule-editor.tsx";
import { Banner } from "../../ui/banner.tsx";
import { contactsWords, ruleWords } from "./rule-words.ts";
import { useRuleCount } from "./use-rule-count.ts";

interface GoalRuleProps {
  rule: SegmentRule;
  onChange: (rule: SegmentRule) => void;
  choices: RuleChoices;
  problem: string | undefined;
}

/** The condition of a goal, read back, with how many have reached it already. */
export function GoalRule({ rule, onChange, choices, problem }: GoalRuleProps) {
  const { problem: unfinished, found, isCounting } = useRuleCount(rule);
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line p-3">
      <RuleEditor rule={rule} onChange={onChange} {...choices} />
      <p aria-live="polite" className="border-t border-line pt-3 text-sm text-pretty text-ink-soft">
        {ruleWords(rule, ruleNames(choices))}
        {unfinished === undefined && found && (
          <span className={isCounting ? "opacity-50" : ""}>
            {" "}
            <strong className="font-medium text-ink">{contactsWords(found.contacts)}</strong> now.
          </span>
        )}
      </p>
      {problem !== undefined && (
        <Banner tone="bad" isUrgent>
          {problem}
        </Banner>
      )}
    </div>
  );
}
