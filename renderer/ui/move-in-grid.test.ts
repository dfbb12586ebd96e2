import { describe, expect, test } from "vitest";
import { moveInGrid } from "./move-in-grid.ts";

const cases = [
  { name: "down goes to the next row", key: "ArrowDown", active: 4, to: 5 },
  { name: "down stays on the last row", key: "ArrowDown", active: 99, to: 99 },
  { name: "up stays on the first row", key: "ArrowUp", active: 0, to: 0 },
  { name: "page down moves by what fits the window", key: "PageDown", active: 4, to: 14 },
  { name: "page up does not leave the table", key: "PageUp", active: 4, to: 0 },
  { name: "home goes to the first row", key: "Home", active: 50, to: 0 },
  { name: "end goes to the last row", key: "End", active: 50, to: 99 },
  { name: "a letter does not move", key: "x", active: 50, to: undefined },
];

describe("Moving in a table of 100 rows", () => {
  test.each(cases)("$name", ({ key, active, to }) => {
    expect(moveInGrid(key, { active, rowCount: 100, pageRows: 10 })).toBe(to);
  });

  test("an empty table has nowhere to go", () => {
    expect(moveInGrid("End", { active: 0, rowCount: 0, pageRows: 10 })).toBeUndefined();
  });

  test("a window smaller than a row still pages by one", () => {
    expect(moveInGrid("PageDown", { active: 0, rowCount: 100, pageRows: -2 })).toBe(1);
  });
});
