import { expect, test } from "vitest";
import { closestPlace } from "./closest-place.ts";

const areas = [
  ["first", { top: 0, bottom: 10, left: 0, right: 400 }],
  ["in the lane", { top: 100, bottom: 110, left: 40, right: 400 }],
  ["after the split", { top: 120, bottom: 130, left: 0, right: 400 }],
] as const;

test.each([
  ["on a line", { x: 50, y: 5 }, "first"],
  ["between two lines", { x: 50, y: 70 }, "in the lane"],
  ["left of a lane, nearer to what follows it", { x: 4, y: 116 }, "after the split"],
  ["far below", { x: 4, y: 900 }, "after the split"],
])("the drop target nearest to a point %s", (_, point, expected) => {
  expect(closestPlace(point, areas)).toBe(expected);
});

test("there is none without targets", () => {
  expect(closestPlace({ x: 0, y: 0 }, [])).toBeUndefined();
});
