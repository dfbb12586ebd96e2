import { describe, expect, test } from "vitest";
import { moveStage, stageNameProblem, stagesToSave } from "./edit-stages.ts";

const stages = ["Stranger", "Visitor", "Lead"].map((name, place) => ({
  id: `s${place}`,
  name,
  contacts: place,
}));

describe("A stage is moved to the place of another", () => {
  test.each([
    { name: "down", id: "s0", overId: "s2", order: ["s1", "s2", "s0"] },
    { name: "up", id: "s2", overId: "s0", order: ["s2", "s0", "s1"] },
    { name: "onto itself", id: "s1", overId: "s1", order: ["s0", "s1", "s2"] },
    { name: "onto one that is gone", id: "s1", overId: "s9", order: ["s0", "s1", "s2"] },
  ])("$name", ({ id, overId, order }) => {
    expect(moveStage(stages, id, overId).map((stage) => stage.id)).toEqual(order);
  });
});

describe("A stage’s name", () => {
  test.each([
    { name: "Lead ", id: "s2", isTaken: true },
    { name: "lead", id: "s1", isTaken: false },
    { name: "lead", id: null, isTaken: false },
    { name: "  ", id: null, isTaken: false },
    { name: "Customer", id: null, isTaken: true },
  ])("“$name” for $id can be taken: $isTaken", ({ name, id, isTaken }) => {
    expect(stageNameProblem(name, stages, id) === undefined).toBe(isTaken);
  });
});

test("The whole list is saved, names trimmed", () => {
  expect(
    stagesToSave([
      { id: "s0", name: " Stranger " },
      { id: "", name: "New" },
    ]),
  ).toEqual([
    { id: "s0", name: "Stranger" },
    { id: "", name: "New" },
  ]);
});
