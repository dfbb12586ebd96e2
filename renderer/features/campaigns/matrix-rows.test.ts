import { describe, expect, test } from "vitest";
import { conversion, matrixRows, withoutCell } from "./matrix-rows.ts";
import type { CampaignSummary, Matrix } from "./matrix-rows.ts";

function campaign(id: string, change: Partial<CampaignSummary> = {}): CampaignSummary {
  return {
    id,
    name: id,
    goalId: "buy",
    segmentId: "leads",
    state: "draft",
    open: 0,
    entered: 0,
    reachedGoal: 0,
    sent: 0,
    updatedAt: 0,
    ...change,
  };
}

function matrix(campaigns: CampaignSummary[]): Matrix {
  return {
    goals: [
      { id: "call", name: "Book a call" },
      { id: "buy", name: "Buy" },
    ],
    segments: [
      { id: "leads", name: "Leads", contacts: 12 },
      { id: "customers", name: "Customers", contacts: 3 },
    ],
    campaigns,
    inNoCampaign: 0,
    inSeveral: 0,
  };
}

describe("The matrix of goals and segments", () => {
  test("every segment has a cell for every goal, in their order", () => {
    const rows = matrixRows(matrix([campaign("welcome")]));
    expect(rows.map((row) => row.cells.map((cell) => cell.campaigns.map(({ id }) => id)))).toEqual([
      [[], ["welcome"]],
      [[], []],
    ]);
  });

  test("in a cell a live campaign comes before a newer draft", () => {
    const rows = matrixRows(
      matrix([campaign("draft", { updatedAt: 9 }), campaign("live", { state: "live" })]),
    );
    expect(rows[0]?.cells[1]?.campaigns.map(({ id }) => id)).toEqual(["live", "draft"]);
  });

  test("campaigns without a goal, or whose segment is gone, are listed apart", () => {
    const apart = withoutCell(
      matrix([
        campaign("a"),
        campaign("b", { goalId: null }),
        campaign("c", { segmentId: "gone" }),
      ]),
    );
    expect(apart.map(({ id }) => id)).toEqual(["b", "c"]);
  });

  test("a conversion is said once somebody entered", () => {
    expect(conversion(campaign("a"))).toBeUndefined();
    expect(conversion(campaign("a", { entered: 8, reachedGoal: 1 }))).toBe("13 %");
  });
});
