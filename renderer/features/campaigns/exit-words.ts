import type { CampaignPlan } from "#core/domain/campaign.ts";
import { joinWords } from "#core/domain/join-words.ts";

/** What takes people out early: "reaches the goal, unsubscribes or replies". */
export function exitWords(
  plan: Pick<CampaignPlan, "exitOnReply" | "exitOnLeave">,
  hasGoal: boolean,
): string {
  return joinWords(
    [
      ...(hasGoal ? ["reaches the goal"] : []),
      "unsubscribes",
      ...(plan.exitOnReply ? ["replies"] : []),
      ...(plan.exitOnLeave ? ["leaves the segment"] : []),
    ],
    "or",
  );
}
