import { describe, expect, test } from "vitest";
import { email, on } from "./plan-examples.ts";
import { anyTime, type Schedule } from "./schedule.ts";
import { sendExamples } from "./send-examples.ts";

const from = Date.parse("2026-05-12T10:00:00Z");
const mornings: Schedule = {
  weekdays: [1, 2, 3, 4, 5],
  hours: { kind: "windows", windows: [{ from: "09:00", to: "12:00" }] },
  zone: { kind: "contact" },
};

function told(step: Parameters<typeof sendExamples>[0], inherited: Schedule = anyTime): string[] {
  return sendExamples(step, { from, businessZone: "Europe/Berlin", inherited, quiet: null }).map(
    ({ name, at, zone }) => `${name} ${new Date(at).toISOString().slice(0, 16)} ${zone}`,
  );
}

describe("When three people would get an email", () => {
  test.each([
    [
      "at once, where nothing holds it back",
      email("a"),
      anyTime,
      [
        "Ana 2026-05-12T10:00 Europe/Lisbon",
        "Ken 2026-05-12T10:00 Asia/Tokyo",
        "Bo 2026-05-12T10:00 Europe/Berlin",
      ],
    ],
    [
      "in each one's own morning",
      email("a"),
      mornings,
      [
        "Ana 2026-05-12T10:00 Europe/Lisbon",
        "Ken 2026-05-13T00:00 Asia/Tokyo",
        "Bo 2026-05-13T07:00 Europe/Berlin",
      ],
    ],
    [
      "in one zone's morning, all together",
      email("a", { schedule: { ...mornings, zone: { kind: "fixed", zone: "Europe/Berlin" } } }),
      anyTime,
      [
        "Ana 2026-05-13T07:00 Europe/Berlin",
        "Ken 2026-05-13T07:00 Europe/Berlin",
        "Bo 2026-05-13T07:00 Europe/Berlin",
      ],
    ],
    [
      "after the deadline of something not done, and the delay",
      email("a", { ...on({ negated: true }, 3), delay: { amount: 2, unit: "hours" } }),
      anyTime,
      [
        "Ana 2026-05-15T12:00 Europe/Lisbon",
        "Ken 2026-05-15T12:00 Asia/Tokyo",
        "Bo 2026-05-15T12:00 Europe/Berlin",
      ],
    ],
  ])("%s", (_, step, inherited, expected) => {
    expect(told(step, inherited)).toEqual(expected);
  });

  test("is not said while the schedule never opens", () => {
    expect(told(email("a", { schedule: { ...anyTime, weekdays: [] } }))).toEqual([]);
  });
});
