import { emailsBefore, findStep } from "./campaign.ts";
import type { CampaignPlan, EmailStep } from "./campaign.ts";
import { actionProblems } from "./action-problems.ts";
import { problemAt } from "./campaign-facts.ts";
import type { CampaignFacts, CampaignProblem } from "./campaign-facts.ts";
import { interactionProblems, withinProblem } from "./interaction-problems.ts";
import { scheduleProblem } from "./schedule.ts";
import { ruleProblems } from "./segment-problems.ts";
import { stepLabel } from "./step-label.ts";

/** Everything wrong with an email step: its content and its five properties. */
export function emailStepProblems(
  step: EmailStep,
  plan: CampaignPlan,
  facts: CampaignFacts,
): CampaignProblem[] {
  const label = stepLabel(step);
  const errors: string[] = [];
  if (step.trigger.kind === "interaction") {
    const { interaction, within } = step.trigger;
    const without = withinProblem(within, interaction);
    if (without !== undefined) errors.push(`${label} ${without}`);
    for (const text of interactionProblems(interaction, step.id, plan, facts))
      errors.push(`${label} ${text}`);
  }
  const schedule = step.schedule && scheduleProblem(step.schedule);
  if (schedule) errors.push(`${label}: ${schedule}`);
  if (step.onlyTo)
    for (const text of ruleProblems(step.onlyTo.rule, facts))
      errors.push(`${label}, “only to”: ${text}`);
  for (const text of actionProblems(step.actions, facts)) errors.push(`${label} ${text}`);
  return [
    ...contentProblems(step, plan, facts),
    ...errors.map((text) => problemAt(step.id, "error", text)),
  ];
}

function contentProblems(
  step: EmailStep,
  plan: CampaignPlan,
  facts: CampaignFacts,
): CampaignProblem[] {
  const label = stepLabel(step);
  const content = facts.emails.get(step.id);
  const problems: CampaignProblem[] = [];
  const resend = step.resendOf === null ? undefined : resendProblem(step, plan);
  if (resend !== undefined) problems.push(problemAt(step.id, "error", `${label} ${resend}`));
  if (!content || (content.isEmpty && content.subject.trim() === "" && step.resendOf === null))
    problems.push(
      problemAt(step.id, "error", `${label} is not written yet: open it and write it.`),
    );
  else if (content.subject.trim() === "")
    problems.push(problemAt(step.id, "error", `${label} has no subject: write one.`));
  else if (content.isEmpty && step.resendOf === null)
    problems.push(problemAt(step.id, "error", `${label} has a subject but no text: write it.`));
  for (const { severity, text } of content?.problems ?? [])
    problems.push(problemAt(step.id, severity, `${label}: ${text}`));
  return problems;
}

function resendProblem(step: EmailStep, plan: CampaignPlan): string | undefined {
  const { resendOf } = step;
  if (resendOf === null) return undefined;
  const original = findStep(plan.steps, resendOf);
  if (original?.kind !== "email")
    return "sends an email again that is gone: choose another, or write it as an email of its own.";
  if (original.resendOf !== null)
    return `sends ${stepLabel(original)} again, which is itself sent again: choose the first of them.`;
  return emailsBefore(plan.steps, step.id).some(({ id }) => id === resendOf)
    ? undefined
    : `sends ${stepLabel(original)} again, which nobody here was sent before: move it below that email.`;
}
