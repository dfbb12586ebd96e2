import { expect, test } from "vitest";
import { neutralise } from "./rejected-csv.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+49 221", "'+49 221"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["\rx", "'\rx"],
  ["=1\n+2", "'=1\n+2"],
  ["＝1", "'＝1"],
  ["a=1", "a=1"],
  ["", ""],
])("The cell %j is written %j", (cell, written) => {
  expect(neutralise(cell)).toBe(written);
});
