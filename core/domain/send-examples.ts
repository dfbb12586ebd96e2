import type { Instant } from "../shared/clock.ts";
import type { EmailStep } from "./campaign.ts";
import { addDuration } from "./duration.ts";
import { nextSend, type QuietHours } from "./quiet-hours.ts";
import { scheduleProblem, zoneOf, type Schedule } from "./schedule.ts";

export interface SendExample {
  readonly name: string;
  /** Null for somebody whose time zone is not known; the business's stands in. */
  readonly ownZone: string | null;
  /** The zone whose clock decides, and in which the instant is best shown. */
  readonly zone: string;
  readonly at: Instant;
}

const people = [
  { name: "Ana", ownZone: "Europe/Lisbon" },
  { name: "Ken", ownZone: "Asia/Tokyo" },
  { name: "Bo", ownZone: null },
] as const;

export interface ExampleTime {
  /** When the step's turn comes: the step before is over. */
  readonly from: Instant;
  readonly businessZone: string;
  /** The campaign's schedule, for a step without its own. */
  readonly inherited: Schedule;
  readonly quiet: QuietHours | null;
}

/**
 * When three people in three zones would get an email whose turn comes now. What waits for something
 * to be done counts from now, as if it were done at once; “not within” counts from the deadline.
 * Empty while the schedule has a problem.
 */
export function sendExamples(
  step: Pick<EmailStep, "trigger" | "delay" | "schedule">,
  { from, businessZone, inherited, quiet }: ExampleTime,
): SendExample[] {
  const schedule = step.schedule ?? inherited;
  if (scheduleProblem(schedule) !== undefined) return [];
  const { trigger } = step;
  return people.map(({ name, ownZone }) => {
    const zone = ownZone ?? businessZone;
    const isNegated = trigger.kind === "interaction" && trigger.interaction.negated;
    const startedAt = isNegated ? addDuration(from, trigger.within, zone) : from;
    const dueAt = addDuration(startedAt, step.delay, zone);
    return {
      name,
      ownZone,
      zone: zoneOf(schedule, zone),
      at: nextSend(schedule, dueAt, zone, quiet),
    };
  });
}
