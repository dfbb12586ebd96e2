import { useMemo } from "react";
import { useCall } from "../../client/use-call.ts";
import type { RuleChoices } from "./rule-choices.ts";

/** Everything a rule may name now; empty lists until they are known. */
export function useRuleChoices(): RuleChoices {
  const stages = useCall("settings.listStages", {}, { topics: ["contacts"] }).data;
  const tags = useCall("settings.listTags", {}, { topics: ["contacts"] }).data;
  const fields = useCall("settings.listFields", {}).data;
  const segments = useCall("segments.list", {}).data;
  const campaigns = useCall("campaigns.list", {}).data;
  return useMemo(
    () => ({
      stages: stages ?? [],
      tags: (tags ?? []).map(({ tag }) => tag),
      fields: fields ?? [],
      segments: segments ?? [],
      campaigns: campaigns ?? [],
    }),
    [stages, tags, fields, segments, campaigns],
  );
}
