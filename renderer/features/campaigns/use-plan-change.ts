import type { CampaignPlan } from "#core/domain/campaign.ts";
import { useStepEdits } from "./use-step-edits.ts";

/** Changes what holds for the whole campaign: `change({ reentry }, "reentry")`. */
export function usePlanChange(): (part: Partial<CampaignPlan>, property: string) => void {
  const edits = useStepEdits();
  return (part, property) => {
    edits.change((plan) => ({ ...plan, ...part }), `campaign's ${property}`);
  };
}
