import { describe, expect, test } from "vitest";
import type { SegmentCondition } from "#core/domain/segment.ts";
import { conditionAbout, fieldTypeOf, subjectOf, testOptions } from "./condition-subjects.ts";
import { addRule, asGroup, removeRule, replaceRule } from "./edit-rule.ts";
import { noChoices } from "./rule-choices.ts";

const hot: SegmentCondition = { kind: "tag", test: "has", tag: "hot" };
const cold: SegmentCondition = { kind: "tag", test: "has", tag: "cold" };

describe("Editing a rule", () => {
  test("a single condition becomes a group of one, a group stays itself", () => {
    const group = asGroup(hot);
    expect(group).toEqual({ kind: "all", rules: [hot] });
    expect(asGroup(group)).toBe(group);
  });

  test("conditions are added at the end, replaced in place and removed", () => {
    const both = addRule(asGroup(hot), cold);
    expect(both.rules).toEqual([hot, cold]);
    expect(replaceRule(both, 0, cold).rules).toEqual([cold, cold]);
    expect(removeRule(both, 0).rules).toEqual([cold]);
  });

  test.each(["stage", "tag", "status", "in-segment", "activity", "field:first_name"])(
    "a condition about %s is about it",
    (subject) => {
      expect(subjectOf(conditionAbout(subject))).toBe(subject);
    },
  );

  test("a date offers before and after, and keeps a test that no longer fits", () => {
    const values = testOptions("date", "contains").map(({ value }) => value);
    expect(values).toContain("before");
    expect(values.at(-1)).toBe("contains");
    expect(fieldTypeOf("unknown", noChoices)).toBe("text");
  });
});
