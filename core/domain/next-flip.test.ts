import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY, HOUR } from "../shared/clock.ts";
import { nextFlip } from "./next-flip.ts";
import { matches } from "./segment-evaluate.ts";
import type { ContactFacts, RuleContext } from "./segment-evaluate.ts";
import type { SegmentCondition, SegmentRule } from "./segment.ts";

const now = Date.parse("2026-03-27T10:00Z");
const context: RuleContext = {
  now,
  zone: "Europe/Berlin",
  fieldTypes: new Map([["born", "date"]]),
  segmentRules: new Map(),
};
const nobody: ContactFacts = {
  address: null,
  firstName: null,
  lastName: null,
  zone: null,
  stageId: null,
  status: "subscribed",
  tags: [],
  fields: {},
  activity: [],
};

function opened(lastDays: number | null): SegmentRule {
  return { kind: "activity", did: "opened", test: "did-not", lastDays, campaignId: null };
}

function born(test: "within-last-days" | "within-next-days", value: string): SegmentRule {
  return { kind: "field", field: "born", test, value };
}

describe("nextFlip", () => {
  test.each([
    ["no time in the rule", { kind: "tag", test: "has", tag: "hot" }, nobody, undefined],
    ["ever has no end", opened(null), nobody, undefined],
    [
      "an open grows older than 30 days",
      opened(30),
      { ...nobody, activity: [{ did: "clicked", at: now - 10 * DAY, campaignId: null }] },
      new Date(now + 20 * DAY + 1).toISOString(),
    ],
    [
      "a coming day begins at local midnight, after the clocks changed",
      born("within-next-days", "3"),
      { ...nobody, fields: { born: "2026-04-02" } },
      "2026-03-29T22:00:00.000Z",
    ],
    [
      "a day that is none is asked about again tomorrow",
      born("within-last-days", "3"),
      { ...nobody, fields: { born: "2026-02-31" } },
      "2026-03-27T23:00:00.000Z",
    ],
  ] satisfies [string, SegmentRule, ContactFacts, string | undefined][])(
    "%s",
    (_sentence, rule, facts, expected) => {
      const flip = nextFlip(rule, facts, context);
      expect(flip === undefined ? undefined : new Date(flip).toISOString()).toBe(expected);
    },
  );

  test("nothing changes before it", () => {
    const condition: fc.Arbitrary<SegmentCondition> = fc.oneof(
      fc.record({
        kind: fc.constant("activity" as const),
        did: fc.constantFrom("opened" as const, "clicked" as const),
        test: fc.constantFrom("did" as const, "did-not" as const),
        lastDays: fc.option(fc.integer({ min: 1, max: 12 })),
        campaignId: fc.constant(null),
      }),
      fc.record({
        kind: fc.constant("field" as const),
        field: fc.constant("born"),
        test: fc.constantFrom("within-last-days" as const, "within-next-days" as const),
        value: fc.nat(9).map(String),
      }),
    );
    const rule = fc.record({
      kind: fc.constantFrom("all" as const, "any" as const, "none" as const),
      rules: fc.array(condition, { minLength: 1, maxLength: 4 }),
    });
    const facts = fc.record({
      born: fc.nat(20).map((days) => `2026-${days < 15 ? `03-${String(17 + days)}` : "02-31"}`),
      deeds: fc.array(
        fc.record({
          did: fc.constantFrom("opened" as const, "clicked" as const),
          at: fc.nat(15 * 24).map((hours) => now - hours * HOUR),
          campaignId: fc.constant(null),
        }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(rule, facts, (wanted, { born: day, deeds }) => {
        const contact = { ...nobody, fields: { born: day }, activity: deeds };
        const flip = nextFlip(wanted, contact, context) ?? now + 30 * DAY;
        const verdict = matches(wanted, contact, context);
        for (let at = now; at < flip; at += HOUR)
          expect(matches(wanted, contact, { ...context, now: at })).toBe(verdict);
        expect(matches(wanted, contact, { ...context, now: flip - 1 })).toBe(verdict);
      }),
      { numRuns: 200 },
    );
  });
});
