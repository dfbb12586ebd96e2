import { expect, test } from "vitest";
import { filterTimeline, isAboutEmail, timelineDays, type TimelineItem } from "./timeline-days.ts";

function entry(at: string, kind: string, isUpcoming = false): TimelineItem {
  return {
    at: Date.parse(at),
    isUpcoming,
    kind,
    text: kind,
    why: null,
    class: null,
    campaignId: null,
    stepId: null,
  };
}

test("Days are those of the zone, and what is to come stands apart from what was", () => {
  const items = [
    entry("2026-03-05T09:00Z", "upcoming-email", true),
    entry("2026-03-04T23:30Z", "upcoming", true),
    entry("2026-03-04T23:10Z", "opened"),
    entry("2026-03-04T22:50Z", "message-sent"),
  ];
  const days = timelineDays(items, "Europe/Berlin");
  expect(days.map(({ day, isUpcoming, entries: { length } }) => [day, isUpcoming, length])).toEqual(
    [
      ["5 Mar 2026", true, 2],
      ["5 Mar 2026", false, 1],
      ["4 Mar 2026", false, 1],
    ],
  );
});

test.each([
  ["message-sent", "emails"],
  ["upcoming-email", "emails"],
  ["upcoming", "campaigns"],
  ["entry-refused", "campaigns"],
  ["tag-added", "changes"],
  ["clicked", "reactions"],
  ["bought", "reactions"],
] as const)("%s is found under %s", (kind, filter) => {
  const items = [entry("2026-03-04T22:50Z", kind)];
  expect(filterTimeline(items, filter)).toEqual(items);
  expect(filterTimeline(items, "all")).toEqual(items);
  for (const other of (["emails", "reactions", "campaigns", "changes"] as const).filter(
    (name) => name !== filter,
  ))
    expect(filterTimeline(items, other)).toEqual([]);
});

test("Mails and what was done with them have an email to open, splits do not", () => {
  const about = (kind: string, stepId: string | null) =>
    isAboutEmail({ ...entry("2026-03-04T22:50Z", kind), stepId });
  expect([about("opened", "s1"), about("lane", "s1"), about("bought", null)]).toEqual([
    true,
    false,
    false,
  ]);
});
