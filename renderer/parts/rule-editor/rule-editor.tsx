import type { SegmentRule } from "#core/domain/segment.ts";
import { asGroup } from "./edit-rule.ts";
import type { RuleChoices } from "./rule-choices.ts";
import { RuleGroupEditor } from "./rule-group-editor.tsx";

export interface RuleEditorProps extends RuleChoices {
  rule: SegmentRule;
  onChange: (rule: SegmentRule) => void;
}

/**
 * Builds a rule over contacts by hand: `<RuleEditor rule={rule} onChange={setRule} {...useRuleChoices()} />`.
 * Blanks are allowed while it is edited; `ruleProblems` and `segmentSentence` say what it means.
 */
export function RuleEditor({ rule, onChange, ...choices }: RuleEditorProps) {
  return <RuleGroupEditor group={asGroup(rule)} depth={1} onChange={onChange} choices={choices} />;
}
