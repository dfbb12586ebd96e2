import { describe, expect, test } from "vitest";
import { email, hot, lane, planOf, split } from "#core/domain/plan-examples.ts";
import {
  dropProblem,
  listPlaces,
  neighbourPlace,
  placeKey,
  placeWithout,
  placeWords,
  readPlaceKey,
  stepNumber,
} from "./step-places.ts";

const plan = planOf([
  email("a"),
  split([lane("yes", hot, [email("b")]), lane("no", null)]),
  email("c"),
]);

describe("Places in the outline", () => {
  test("are listed in the order they are drawn, lanes inside their split", () => {
    expect(listPlaces(plan.steps).map(placeKey)).toEqual([
      ":0",
      ":1",
      "yes:0",
      "yes:1",
      "no:0",
      ":2",
      ":3",
    ]);
  });

  test("survive being written as a key", () => {
    for (const place of listPlaces(plan.steps))
      expect(readPlaceKey(placeKey(place))).toEqual(place);
  });

  test("below the moved step in its own list count one less", () => {
    expect(placeWithout(plan, "a", { laneId: null, index: 3 })).toEqual({ laneId: null, index: 2 });
    expect(placeWithout(plan, "c", { laneId: null, index: 1 })).toEqual({ laneId: null, index: 1 });
    expect(placeWithout(plan, "a", { laneId: "yes", index: 1 })).toEqual({
      laneId: "yes",
      index: 1,
    });
  });

  test.each([
    ["down out of the list into the lane below", "a", 1, "yes:0"],
    ["up from behind a split into its last lane", "c", -1, "no:0"],
    ["down out of one lane into the next", "b", 1, "no:0"],
    ["up out of the first lane in front of the split", "b", -1, ":1"],
  ] as const)("a step moves %s", (_, id, direction, expected) => {
    const place = neighbourPlace(plan, id, direction);
    expect(place && placeKey(place)).toBe(expected);
  });

  test("a step at an end moves no further", () => {
    expect(neighbourPlace(plan, "a", -1)).toBeUndefined();
    expect(neighbourPlace(plan, "c", 1)).toBeUndefined();
  });

  test("a split refuses its own lane, in words", () => {
    expect(dropProblem(plan, "split", { laneId: "yes", index: 0 })).toContain("own lanes");
    expect(dropProblem(plan, "a", { laneId: "no", index: 0 })).toBeUndefined();
  });

  test("are said for those who hear them", () => {
    expect(placeWords(plan, { laneId: null, index: 0 })).toBe("At the beginning");
    expect(placeWords(plan, { laneId: "yes", index: 1 })).toBe("After “b”, in the lane “yes”");
  });

  test.each([
    ["a", "1"],
    ["split", "2"],
    ["b", "2a.1"],
    ["c", "3"],
  ])("step %s is number %s", (id, number) => {
    expect(stepNumber(plan.steps, id)).toBe(number);
  });
});
