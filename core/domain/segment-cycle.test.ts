import { expect, test } from "vitest";
import { segmentCycle, segmentsUsed } from "./segment-cycle.ts";
import type { SegmentRule } from "./segment.ts";

function standsOn(...ids: string[]): SegmentRule {
  return {
    kind: "any",
    rules: ids.map((segmentId) => ({ kind: "in-segment", test: "is", segmentId })),
  };
}

test.each([
  ["no segments, no circle", {}, undefined],
  ["a chain is none", { a: ["b"], b: ["c"], c: [] }, undefined],
  ["two ways to one segment are none", { a: ["b", "c"], b: ["d"], c: ["d"], d: [] }, undefined],
  ["a segment that is gone ends the chain", { a: ["gone"] }, undefined],
  ["a segment on itself", { a: ["a"] }, ["a"]],
  ["a circle behind a chain", { a: ["b"], b: ["c"], c: ["b"] }, ["b", "c"]],
] satisfies [string, Record<string, string[]>, string[] | undefined][])(
  "%s",
  (_sentence, uses, cycle) => {
    const rules = new Map(Object.entries(uses).map(([id, used]) => [id, standsOn(...used)]));
    expect(segmentCycle(rules)).toEqual(cycle);
  },
);

test("segments are found in groups of groups, each once", () => {
  expect(segmentsUsed({ kind: "none", rules: [standsOn("a", "b"), standsOn("a")] })).toEqual([
    "a",
    "b",
  ]);
});
