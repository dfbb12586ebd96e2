import { emailsBefore, findStep } from "./campaign.ts";
import type { CampaignPlan, Duration, EmailStep, StepId } from "./campaign.ts";
import type { CampaignFacts } from "./campaign-facts.ts";
import { stepLabel } from "./step-label.ts";
import type { Interaction, InteractionTarget } from "./trigger.ts";

const didWords = { opened: "opens", clicked: "clicks", replied: "replies" } as const;

/**
 * Everything wrong with reacting to `interaction` at a step, as sentences that follow the step's
 * label ("waits for …").
 */
export function interactionProblems(
  interaction: Interaction,
  atStepId: StepId,
  plan: CampaignPlan,
  facts: CampaignFacts,
): string[] {
  const { did, negated, target, linkIds } = interaction;
  const problems: string[] = [];
  if (did === "replied") {
    if (!facts.hasInbox)
      problems.push(
        "reacts to replies, but Dripline has no inbox to hear them from: set one up in Settings, or choose another trigger.",
      );
    if (plan.exitOnReply && !negated)
      problems.push(
        "reacts to replies, but this campaign ends for everyone who replies: turn that off, or choose another trigger.",
      );
  } else if (plan.tracking === "off") {
    problems.push(
      `reacts to ${didWords[did]}, but this campaign does not track them: turn tracking on, or choose another trigger.`,
    );
  } else if (!facts.hasRelay) {
    problems.push(
      `reacts to ${didWords[did]}, but without a relay none is ever heard: set one up in Settings, or choose another trigger.`,
    );
  }

  const before = emailsBefore(plan.steps, atStepId);
  if (before.length === 0)
    return [...problems, "reacts to an earlier email, but no email comes before it."];
  if (target.kind === "last") return [...problems, ...linkProblems(linkIds, before, facts)];
  if (target.kind === "several")
    return [
      ...problems,
      ...severalProblems(target, before, plan),
      ...linkProblems(linkIds, before, facts),
    ];
  const email = before.find((each) => each.id === target.stepId);
  if (email) return [...problems, ...linkProblems(linkIds, [email], facts)];
  const elsewhere = findStep(plan.steps, target.stepId);
  problems.push(
    elsewhere?.kind === "email"
      ? `reacts to ${stepLabel(elsewhere)}, which nobody here was sent before: it comes later or in another lane. Choose an earlier email, or move this step.`
      : "reacts to an email that is gone: choose another.",
  );
  return problems;
}

function severalProblems(
  { stepIds, atLeast }: Extract<InteractionTarget, { kind: "several" }>,
  before: readonly EmailStep[],
  plan: CampaignPlan,
): string[] {
  if (stepIds?.length === 0) return ["reacts to several emails, but none is chosen: choose them."];
  const most = stepIds ? stepIds.length : before.filter(({ resendOf }) => resendOf === null).length;
  if (atLeast !== "all" && atLeast > most)
    return [`asks for at least ${atLeast} of ${most} emails, which is never met: ask for fewer.`];
  const lost = stepIds?.find((id) => !before.some((email) => email.id === id));
  if (lost === undefined) return [];
  const elsewhere = findStep(plan.steps, lost);
  return [
    elsewhere
      ? `reacts to ${stepLabel(elsewhere)}, which nobody here was sent before: choose earlier emails, or move this step.`
      : "reacts to an email that is gone: choose the emails again.",
  ];
}

function linkProblems(
  linkIds: readonly string[] | null,
  emails: readonly EmailStep[],
  facts: CampaignFacts,
): string[] {
  if (linkIds === null) return [];
  if (linkIds.length === 0)
    return ["reacts to chosen links, but none is chosen: choose at least one."];
  const known = new Set(emails.flatMap((email) => linksOf(email, facts)));
  return linkIds.every((id) => known.has(id))
    ? []
    : ["reacts to a link that is no longer in the email: choose the links again."];
}

/** A resend has the links of the email it sends again. */
function linksOf(email: EmailStep, facts: CampaignFacts): string[] {
  const content = facts.emails.get(email.resendOf ?? email.id);
  return content ? content.links.map(({ linkId }) => linkId) : [];
}

/** What is wrong with how long an interaction is waited for; follows the step's label. */
export function withinProblem(
  within: Duration | null,
  interaction: Interaction,
): string | undefined {
  if (within !== null && within.amount > 0) return undefined;
  return interaction.negated
    ? "reacts to something not done, but gives no time to do it: say within how long."
    : "waits for something to be done, but gives no time to do it: say within how long.";
}
