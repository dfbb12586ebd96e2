import type { EmailStep, Lane, SplitStep, Step, WaitStep } from "../domain/campaign.ts";
import { newEmailStep } from "../domain/new-step.ts";
import type { Interaction } from "../domain/trigger.ts";

/** Steps of stories, by their id. */
export function email(id: string, change: Partial<EmailStep> = {}): EmailStep {
  return { ...newEmailStep(() => id, id), ...change };
}

export function wait(id: string, days: number): WaitStep {
  return {
    kind: "wait",
    id,
    until: { kind: "for", duration: { amount: days, unit: "days" } },
  };
}

export function about(
  did: Interaction["did"],
  stepId: string | null,
  change: Partial<Interaction> = {},
): Interaction {
  return {
    did,
    negated: false,
    target: stepId === null ? { kind: "last" } : { kind: "step", stepId },
    linkIds: null,
    ...change,
  };
}

/** Starts an email when somebody did, or did not do, something within so many days. */
export function when(interaction: Interaction, days: number): Pick<EmailStep, "trigger"> {
  return {
    trigger: {
      kind: "interaction",
      interaction,
      within: { amount: days, unit: "days" },
      otherwise: "skip",
    },
  };
}

/** Lanes by interaction, and a last one for everyone else. */
export function split(
  id: string,
  days: number,
  lanes: readonly (readonly [Interaction, ...Step[]])[],
  others: readonly Step[],
): SplitStep {
  const conditional = lanes.map(([interaction, ...steps], n): Lane => {
    const name = `${id}-${n}`;
    return { id: name, name, condition: { kind: "interaction", interaction }, steps };
  });
  return {
    kind: "split",
    id,
    name: id,
    within: { amount: days, unit: "days" },
    winner: null,
    lanes: [
      ...conditional,
      { id: `${id}-else`, name: "Everyone else", condition: null, steps: others },
    ],
  };
}
