import { describe, expect, test } from "vitest";
import type { ContactsView, Shown } from "./contacts-view.ts";
import { shownRule, sortedBy } from "./contacts-view.ts";

const view: ContactsView = {
  query: "",
  shown: "everyone",
  rule: { kind: "all", rules: [] },
  sort: "created",
  isDescending: true,
};
const rule = { kind: "all", rules: [{ kind: "tag", test: "has", tag: "hot" }] } as const;

describe("Who is asked for", () => {
  const cases: { name: string; shown: Shown; is: unknown }[] = [
    { name: "everyone, by no rule", shown: "everyone", is: null },
    {
      name: "the archive",
      shown: "archived",
      is: { kind: "status", test: "is", status: "archived" },
    },
    {
      name: "a segment",
      shown: "segment:leads",
      is: { kind: "in-segment", test: "is", segmentId: "leads" },
    },
    { name: "an own rule", shown: "rule", is: rule },
  ];
  test.each(cases)("$name", ({ shown, is }) => {
    expect(shownRule({ ...view, shown, rule })).toEqual(is);
  });

  test("everyone while a rule has no condition", () => {
    expect(shownRule({ ...view, shown: "rule" })).toBeNull();
  });
});

describe("Pressing a heading", () => {
  test("turns the order of its column", () => {
    expect(sortedBy(view, "created")).toEqual({ sort: "created", isDescending: false });
  });
  test("begins another column at A", () => {
    expect(sortedBy(view, "name")).toEqual({ sort: "name", isDescending: false });
  });
  test("begins with the newest", () => {
    expect(sortedBy({ ...view, sort: "name" }, "created")).toEqual({
      sort: "created",
      isDescending: true,
    });
  });
});
