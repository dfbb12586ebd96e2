import { describe, expect, test } from "vitest";
import { isCurrent, listNavItems } from "./nav-items.ts";

describe("The navigation marks where one is", () => {
  const cases = [
    { path: "/", current: ["Campaigns"] },
    { path: "/campaigns/1/emails/2", current: ["Campaigns"] },
    { path: "/contacts/7", current: ["Contacts"] },
    { path: "/import", current: ["Contacts"] },
    { path: "/settings/relay", current: ["Settings"] },
    { path: "/contactsheet", current: [] },
  ];
  test.each(cases)("$path is in $current", ({ path, current }) => {
    const marked = listNavItems("practice").filter((item) => isCurrent(item, path));
    expect(marked.map((item) => item.label)).toEqual(current);
  });
});

test("The practice inbox is in practice alone", () => {
  const labels = (world: "real" | "practice") => listNavItems(world).map((item) => item.label);
  expect(labels("practice")).toContain("Practice inbox");
  expect(labels("real")).not.toContain("Practice inbox");
});
