import { useMemo } from "react";
import { ruleProblems } from "#core/domain/segment-problems.ts";
import type { SegmentRule } from "#core/domain/segment.ts";
import { useCall } from "../../client/use-call.ts";

/** Everything unfinished in a rule, in sentences; undefined until what a rule may name is known. */
export function useRuleProblems(rule: SegmentRule): readonly string[] | undefined {
  const stages = useCall("settings.listStages", {}, { topics: ["contacts"] }).data;
  const fields = useCall("settings.listFields", {}).data;
  const segments = useCall("segments.list", {}, { topics: ["contacts"] }).data;
  const campaigns = useCall("campaigns.list", {}).data;
  return useMemo(
    () =>
      stages && fields && segments && campaigns
        ? ruleProblems(rule, {
            stageIds: new Set(stages.map(({ id }) => id)),
            fieldTypes: new Map(fields.map(({ key, type }) => [key, type])),
            segmentRules: new Map(segments.map((segment) => [segment.id, segment.rule])),
            campaignIds: new Set(campaigns.map(({ id }) => id)),
          })
        : undefined,
    [rule, stages, fields, segments, campaigns],
  );
}
