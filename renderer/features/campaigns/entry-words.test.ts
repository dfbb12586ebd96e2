import { expect, test } from "vitest";
import type { Entry, Reentry } from "#core/domain/entry.ts";
import { entryWords, reentryWords } from "./entry-words.ts";

const names = {
  stages: new Map([["lead", "Lead"]]),
  fields: new Map([["score", "Score"]]),
  segments: new Map([["leads", "Leads"]]),
  campaigns: new Map([["c2", "Onboarding"]]),
};

function date(change: Partial<Extract<Entry, { kind: "date-reached" }>>): Entry {
  const offset = { amount: 0, unit: "days" } as const;
  const entry = { kind: "date-reached", field: "score", offset, side: "before" } as const;
  return { ...entry, time: "09:00", isYearly: false, ...change };
}

const entries: [Entry, string][] = [
  [{ kind: "joins-segment", segmentId: "leads" }, "joins “Leads”"],
  [{ kind: "tag-removed", tag: "trial" }, "loses the tag “trial”"],
  [{ kind: "stage-changed", stageId: "lead" }, "comes to the stage Lead"],
  [{ kind: "stage-changed", stageId: null }, "comes to another stage"],
  [
    {
      kind: "link-clicked",
      url: "https://www.example.com/pricing",
      isBelow: true,
      alsoUnsure: false,
    },
    "clicks a link to example.com/pricing or below",
  ],
  [date({}), "comes to “Score”, at 09:00"],
  [
    date({ offset: { amount: 2, unit: "weeks" }, isYearly: true }),
    "is 2 weeks before “Score” of any year, at 09:00",
  ],
  [
    { kind: "broadcast", segmentId: "leads", date: "2026-05-03", time: "09:00" },
    "is in “Leads” on 3 May 2026 at 09:00",
  ],
  [{ kind: "broadcast", segmentId: "", date: "", time: "09:00" }, "is in “…” on … at 09:00"],
  [{ kind: "event-received", name: "signup", filter: null }, "has the event “signup”"],
  [
    {
      kind: "event-received",
      name: "page_view",
      filter: { property: "page", test: "contains", value: "/thanks" },
    },
    "has the event “page_view” whose page contains “/thanks”",
  ],
  [{ kind: "imported" }, "is imported"],
  [{ kind: "campaign-ended", campaignId: "c2", outcome: "finished" }, "finishes “Onboarding”"],
  [
    { kind: "campaign-ended", campaignId: "c2", outcome: "goal-missed" },
    "finishes “Onboarding” without its goal",
  ],
];

test.each(entries)("who comes in: %#", (entry, expected) => {
  expect(entryWords(entry, names)).toBe(expected);
});

const reentries: [Reentry, string][] = [
  [{ kind: "once" }, "once ever"],
  [{ kind: "after-finishing", minGapDays: 90 }, "again 90 days after finishing"],
  [{ kind: "restart" }, "again at any time, from the start"],
  [{ kind: "per-event" }, "once for each event"],
];

test.each(reentries)("how often: %#", (reentry, expected) => {
  expect(reentryWords(reentry)).toBe(expected);
});
