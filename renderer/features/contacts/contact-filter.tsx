import { segmentSentence } from "#core/domain/segment-sentence.ts";
import type { SegmentRule } from "#core/domain/segment.ts";
import { ruleNames } from "../../parts/rule-editor/rule-choices.ts";
import { RuleEditor } from "../../parts/rule-editor/rule-editor.tsx";
import { useRuleChoices } from "../../parts/rule-editor/use-rule-choices.ts";

interface ContactFilterProps {
  rule: SegmentRule;
  /** What is unfinished in the rule, and so not looked for yet. */
  problems: readonly string[];
  onChange: (rule: SegmentRule) => void;
}

/** A rule over the list, built on the spot and kept nowhere. */
export function ContactFilter({ rule, problems, onChange }: ContactFilterProps) {
  const choices = useRuleChoices();
  const isEmpty = "rules" in rule && rule.rules.length === 0;
  return (
    <section
      aria-label="Filter"
      className="flex max-h-[40vh] shrink-0 flex-col gap-3 overflow-auto rounded-lg border border-line bg-sunken p-4"
    >
      <RuleEditor rule={rule} onChange={onChange} {...choices} />
      {!isEmpty && (
        <p aria-live="polite" className="text-sm text-ink-soft">
          {problems[0] === undefined
            ? `Shown: every contact that ${startingWithVerb(segmentSentence(rule, ruleNames(choices)))}.`
            : `Not applied yet. ${problems[0]}`}
        </p>
      )}
    </section>
  );
}

/** Some conditions begin with the thing they are about: "stage is Lead". */
function startingWithVerb(words: string): string {
  return /^(?:has|is|does|was|opened|clicked|replied)\b/u.test(words) ? words : `fits: ${words}`;
}
