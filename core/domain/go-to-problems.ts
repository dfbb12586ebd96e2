import { findStep, isAbove, stepsInReach } from "./campaign.ts";
import type { CampaignPlan, GoToStep } from "./campaign.ts";
import { problemAt } from "./campaign-facts.ts";
import type { CampaignProblem } from "./campaign-facts.ts";
import { stepLabel } from "./step-label.ts";

/** Everything wrong with a go-to step. Backwards it must let an hour pass, so that no circle runs on the spot. */
export function goToProblems(step: GoToStep, { steps }: CampaignPlan): CampaignProblem[] {
  const error = (text: string): CampaignProblem[] => [problemAt(step.id, "error", text)];
  if (step.to === "") return error("A go-to step leads nowhere: choose a step.");
  const target = findStep(steps, step.to);
  if (!target) return error("A go-to step leads to a step that is gone: choose another.");
  if (!stepsInReach(steps, step.id).some(({ id }) => id === step.to))
    return error(
      `A go-to step leads to ${stepLabel(target)}, which is in a lane it is not in: choose another, or move one of the two.`,
    );
  const { amount, unit } = step.delay;
  const isShort = amount === 0 || (unit === "minutes" && amount < 60);
  if (isAbove(steps, step.to, step.id) && isShort)
    return error(
      "A go-to step leads back at once: let at least an hour pass before, so that nobody runs in a circle.",
    );
  return [];
}
