import { lowerFirst } from "#core/domain/lower-first.ts";
import type { Action } from "#core/domain/action.ts";
import { findStep } from "#core/domain/campaign.ts";
import type {
  CampaignPlan,
  EmailStep,
  GoToStep,
  LaneCondition,
  OnlyTo,
  StepTrigger,
  WaitStep,
  WinnerRule,
} from "#core/domain/campaign.ts";
import { durationSentence } from "#core/domain/duration.ts";
import { joinWords } from "#core/domain/join-words.ts";
import { scheduleSentence } from "#core/domain/schedule-sentence.ts";
import type { Schedule } from "#core/domain/schedule.ts";
import { segmentSentence, type RuleNames } from "#core/domain/segment-sentence.ts";
import { stepMention } from "#core/domain/step-mention.ts";
import { stepName } from "#core/domain/step-name.ts";
import { waitSentence } from "#core/domain/wait-sentence.ts";
import type { Interaction, InteractionTarget } from "#core/domain/trigger.ts";

/** What steps and links are called. */
export interface StepWords {
  readonly plan: CampaignPlan;
  /** Labels of an email's links, by link id, by step id. */
  readonly links: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly names: RuleNames;
}

const deeds = {
  opened: ["opened", "did not open"],
  clicked: ["clicked in", "did not click in"],
  replied: ["replied to", "did not reply to"],
} as const;

/** "clicked “Pricing” in “Welcome”", "did not open the last email". */
export function interactionWords(interaction: Interaction, words: StepWords): string {
  const { did, negated, target, linkIds } = interaction;
  const email = emailWords(target, words);
  if (did === "clicked" && linkIds !== null) {
    const labels = target.kind === "step" ? words.links.get(target.stepId) : undefined;
    const links = linkIds.map((id) => `“${labels?.get(id) ?? "a link that is gone"}”`);
    return `${negated ? "did not click" : "clicked"} ${joinWords(links, "or") || "…"} in ${email}`;
  }
  return `${deeds[did][negated ? 1 : 0]} ${email}`;
}

function emailWords(target: InteractionTarget, { plan }: StepWords): string {
  if (target.kind === "last") return "the last email";
  const named = (id: string): string => {
    const step = findStep(plan.steps, id);
    return step ? `“${stepName(step)}”` : "an email that is gone";
  };
  if (target.kind === "step") return named(target.stepId);
  const { atLeast, stepIds } = target;
  const which =
    stepIds === null ? "the emails before" : joinWords(stepIds.map(named), "and") || "…";
  if (atLeast === "all") return `all of ${which}`;
  return atLeast === 1 ? `any of ${which}` : `at least ${atLeast} of ${which}`;
}

export function triggerWords(trigger: StepTrigger, words: StepWords): string {
  if (trigger.kind === "previous") return "after the step before";
  return `if they ${interactionWords(trigger.interaction, words)} within ${durationSentence(trigger.within)}`;
}

export function delayWords({ delay }: EmailStep): string {
  return delay.amount === 0 ? "at once" : `${durationSentence(delay)} later`;
}

/** "any time", "Mon–Fri, 09:00–17:00 their time". */
export function scheduleWords(schedule: Schedule): string {
  return scheduleSentence(schedule).replace(", in the contact’s time zone", " their time");
}

export function onlyToWords(onlyTo: OnlyTo | null, words: StepWords): string {
  return onlyTo === null ? "to everyone" : `only to: ${segmentSentence(onlyTo.rule, words.names)}`;
}

export function actionWords(action: Action, names: RuleNames): string {
  switch (action.kind) {
    case "add-tag":
      return `add tag “${action.tag || "…"}”`;
    case "remove-tag":
      return `remove tag “${action.tag || "…"}”`;
    case "set-field":
      return `set ${fieldName(action.field, names)} to “${action.value}”`;
    case "clear-field":
      return `clear ${fieldName(action.field, names)}`;
    case "set-stage":
      return `set stage ${names.stages.get(action.stageId) ?? "…"}`;
    case "unsubscribe":
      return "unsubscribe";
    case "archive":
      return "archive";
    case "notify-owner":
      return "notify me";
    case "start-campaign":
      return `start “${names.campaigns.get(action.campaignId) ?? "…"}”`;
    case "stop-campaign":
      return `stop “${names.campaigns.get(action.campaignId) ?? "…"}”`;
  }
}

function fieldName(key: string, names: RuleNames): string {
  return names.fields.get(key) ?? (key || "…");
}

export function actionsWords(actions: readonly Action[], names: RuleNames): string {
  return actions.map((action) => actionWords(action, names)).join(", ");
}

export function waitWords({ until }: WaitStep, names: RuleNames): string {
  return waitSentence(until, until.kind === "field" ? fieldName(until.field, names) : undefined);
}

/** "“Welcome”" by the step's name, or what it is. */
export function targetWords({ to }: GoToStep, plan: CampaignPlan): string {
  const target = findStep(plan.steps, to);
  if (!target) return to === "" ? "…" : "a step that is gone";
  const isNamed = "name" in target && target.name.trim() !== "";
  return isNamed ? `“${stepName(target)}”` : lowerFirst(stepMention(target));
}

/** "after 1 day, at most 3 times". */
export function goToWords({ delay, visits }: GoToStep): string {
  const after = delay.amount === 0 ? "at once" : `after ${durationSentence(delay)}`;
  return `${after}, ${visits === 1 ? "once" : `at most ${visits} times`}`;
}

/** "the best by opens wins, 4 hours after the first person". */
export function winnerWords(winner: WinnerRule | null): string {
  if (winner === null) return "each lane keeps its share";
  const by = { opened: "by opens", clicked: "by clicks", goal: "by the goal" }[winner.by];
  const from = winner.people === 1 ? "the first person" : `person ${winner.people}`;
  const after = winner.after.amount === 0 ? "with" : `${durationSentence(winner.after)} after`;
  return `the best ${by} wins, ${after} ${from}`;
}

export function conditionWords(condition: LaneCondition | null, words: StepWords): string {
  if (condition === null) return "everyone else";
  switch (condition.kind) {
    case "interaction":
      return interactionWords(condition.interaction, words);
    case "rule":
      return segmentSentence(condition.rule, words.names);
    case "share":
      return `${condition.percent} % of people, by lot`;
  }
}

/** All that decides when an email leaves, as one sentence. */
export function whenSentence(step: EmailStep, words: StepWords): string {
  const schedule = step.schedule ?? words.plan.schedule;
  const { trigger } = step;
  const isNegated = trigger.kind === "interaction" && trigger.interaction.negated;
  const from =
    trigger.kind === "previous"
      ? "the step before"
      : isNegated
        ? "that time is over"
        : `they ${interactionWords(trigger.interaction, words)}`;
  const after =
    step.delay.amount === 0
      ? trigger.kind === "previous"
        ? "right after the step before"
        : isNegated
          ? "as soon as that time is over"
          : `as soon as they ${interactionWords(trigger.interaction, words)}`
      : `${durationSentence(step.delay)} after ${from}`;
  const lead =
    isNegated && trigger.kind === "interaction"
      ? `If they ${interactionWords(trigger.interaction, words)} within ${durationSentence(trigger.within)}: sent `
      : "Sent ";
  return `${lead}${after}, ${scheduleSentence(schedule)}.${otherwiseSentence(trigger)}`;
}

function otherwiseSentence(trigger: StepTrigger): string {
  if (trigger.kind === "previous") return "";
  const who = trigger.interaction.negated
    ? "Everyone else"
    : `Whoever has not within ${durationSentence(trigger.within)}`;
  return trigger.otherwise === "skip"
    ? ` ${who} skips this email and goes on.`
    : ` For ${lowerFirst(who)} the campaign ends here.`;
}
