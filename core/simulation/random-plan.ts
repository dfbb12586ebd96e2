import type {
  CampaignPlan,
  Duration,
  EmailStep,
  LaneCondition,
  Step,
  StepTrigger,
  WaitUntil,
} from "../domain/campaign.ts";
import { walkSteps } from "../domain/campaign.ts";
import type { Entry, Reentry } from "../domain/entry.ts";
import type { Action } from "../domain/action.ts";
import { newEmailStep, newPlan } from "../domain/new-step.ts";
import { anyTime, type Schedule } from "../domain/schedule.ts";
import type { Interaction, InteractionTarget } from "../domain/trigger.ts";
import { DAY, type Instant } from "../shared/clock.ts";
import type { Dice } from "./dice.ts";

export const TAGS = ["red", "blue", "bought"] as const;
const DELAYS: readonly Duration[] = [
  { amount: 0, unit: "days" },
  { amount: 0, unit: "days" },
  { amount: 30, unit: "minutes" },
  { amount: 5, unit: "hours" },
  { amount: 1, unit: "days" },
];
const WITHIN: readonly Duration[] = [
  { amount: 6, unit: "hours" },
  { amount: 6, unit: "hours" },
  { amount: 1, unit: "days" },
  { amount: 3, unit: "days" },
];
/** What starts people besides joining the segment; mostly nothing. */
const MORE_ENTRIES: readonly (readonly Entry[])[] = [
  [],
  [],
  [{ kind: "tag-added", tag: "blue" }],
  [{ kind: "tag-removed", tag: "blue" }],
  [{ kind: "leaves-segment", segmentId: "leads" }],
  [{ kind: "stage-changed", stageId: "customer" }],
  [{ kind: "event-received", name: "called", filter: null }],
  [{ kind: "link-clicked", url: "example.com/a", isBelow: false, alsoUnsure: false }],
];

const SCHEDULES: readonly Schedule[] = [
  anyTime,
  hours("09:00", "17:00", [1, 2, 3, 4, 5]),
  // Over the hours that are skipped and repeated where the clocks are turned.
  hours("01:30", "03:30", [1, 2, 3, 4, 5, 6, 7]),
  hours("22:00", "02:30", [2, 6, 7]),
  { ...anyTime, hours: { kind: "at", time: "08:15" } },
  {
    ...hours("08:00", "20:00", [1, 2, 3, 4, 5, 6, 7]),
    zone: { kind: "fixed", zone: "Asia/Kolkata" },
  },
];

function hours(from: string, to: string, weekdays: readonly number[]): Schedule {
  return {
    weekdays,
    hours: { kind: "windows", windows: [{ from, to }] },
    zone: { kind: "contact" },
  };
}

/** Gives steps ids that no other step of the simulated life has. */
export interface Planner {
  readonly plan: () => CampaignPlan;
  /** The plan as an owner might change it while people are in it. */
  readonly edited: (plan: CampaignPlan) => CampaignPlan;
}

/** `others` are the campaigns there are, which this one may start after. */
export function createPlanner(
  dice: Dice,
  name: string,
  { now, others }: { readonly now: () => Instant; readonly others: () => readonly string[] },
): Planner {
  let made = 0;
  const nextId = (kind: string): string => `${name}-${kind}${(made += 1)}`;

  function email(earlier: readonly string[], change: Partial<EmailStep> = {}): EmailStep {
    const id = nextId("mail");
    const isLater = earlier.length > 0;
    return {
      ...newEmailStep(() => id, id),
      trigger: isLater && dice.chance(0.6) ? trigger(earlier) : { kind: "previous" },
      delay: dice.pick(DELAYS),
      schedule: dice.chance(0.3) ? dice.pick(SCHEDULES) : null,
      onlyTo: dice.chance(0.1)
        ? {
            rule: { kind: "tag", test: "has-not", tag: "red" },
            otherwise: dice.pick(["skip", "end"]),
          }
        : null,
      // What tells that a step's actions were done, and how often.
      actions: [
        { kind: "notify-owner", text: `done ${id}` },
        ...(dice.chance(0.3) ? [tagging()] : []),
      ],
      ...change,
    };
  }

  function tagging(): Action {
    return { kind: dice.pick(["add-tag", "remove-tag"]), tag: dice.pick(TAGS.slice(0, 2)) };
  }

  function trigger(earlier: readonly string[]): StepTrigger {
    return {
      kind: "interaction",
      interaction: interaction(earlier),
      within: dice.pick(WITHIN),
      otherwise: dice.chance(0.8) ? "skip" : "end",
    };
  }

  function interaction(earlier: readonly string[]): Interaction {
    const did = dice.pick(["opened", "clicked"] as const);
    return {
      did,
      negated: dice.chance(0.5),
      target: target(earlier),
      linkIds: did === "clicked" && dice.chance(0.3) ? [dice.pick(["a", "b"])] : null,
    };
  }

  function target(earlier: readonly string[]): InteractionTarget {
    const roll = dice.below(10);
    if (roll < 4) return { kind: "last" };
    if (roll < 8) return { kind: "step", stepId: dice.pick(earlier) };
    const stepIds = dice.chance(0.5)
      ? null
      : [...new Set([dice.pick(earlier), dice.pick(earlier)])];
    return { kind: "several", stepIds, atLeast: dice.pick([1, "all"] as const) };
  }

  function knowing(): LaneCondition {
    return dice.chance(0.4)
      ? { kind: "share", percent: dice.pick([10, 50]) }
      : { kind: "rule", rule: { kind: "tag", test: "has", tag: dice.pick(TAGS) } };
  }

  /** Tries mails against each other, and sends the others the one that does best. */
  function tryOut(earlier: readonly string[]): Step {
    const tried = Array.from({ length: 2 }, () => ({
      id: nextId("lane"),
      name: nextId("lane"),
      condition: { kind: "share" as const, percent: dice.pick([20, 40]) },
      steps: [email(earlier)],
    }));
    const rest = { id: nextId("lane"), name: "Everyone else", condition: null, steps: [] };
    return {
      kind: "split",
      id: nextId("try"),
      name: "A try",
      within: null,
      winner: {
        by: dice.pick(["opened", "clicked"] as const),
        people: dice.between(1, 3),
        after: dice.pick(WITHIN),
        holdFor: dice.pick(WITHIN),
      },
      lanes: [...tried, rest],
    };
  }

  function split(earlier: readonly string[]): Step {
    const isReacting = earlier.length > 0 && dice.chance(0.8);
    const lanes = Array.from({ length: dice.between(1, 2) }, () => ({
      id: nextId("lane"),
      name: nextId("lane"),
      condition: isReacting
        ? { kind: "interaction" as const, interaction: interaction(earlier) }
        : knowing(),
      steps: steps(earlier, dice.between(0, 2), false),
    }));
    const last = { id: nextId("lane"), name: "Everyone else", condition: null };
    return {
      kind: "split",
      id: nextId("split"),
      name: "A split",
      within: isReacting || dice.chance(0.5) ? dice.pick(WITHIN) : null,
      winner: null,
      lanes: [...lanes, { ...last, steps: steps(earlier, dice.between(0, 2), false) }],
    };
  }

  function until(): WaitUntil {
    const roll = dice.below(10);
    const time = dice.pick(["02:30", "09:00"]);
    if (roll < 6) return { kind: "for", duration: { amount: dice.between(1, 3), unit: "days" } };
    if (roll < 8) return { kind: "weekday", weekdays: [dice.between(1, 7)], time };
    const offset = { amount: dice.below(4), unit: "days" } as const;
    const side = dice.pick(["before", "after"] as const);
    const past = dice.pick(["go-on", "skip", "end"] as const);
    return { kind: "field", field: "renewal", offset, side, time, past };
  }

  function step(earlier: readonly string[], maySplit: boolean): Step {
    const roll = dice.below(10);
    if (roll < 5) return email(earlier);
    if (roll < 7) return { kind: "wait", id: nextId("wait"), until: until() };
    if (roll < 9 && maySplit) return dice.chance(0.2) ? tryOut(earlier) : split(earlier);
    return { kind: "actions", id: nextId("acts"), actions: [tagging()] };
  }

  function steps(earlier: readonly string[], count: number, maySplit: boolean): Step[] {
    const known = [...earlier];
    return Array.from({ length: count }, () => {
      const made = step(known, maySplit);
      if (made.kind === "email") known.push(made.id);
      return made;
    });
  }

  /** Mostly what people do decides early, while much of what they do is still to come. */
  function reacting(earlier: readonly string[]): Step[] {
    const roll = dice.below(10);
    if (roll < 4) return [split(earlier)];
    return roll < 8 ? [email(earlier, { trigger: trigger(earlier) })] : [];
  }

  function withWayBack(made: readonly Step[]): readonly Step[] {
    if (dice.chance(0.7)) return made;
    const back: Step = {
      kind: "go-to",
      id: nextId("back"),
      to: dice.pick(made).id,
      delay: dice.pick([
        { amount: 2, unit: "hours" },
        { amount: 2, unit: "days" },
      ] as const),
      visits: dice.between(1, 3),
    };
    return made.toSpliced(dice.between(1, made.length), 0, back);
  }

  function byDate(): Entry {
    return {
      kind: "date-reached",
      field: "renewal",
      offset: { amount: dice.below(4), unit: "days" },
      side: dice.pick(["before", "after"] as const),
      time: dice.pick(["02:30", "09:00"]),
      // Who starts every year never ends.
      isYearly: false,
    };
  }

  function onDay(): Entry {
    const day = new Date(now() + dice.between(2, 9) * DAY).toISOString().slice(0, 10);
    return {
      kind: "broadcast",
      segmentId: "leads",
      date: day,
      time: dice.pick(["02:30", "09:00"]),
    };
  }

  function entries(): Entry[] {
    const known = others();
    return [
      { kind: "joins-segment", segmentId: "leads" },
      ...dice.pick(MORE_ENTRIES),
      ...(dice.chance(0.4) ? [byDate()] : []),
      ...(dice.chance(0.3) ? [onDay()] : []),
      ...(known.length > 0 && dice.chance(0.6)
        ? [
            {
              kind: "campaign-ended" as const,
              campaignId: dice.pick(known),
              outcome: "finished" as const,
            },
          ]
        : []),
    ];
  }

  return {
    plan() {
      const first = email([], { onlyTo: null });
      return {
        ...newPlan("leads"),
        entries: entries(),
        reentry: dice.pick<Reentry>([
          { kind: "once" },
          { kind: "after-finishing", minGapDays: 1 },
          { kind: "restart" },
          { kind: "per-event" },
        ]),
        schedule: dice.pick(SCHEDULES),
        exitOnLeave: dice.chance(0.3),
        lateLimitHours: dice.pick([24, 24, 72]),
        steps: withWayBack([
          first,
          ...reacting([first.id]),
          ...steps([first.id], dice.between(0, 4), true),
        ]),
      };
    },
    edited(plan) {
      const { steps: before } = plan;
      const at = dice.below(before.length);
      const earlier = [...walkSteps(before.slice(0, at))].flatMap((known) =>
        known.kind === "email" ? [known.id] : [],
      );
      switch (dice.below(5)) {
        case 0:
          return { ...plan, steps: before.toSpliced(at, 0, step(earlier, true)) };
        case 1:
          return before.length > 1 ? { ...plan, steps: before.toSpliced(at, 1) } : plan;
        case 2: {
          const moved = before[at];
          if (!moved) return plan;
          const rest = before.toSpliced(at, 1);
          return { ...plan, steps: rest.toSpliced(dice.below(rest.length + 1), 0, moved) };
        }
        case 3:
          return { ...plan, schedule: dice.pick(SCHEDULES) };
        default:
          return {
            ...plan,
            steps: before.map((known, index) =>
              index === at && known.kind === "email"
                ? { ...known, delay: dice.pick(DELAYS), schedule: dice.pick(SCHEDULES) }
                : known,
            ),
          };
      }
    },
  };
}
