import type { Action } from "./action.ts";
import type {
  CampaignPlan,
  EmailStep,
  Lane,
  LaneCondition,
  SplitStep,
  Step,
  WaitStep,
  WaitUntil,
} from "./campaign.ts";
import type { CampaignFacts, CampaignSummary, EmailFacts } from "./campaign-facts.ts";
import { anyTime } from "./schedule.ts";
import type { Interaction } from "./trigger.ts";

// Small sound campaigns for tests, and the pieces to break them with.

export const written: EmailFacts = {
  subject: "Hello",
  isEmpty: false,
  links: [{ linkId: "pricing", label: "Pricing" }],
  problems: [],
};

export const facts: CampaignFacts = {
  campaignId: "c1",
  today: "2026-03-02",
  now: Date.parse("2026-03-02T12:00:00Z"),
  zone: "UTC",
  segmentId: "leads",
  hasGoal: true,
  goalRule: { name: "Bought", rule: { kind: "stage", test: "is", stageIds: ["customer"] } },
  campaigns: new Map<string, CampaignSummary>([
    ["c1", { name: "Welcome", hasGoal: true, state: "draft", startsAfter: [] }],
    ["c2", { name: "Onboarding", hasGoal: false, state: "live", startsAfter: [] }],
  ]),
  linkUrls: ["https://example.com/pricing"],
  emails: new Map(["a", "b", "again", "in-lane"].map((id) => [id, written])),
  stageIds: new Set(["lead", "customer"]),
  fieldTypes: new Map([
    ["score", "number"],
    ["born", "date"],
  ]),
  segmentRules: new Map([["leads", { kind: "stage", test: "is", stageIds: ["lead"] }]]),
  segmentNames: new Map([["leads", "Leads"]]),
  campaignIds: new Set(["c1", "c2"]),
  hasAccount: true,
  hasPostalAddress: true,
  hasRelay: true,
  hasInbox: true,
};

export function email(id: string, change: Partial<EmailStep> = {}): EmailStep {
  return {
    kind: "email",
    id,
    name: id,
    trigger: { kind: "previous" },
    delay: { amount: 0, unit: "hours" },
    schedule: null,
    onlyTo: null,
    actions: [],
    resendOf: null,
    ...change,
  };
}

/** Waits for a day at nine. */
export function waitForDay(change: Partial<Extract<WaitUntil, { kind: "date" }>>): WaitStep {
  const until = { kind: "date", date: "2026-05-03", time: "09:00", past: "go-on" } as const;
  return { kind: "wait", id: "w", until: { ...until, ...change } };
}

/** Waits for the date in a field, or so long before or after it, at nine. */
export function waitForField(
  field: string,
  change: Partial<Extract<WaitUntil, { kind: "field" }>> = {},
): WaitStep {
  const offset = { amount: 0, unit: "days" } as const;
  const until = { kind: "field", offset, side: "before", time: "09:00", past: "go-on" } as const;
  return { kind: "wait", id: "w", until: { ...until, field, ...change } };
}

const clickedA: Interaction = {
  did: "clicked",
  negated: false,
  target: { kind: "step", stepId: "a" },
  linkIds: null,
};

export function on(interaction: Partial<Interaction>, days = 3): Partial<EmailStep> {
  return {
    trigger: {
      kind: "interaction",
      interaction: { ...clickedA, ...interaction },
      within: { amount: days, unit: "days" },
      otherwise: "skip",
    },
  };
}

export function lane(
  id: string,
  condition: LaneCondition | null,
  steps: readonly Step[] = [],
): Lane {
  return { id, name: id, condition, steps };
}

export function reacts(interaction: Partial<Interaction>): LaneCondition {
  return { kind: "interaction", interaction: { ...clickedA, ...interaction } };
}

export function lot(percent: number): LaneCondition {
  return { kind: "share", percent };
}

export const hot: LaneCondition = { kind: "rule", rule: { kind: "tag", test: "has", tag: "hot" } };

export function split(lanes: readonly Lane[], days: number | null = 3): SplitStep {
  return {
    kind: "split",
    id: "split",
    name: "Interest",
    within: days === null ? null : { amount: days, unit: "days" },
    winner: null,
    lanes,
  };
}

export function acting(...actions: Action[]): Step {
  return { kind: "actions", id: "acts", actions };
}

export const end: Step = { kind: "end", id: "end" };

export function planOf(steps: readonly Step[], change: Partial<CampaignPlan> = {}): CampaignPlan {
  return {
    entries: [{ kind: "joins-segment", segmentId: "leads" }],
    reentry: { kind: "once" },
    schedule: anyTime,
    exitOnReply: true,
    exitOnLeave: false,
    tracking: "on",
    lateLimitHours: 24,
    steps,
    ...change,
  };
}

export const ab = [email("a"), email("b")];

/** Change of the facts, and a part of each problem's text in order. */
export type ProblemCase = [
  sentence: string,
  plan: CampaignPlan,
  facts: Partial<CampaignFacts>,
  expected: string[],
];
