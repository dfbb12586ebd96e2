import { expect, test } from "vitest";
import { copyName } from "./copy-name.ts";

test.each([
  { name: "the first copy", of: "Leads", taken: ["Leads"], copy: "Leads, copy" },
  {
    name: "another one",
    of: "Leads",
    taken: ["Leads", "leads, COPY", "Leads, copy 2"],
    copy: "Leads, copy 3",
  },
  {
    name: "a name as long as it may be",
    of: "x".repeat(80),
    taken: [],
    copy: `${"x".repeat(74)}, copy`,
  },
])("Copies have a name of their own: $name", ({ of, taken, copy }) => {
  expect(copyName(of, taken)).toBe(copy);
});
