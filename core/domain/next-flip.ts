import { DAY } from "../shared/clock.ts";
import type { Instant } from "../shared/clock.ts";
import { startOfDay } from "./day-moment.ts";
import { addDays, isDay, readDaysText } from "./field-test.ts";
import { counts, dayIn, dayOf, fieldValue } from "./segment-evaluate.ts";
import type { ContactFacts, RuleContext } from "./segment-evaluate.ts";
import type { SegmentCondition, SegmentRule } from "./segment.ts";

/**
 * The first instant after now at which time alone can change what `matches` says of a contact;
 * undefined when it cannot. Never later than the first real change; it may come earlier, and is then
 * asked again.
 */
export function nextFlip(
  rule: SegmentRule,
  facts: ContactFacts,
  context: RuleContext,
): Instant | undefined {
  let first: Instant | undefined;

  function consider(at: Instant): void {
    if (at > context.now && (first === undefined || at < first)) first = at;
  }

  function visit(each: SegmentRule, above: readonly string[]): void {
    if ("rules" in each) {
      for (const inner of each.rules) visit(inner, above);
    } else if (each.kind === "in-segment") {
      const inner = context.segmentRules.get(each.segmentId);
      if (inner && !above.includes(each.segmentId)) visit(inner, [...above, each.segmentId]);
    } else {
      for (const at of flipsOf(each, facts, context)) consider(at);
    }
  }

  visit(rule, []);
  return first;
}

function flipsOf(
  condition: SegmentCondition,
  facts: ContactFacts,
  context: RuleContext,
): Instant[] {
  if (condition.kind === "activity") {
    const { lastDays } = condition;
    if (lastDays === null) return [];
    // A deed counts up to and including the instant it is `lastDays` old.
    return facts.activity
      .filter((each) => counts(condition, each))
      .map(({ at }) => at + lastDays * DAY + 1);
  }
  if (condition.kind !== "field") return [];
  const isLast = condition.test === "within-last-days";
  if (!isLast && condition.test !== "within-next-days") return [];
  const days = readDaysText(condition.value);
  const day = dayIn(fieldValue(condition, facts));
  if (days === undefined || day === undefined) return [];
  // Shaped like a day but none of the calendar ("2026-02-31"): rare, so it is just asked again each day.
  if (!isDay(day)) return [startOfDay(addDays(dayOf(context), 1), context.zone)];
  const turns = isLast ? [day, addDays(day, days + 1)] : [addDays(day, -days), addDays(day, 1)];
  return turns.map((turn) => startOfDay(turn, context.zone));
}
