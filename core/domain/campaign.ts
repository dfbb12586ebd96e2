import type { Action } from "./action.ts";
import type { Entry, Reentry } from "./entry.ts";
import type { Schedule } from "./schedule.ts";
import type { SegmentRule } from "./segment.ts";
import type { Interaction } from "./trigger.ts";

/** Minutes and hours are exact; days, weeks and months are calendar units at the same local time. */
export type DurationUnit = "minutes" | "hours" | "days" | "weeks" | "months";

export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** Stays the same over every version of the campaign; a copied step gets a new one. */
export type StepId = string;

/** What starts an email step: the step before it, or something the contact did with earlier emails. */
export type StepTrigger =
  | { readonly kind: "previous" }
  | {
      readonly kind: "interaction";
      readonly interaction: Interaction;
      /** How long to wait for it; for a "not …" the deadline itself. */
      readonly within: Duration;
      /** What happens when the trigger is not met in time. */
      readonly otherwise: "skip" | "end";
    };

/** Send only to contacts that match the rule when the mail is about to leave. */
export interface OnlyTo {
  readonly rule: SegmentRule;
  readonly otherwise: "skip" | "end";
}

export interface EmailStep {
  readonly kind: "email";
  readonly id: StepId;
  readonly name: string;
  readonly trigger: StepTrigger;
  readonly delay: Duration;
  /** Null inherits the campaign's schedule. */
  readonly schedule: Schedule | null;
  readonly onlyTo: OnlyTo | null;
  readonly actions: readonly Action[];
  /** This step sends the content of that step again under its own subject; reports count it there. */
  readonly resendOf: StepId | null;
}

/** What becomes of somebody whose day is past, or not known: on, over the next step, or out of the campaign. */
export type WaitPast = "go-on" | "skip" | "end";

/** `time` is "HH:MM" on the campaign's clock, or the contact's where it fixes no zone. */
export type WaitUntil =
  | { readonly kind: "for"; readonly duration: Duration }
  /** `weekdays` are ISO (1 Monday … 7 Sunday); the next such moment. */
  | { readonly kind: "weekday"; readonly weekdays: readonly number[]; readonly time: string }
  /** `date` is "yyyy-mm-dd". */
  | {
      readonly kind: "date";
      readonly date: string;
      readonly time: string;
      readonly past: WaitPast;
    }
  /** So long before or after the date in the contact's field; read again when it changes. */
  | {
      readonly kind: "field";
      readonly field: string;
      readonly offset: Duration;
      readonly side: "before" | "after";
      readonly time: string;
      readonly past: WaitPast;
    };

export interface WaitStep {
  readonly kind: "wait";
  readonly id: StepId;
  readonly until: WaitUntil;
}

export type LaneCondition =
  | { readonly kind: "interaction"; readonly interaction: Interaction }
  | { readonly kind: "rule"; readonly rule: SegmentRule }
  /** By lot, always the same for one person: so many whole percent of those who come to the split. */
  | { readonly kind: "share"; readonly percent: number };

export interface Lane {
  readonly id: string;
  readonly name: string;
  /** Null only in the mandatory last lane, "everyone else". */
  readonly condition: LaneCondition | null;
  readonly steps: readonly Step[];
}

/**
 * Lanes drawn by lot are tried out against each other: the one that does best is chosen so long `after` so many
 * `people` were drawn into one of them, and from then on everybody takes it. Who is of the rest waits for that, but
 * no longer than `holdFor`.
 */
export interface WinnerRule {
  readonly by: "opened" | "clicked" | "goal";
  readonly people: number;
  readonly after: Duration;
  readonly holdFor: Duration;
}

export interface SplitStep {
  readonly kind: "split";
  readonly id: StepId;
  readonly name: string;
  /** Null decides at once, for splits on data alone. */
  readonly within: Duration | null;
  /** Null where each lane keeps its share for ever. */
  readonly winner: WinnerRule | null;
  readonly lanes: readonly Lane[];
}

export interface ActionsStep {
  readonly kind: "actions";
  readonly id: StepId;
  readonly actions: readonly Action[];
}

/** Sends people to another step, back or on, after a while; each at most so often, then they go on below it. */
export interface GoToStep {
  readonly kind: "go-to";
  readonly id: StepId;
  /** Empty until one is chosen; a step of the go-to's own list, or of one around it (`stepsInReach`). */
  readonly to: StepId;
  readonly delay: Duration;
  readonly visits: number;
}

export interface EndStep {
  readonly kind: "end";
  readonly id: StepId;
}

export type Step = EmailStep | WaitStep | SplitStep | ActionsStep | GoToStep | EndStep;

/** Everything about a campaign that a person edits; a published version is one of these, frozen. */
export interface CampaignPlan {
  readonly entries: readonly Entry[];
  readonly reentry: Reentry;
  /** Steps without a schedule of their own inherit this one. */
  readonly schedule: Schedule;
  readonly exitOnReply: boolean;
  readonly exitOnLeave: boolean;
  readonly tracking: "on" | "off";
  /** Late mail is sent up to this many hours after it was planned, else the step is skipped. */
  readonly lateLimitHours: number;
  readonly steps: readonly Step[];
}

export type CampaignState = "draft" | "live" | "paused" | "stopped";

/** All steps with the place they stand at, in outline order; lanes' steps follow their split. */
export function* walkSteps(steps: readonly Step[]): Generator<Step> {
  for (const step of steps) {
    yield step;
    if (step.kind === "split") for (const lane of step.lanes) yield* walkSteps(lane.steps);
  }
}

export function findStep(steps: readonly Step[], id: StepId): Step | undefined {
  for (const step of walkSteps(steps)) if (step.id === id) return step;
  return undefined;
}

/**
 * The step that comes after `id`: its next sibling, else what follows the split whose lane it closes
 * (lanes rejoin), else undefined, the campaign's end.
 */
export function stepAfter(steps: readonly Step[], id: StepId): Step | undefined {
  return searchAfter(steps, id, undefined).after;
}

/** Where a run goes after `stepId`: the next step's id, or null at the end. */
export function idAfter(plan: CampaignPlan, stepId: StepId): StepId | null {
  return stepAfter(plan.steps, stepId)?.id ?? null;
}

function searchAfter(
  steps: readonly Step[],
  id: StepId,
  rejoin: Step | undefined,
): { found: boolean; after: Step | undefined } {
  for (const [index, step] of steps.entries()) {
    const after = steps[index + 1] ?? rejoin;
    if (step.id === id) return { found: true, after };
    if (step.kind !== "split") continue;
    for (const lane of step.lanes) {
      const inside = searchAfter(lane.steps, id, after);
      if (inside.found) return inside;
    }
  }
  return { found: false, after: undefined };
}

/** Percent of people that lots are drawn for. */
export function sharesOf(split: SplitStep): number {
  return split.lanes.reduce(
    (sum, { condition }) => sum + (condition?.kind === "share" ? condition.percent : 0),
    0,
  );
}

/** Whether a split does nothing but draw lots. One that looks for its best lane is meant to. */
export function isByLot(split: SplitStep): boolean {
  if (split.winner) return true;
  const conditions = split.lanes.flatMap(({ condition }) => condition ?? []);
  return conditions.length > 0 && conditions.every(({ kind }) => kind === "share");
}

/** Where the step `id` may send people: the steps of its own list and of those around it, never into a lane. */
export function stepsInReach(steps: readonly Step[], id: StepId): readonly Step[] {
  const own = steps.filter((step) => step.id !== id);
  if (own.length < steps.length) return own;
  for (const step of steps) {
    if (step.kind !== "split") continue;
    for (const lane of step.lanes)
      if (findStep(lane.steps, id)) return [...steps, ...stepsInReach(lane.steps, id)];
  }
  return [];
}

/** Whether `id` stands above `other`, or is a split around it: whoever goes there may come back. */
export function isAbove(steps: readonly Step[], id: StepId, other: StepId): boolean {
  for (const step of walkSteps(steps)) {
    if (step.id === id) return true;
    if (step.id === other) return false;
  }
  return false;
}

/** Email steps that every contact at `id` may have been sent before reaching it, in outline order. */
export function emailsBefore(steps: readonly Step[], id: StepId): EmailStep[] {
  const path: EmailStep[] = [];
  collectBefore(steps, id, path);
  return path;
}

/** True when `id` was found; `path` then holds the emails before it. */
function collectBefore(steps: readonly Step[], id: StepId, path: EmailStep[]): boolean {
  for (const step of steps) {
    if (step.id === id) return true;
    if (step.kind === "email") path.push(step);
    if (step.kind === "split") {
      const before = path.length;
      const all: EmailStep[] = [];
      for (const lane of step.lanes) {
        path.length = before;
        if (collectBefore(lane.steps, id, path)) return true;
        all.push(...path.slice(before));
      }
      path.length = before;
      path.push(...all);
    }
  }
  return false;
}
