import { expect, test } from "vitest";
import { backOffMs } from "./back-off.ts";

test("Each try waits twice as long, and none longer than eight seconds", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 50].map(backOffMs)).toEqual([
    250, 250, 500, 1000, 2000, 4000, 8000, 8000, 8000,
  ]);
});
