import { describe, expect, test } from "vitest";
import { email, hot, on, planOf, waitForDay, waitForField } from "#core/domain/plan-examples.ts";
import { anyTime } from "#core/domain/schedule.ts";
import {
  actionsWords,
  conditionWords,
  delayWords,
  onlyToWords,
  scheduleWords,
  triggerWords,
  waitWords,
  whenSentence,
  type StepWords,
} from "./step-words.ts";

const plan = planOf([email("a"), email("b")]);
const words: StepWords = {
  plan,
  links: new Map([["a", new Map([["pricing", "Pricing"]])]]),
  names: {
    stages: new Map([["lead", "Lead"]]),
    fields: new Map([["score", "Score"]]),
    segments: new Map([["leads", "Leads"]]),
    campaigns: new Map([["c2", "Onboarding"]]),
  },
};

describe("A step in words", () => {
  test.each([
    [email("b").trigger, "after the step before"],
    [email("b", on({})).trigger, "if they clicked in “a” within 3 days"],
    [
      email("b", on({ linkIds: ["pricing"] })).trigger,
      "if they clicked “Pricing” in “a” within 3 days",
    ],
    [
      email("b", on({ did: "opened", negated: true, target: { kind: "last" } }, 1)).trigger,
      "if they did not open the last email within 1 day",
    ],
    [
      email("b", on({ target: { kind: "several", stepIds: null, atLeast: 2 } })).trigger,
      "if they clicked in at least 2 of the emails before within 3 days",
    ],
    [
      email("b", on({ negated: true, target: { kind: "several", stepIds: ["a"], atLeast: 1 } }))
        .trigger,
      "if they did not click in any of “a” within 3 days",
    ],
    [
      email("b", on({ target: { kind: "step", stepId: "gone" } })).trigger,
      "if they clicked in an email that is gone within 3 days",
    ],
  ])("a trigger: %#", (trigger, expected) => {
    expect(triggerWords(trigger, words)).toBe(expected);
  });

  test("its other properties", () => {
    expect(delayWords(email("a"))).toBe("at once");
    expect(delayWords(email("a", { delay: { amount: 2, unit: "days" } }))).toBe("2 days later");
    expect(scheduleWords(anyTime)).toBe("any time");
    expect(scheduleWords({ ...anyTime, weekdays: [1, 2, 3, 4, 5] })).toBe("Mon–Fri their time");
    expect(onlyToWords(null, words)).toBe("to everyone");
    expect(
      onlyToWords({ rule: { kind: "tag", test: "has-not", tag: "hot" }, otherwise: "skip" }, words),
    ).toBe("only to: does not have the tag “hot”");
    expect(
      actionsWords(
        [
          { kind: "add-tag", tag: "hot" },
          { kind: "set-stage", stageId: "lead", onlyForward: true },
        ],
        words.names,
      ),
    ).toBe("add tag “hot”, set stage Lead");
    expect(conditionWords(hot, words)).toBe("has the tag “hot”");
    expect(conditionWords(null, words)).toBe("everyone else");
  });

  test("waiting", () => {
    expect(
      waitWords(
        { kind: "wait", id: "w", until: { kind: "weekday", weekdays: [2], time: "10:00" } },
        words.names,
      ),
    ).toBe("until Tue at 10:00");
    expect(waitWords(waitForDay({}), words.names)).toBe("until 3 May 2026 at 09:00");
    expect(waitWords(waitForField("score"), words.names)).toBe("until “Score” at 09:00");
    expect(
      waitWords(waitForField("score", { offset: { amount: 2, unit: "weeks" } }), words.names),
    ).toBe("until 2 weeks before “Score” at 09:00");
  });

  test.each([
    [email("b"), "Sent right after the step before, any time."],
    [
      email("b", { ...on({}), delay: { amount: 2, unit: "hours" } }),
      "Sent 2 hours after they clicked in “a”, any time. Whoever has not within 3 days skips this email and goes on.",
    ],
    [
      email("b", on({ did: "opened", negated: true })),
      "If they did not open “a” within 3 days: sent as soon as that time is over, any time. Everyone else skips this email and goes on.",
    ],
  ])("when it leaves, as one sentence: %#", (step, expected) => {
    expect(whenSentence(step, words)).toBe(expected);
  });
});
