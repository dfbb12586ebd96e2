import { describe, expect, test } from "vitest";
import type { Step } from "../../domain/campaign.ts";
import { funnelRows } from "./funnel-rows.ts";

const end = (id: string): Step => ({ kind: "end", id });
const split: Step = {
  kind: "split",
  id: "split",
  name: "Interest",
  within: null,
  winner: null,
  lanes: [
    { id: "a", name: "Hot", condition: null, steps: [end("hot")] },
    { id: "b", name: "Warm", condition: null, steps: [] },
    { id: "c", name: "Everyone else", condition: null, steps: [] },
  ],
};

describe("the funnel of a campaign with a split", () => {
  const rows = funnelRows([split, end("last")], {
    waiting: { split: { people: 4 } },
    passages: [
      { stepId: "split", move: "lane", reason: "", people: 10 },
      { stepId: "split", move: "exit", reason: "unsubscribed", people: 2 },
      { stepId: "hot", move: "end", reason: "", people: 3 },
    ],
    lanes: [
      { laneId: "a", people: 3 },
      { laneId: "c", people: 7 },
    ],
  });

  test("reads like the outline, lanes above their steps", () => {
    expect(rows.map(({ kind, name, depth }) => [kind, name, depth])).toEqual([
      ["split", "Interest", 0],
      ["lane", "Hot", 1],
      ["end", "End", 2],
      ["lane", "Warm", 1],
      ["lane", "Everyone else", 1],
      ["end", "End", 0],
    ]);
  });

  test("says how many took which lane, and who left before", () => {
    expect(rows.map(({ passed, waiting }) => [passed, waiting])).toEqual([
      [10, 4],
      [3, 0],
      [3, 0],
      [0, 0],
      [7, 0],
      [0, 0],
    ]);
    expect(rows[0]?.skipped).toEqual([{ reason: "unsubscribed", people: 2 }]);
  });
});
