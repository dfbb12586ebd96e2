import { expect, test } from "vitest";
import type { Schedule } from "./schedule.ts";
import { anyTime } from "./schedule.ts";
import { scheduleSentence } from "./schedule-sentence.ts";

const fixed: Schedule["zone"] = { kind: "fixed", zone: "Europe/Berlin" };

test.each([
  [anyTime, "any time"],
  [{ ...anyTime, weekdays: [1, 2, 3, 4, 5] }, "Mon–Fri, in the contact’s time zone"],
  [{ ...anyTime, weekdays: [6, 7] }, "Sat and Sun, in the contact’s time zone"],
  [{ ...anyTime, weekdays: [5, 1, 3] }, "Mon, Wed and Fri, in the contact’s time zone"],
  [{ ...anyTime, weekdays: [1, 2, 3, 6] }, "Mon–Wed and Sat, in the contact’s time zone"],
  [{ ...anyTime, weekdays: [] }, "no day, in the contact’s time zone"],
  [
    { ...anyTime, hours: { kind: "at", time: "09:30" }, zone: fixed },
    "every day, at 09:30, Europe/Berlin time",
  ],
  [
    {
      weekdays: [2],
      hours: {
        kind: "windows",
        windows: [
          { from: "09:00", to: "12:00" },
          { from: "22:00", to: "06:00" },
        ],
      },
      zone: fixed,
    },
    "Tue, 09:00–12:00 and 22:00–06:00, Europe/Berlin time",
  ],
] satisfies [Schedule, string][])("%j reads “%s”", (schedule, sentence) => {
  expect(scheduleSentence(schedule)).toBe(sentence);
});
