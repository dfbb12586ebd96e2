import type { SegmentRule } from "#core/domain/segment.ts";
import type { OutputOf } from "../../client/call-name.ts";
import { useCall } from "../../client/use-call.ts";
import { useRuleProblems } from "../../parts/rule-editor/use-rule-problems.ts";
import { useSettled } from "../../ui/use-settled.ts";

const SETTLE_MS = 250;

export interface RuleCount {
  /** What keeps the rule from being counted, in a sentence. */
  problem: string | undefined;
  found: OutputOf<"segments.preview"> | undefined;
  /** True while what is shown is of the rule before. */
  isCounting: boolean;
  error: { readonly message: string } | null;
  refetch: () => void;
}

/** Who matches a rule now, as it is edited. The last answer stays until the next one is there. */
export function useRuleCount(rule: SegmentRule): RuleCount {
  const problems = useRuleProblems(rule);
  const settled = useSettled(rule, SETTLE_MS);
  const settledProblems = useRuleProblems(settled);
  const preview = useCall(
    "segments.preview",
    { rule: settled },
    { isEnabled: settledProblems?.length === 0, keepsPrevious: true, topics: ["contacts"] },
  );
  return {
    problem: problems?.[0],
    found: preview.data,
    isCounting: settled !== rule || preview.isPlaceholderData,
    error: preview.error,
    refetch: () => void preview.refetch(),
  };
}
