import { actionProblems } from "./action-problems.ts";
import { borrowedRuleProblems } from "./borrowed-rule-problems.ts";
import { stepAfter, walkSteps } from "./campaign.ts";
import type { CampaignPlan, Step } from "./campaign.ts";
import { problemAt } from "./campaign-facts.ts";
import type { CampaignFacts, CampaignProblem } from "./campaign-facts.ts";
import { entryProblems } from "./entry-problems.ts";
import { emailStepProblems } from "./email-step-problems.ts";
import { goToProblems } from "./go-to-problems.ts";
import { scheduleProblem } from "./schedule.ts";
import { splitProblems } from "./split-problems.ts";
import { stepLabel } from "./step-label.ts";
import { waitProblems } from "./wait-problems.ts";

/**
 * Everything wrong with a campaign, in words: what concerns the whole first, then step by step in
 * outline order. Free of errors, every contact in it is always somewhere a rule will move them from.
 */
export function campaignProblems(plan: CampaignPlan, facts: CampaignFacts): CampaignProblem[] {
  const problems = wholeProblems(plan, facts);
  for (const step of walkSteps(plan.steps)) problems.push(...stepProblems(step, plan, facts));
  const unreached = new Set<string>();
  collectUnreached(plan.steps, unreached);
  for (const step of walkSteps(plan.steps))
    if (unreached.has(step.id))
      problems.push(
        problemAt(
          step.id,
          "error",
          `${stepLabel(step)} is never reached, because everything above it ends the campaign: move it up, or remove the end.`,
        ),
      );
  return problems;
}

/** Whether a plan may go live as far as its problems say. */
export function hasErrors(problems: readonly CampaignProblem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

function wholeProblems(plan: CampaignPlan, facts: CampaignFacts): CampaignProblem[] {
  const problems: CampaignProblem[] = [];
  const error = (text: string): void => void problems.push(problemAt(null, "error", text));
  const note = (text: string): void => void problems.push(problemAt(null, "note", text));
  const kinds = new Set(Array.from(walkSteps(plan.steps), ({ kind }) => kind));

  problems.push(...entryProblems(plan, facts));
  borrowedRuleProblems(plan, facts).forEach(error);
  if (plan.steps.length === 0) error("This campaign has no steps: add an email.");
  else if (!kinds.has("email")) note("This campaign sends no email.");

  const schedule = scheduleProblem(plan.schedule);
  if (schedule !== undefined) error(schedule);
  if (kinds.has("email") && !facts.hasAccount)
    error("There is no account to send from: add one in Settings.");
  if (kinds.has("email") && !facts.hasPostalAddress)
    error(
      "Your postal address is missing, and every marketing email must show it: give it in Settings.",
    );
  if (plan.exitOnLeave && facts.segmentId === null)
    note(
      "People are to leave with the segment, but this campaign is for no segment, so nobody leaves.",
    );
  if (plan.exitOnLeave && facts.segmentId !== null && changesSegment(plan, facts.segmentId, facts))
    note(
      "This campaign’s own actions can move people out of its segment, which ends it for them; see that the steps after that are not needed.",
    );
  return problems;
}

function stepProblems(step: Step, plan: CampaignPlan, facts: CampaignFacts): CampaignProblem[] {
  const label = stepLabel(step);
  switch (step.kind) {
    case "email":
      return [...emailStepProblems(step, plan, facts), ...farewellNotes(step, plan)];
    case "wait":
      return waitProblems(step, facts);
    case "split":
      return splitProblems(step, plan, facts);
    case "actions":
      if (step.actions.length === 0)
        return [problemAt(step.id, "note", `${label} has no actions, so it does nothing.`)];
      return [
        ...actionProblems(step.actions, facts).map((text) =>
          problemAt(step.id, "error", `${label} ${text}`),
        ),
        ...farewellNotes(step, plan),
      ];
    case "go-to":
      return goToProblems(step, plan);
    case "end":
      return [];
  }
}

/** Who is unsubscribed or archived gets nothing more; worth knowing where more is planned. */
function farewellNotes(
  step: Extract<Step, { actions: unknown }>,
  plan: CampaignPlan,
): CampaignProblem[] {
  const farewell = step.actions.find(({ kind }) => kind === "unsubscribe" || kind === "archive");
  if (!farewell || !isFollowed(plan.steps, step.id)) return [];
  const verb = farewell.kind === "archive" ? "archives" : "unsubscribes";
  return [
    problemAt(
      step.id,
      "note",
      `${stepLabel(step)} ${verb} the contact, so nothing after it is sent.`,
    ),
  ];
}

/** Whether a contact who passes the step may still come to an email. */
function isFollowed(steps: readonly Step[], id: string): boolean {
  for (let step = stepAfter(steps, id); step; step = stepAfter(steps, step.id))
    for (const each of walkSteps([step])) if (each.kind === "email") return true;
  return false;
}

/** Collects the steps nobody can reach; returns whether nobody leaves the list at its foot. */
function collectUnreached(steps: readonly Step[], unreached: Set<string>): boolean {
  let hasEnded = false;
  for (const step of steps) {
    if (hasEnded) {
      unreached.add(step.id);
      continue;
    }
    if (step.kind === "end") hasEnded = true;
    if (step.kind === "split") {
      const ended = step.lanes.map((lane) => collectUnreached(lane.steps, unreached));
      hasEnded = ended.length > 0 && ended.every(Boolean);
    }
  }
  return hasEnded;
}

/** Whether an action touches something the segment's rule asks for, going by their words. */
function changesSegment(plan: CampaignPlan, segmentId: string, facts: CampaignFacts): boolean {
  const rule = JSON.stringify(facts.segmentRules.get(segmentId) ?? null);
  for (const step of walkSteps(plan.steps)) {
    if (!("actions" in step)) continue;
    for (const action of step.actions) {
      if (action.kind === "set-stage" && rule.includes('"kind":"stage"')) return true;
      if (action.kind === "add-tag" || action.kind === "remove-tag")
        if (rule.includes(`"tag":${JSON.stringify(action.tag)}`)) return true;
      if (action.kind === "set-field" || action.kind === "clear-field")
        if (rule.includes(`"field":${JSON.stringify(action.field)}`)) return true;
    }
  }
  return false;
}
