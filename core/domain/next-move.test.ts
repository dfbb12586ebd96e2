import { describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE, type Instant } from "../shared/clock.ts";
import type { CampaignPlan, EmailStep, Lane, Step } from "./campaign.ts";
import type { HeardEvent, SentMessage } from "./evidence.ts";
import { newEmailStep, newPlan } from "./new-step.ts";
import { LATENESS } from "./interaction-finding.ts";
import type { RunFacts } from "./move.ts";
import { nextMove } from "./next-move.ts";
import type { Interaction } from "./trigger.ts";

/** Monday 2 March 2026, noon UTC. */
const NOON = Date.UTC(2026, 2, 2, 12);

function email(id: string, more: Partial<EmailStep> = {}): EmailStep {
  return { ...newEmailStep(() => id, id), ...more };
}

function planOf(...steps: Step[]): CampaignPlan {
  return { ...newPlan(null), steps };
}

function sent(stepId: string, sentAt: Instant, more: Partial<SentMessage> = {}): SentMessage {
  return { id: 1, stepId, reportStepId: stepId, sentAt, isTracked: true, ...more };
}

function heard(
  kind: HeardEvent["kind"],
  occurredAt: Instant,
  more: Partial<HeardEvent> = {},
): HeardEvent {
  return { messageId: 1, kind, class: "human", linkId: null, occurredAt, ...more };
}

function facts(more: Partial<RunFacts> = {}): RunFacts {
  return {
    contactUid: "ana",
    zone: "UTC",
    quiet: null,
    sent: [],
    events: [],
    heardUpTo: { relay: 0, inbox: 0 },
    jumpsOf: () => 0,
    testOf: () => ({ wonLaneId: null, chooseAt: null, results: () => [] }),
    fieldOf: () => null,
    matches: () => false,
    ...more,
  };
}

function allHeard(now: Instant): RunFacts["heardUpTo"] {
  return { relay: now, inbox: now };
}

const opened: Interaction = {
  did: "opened",
  negated: false,
  target: { kind: "step", stepId: "first" },
  linkIds: null,
};
const within = { amount: 3, unit: "days" } as const;
const DEADLINE = NOON + 3 * DAY;

function waitingEmail(interaction: Interaction, otherwise: "skip" | "end" = "skip"): CampaignPlan {
  return planOf(
    email("first"),
    email("second", { trigger: { kind: "interaction", interaction, within, otherwise } }),
    email("third"),
  );
}

describe("an email after the step before it", () => {
  test("is sent at once where nothing holds it", () => {
    const move = nextMove(
      planOf(email("first")),
      { stepId: "first", sinceAt: NOON },
      facts(),
      NOON,
    );
    expect(move).toMatchObject({ kind: "send", plannedAt: NOON });
  });

  test("waits for its delay, counted from what happened before", () => {
    const plan = planOf(email("first", { delay: { amount: 2, unit: "hours" } }));
    expect(
      nextMove(plan, { stepId: "first", sinceAt: NOON }, facts(), NOON + MINUTE),
    ).toMatchObject({ kind: "wait", for: "time", wakeAt: NOON + 2 * HOUR });
    expect(
      nextMove(plan, { stepId: "first", sinceAt: NOON }, facts(), NOON + 2 * HOUR),
    ).toMatchObject({ kind: "send", plannedAt: NOON + 2 * HOUR });
  });

  test("waits for its schedule in the contact's zone", () => {
    const plan = planOf(
      email("first", {
        schedule: {
          weekdays: [2],
          hours: { kind: "windows", windows: [{ from: "09:00", to: "10:00" }] },
          zone: { kind: "contact" },
        },
      }),
    );
    expect(
      nextMove(plan, { stepId: "first", sinceAt: NOON }, facts({ zone: "Asia/Tokyo" }), NOON),
    ).toMatchObject({ kind: "wait", wakeAt: Date.UTC(2026, 2, 3, 0) });
  });
});

describe("an email that waits for “opened”", () => {
  const place = { stepId: "second", sinceAt: NOON };

  test("is sent from the moment it was opened", () => {
    const known = facts({ sent: [sent("first", NOON)], events: [heard("opened", NOON + HOUR)] });
    expect(nextMove(waitingEmail(opened), place, known, NOON + HOUR)).toMatchObject({
      kind: "send",
      plannedAt: NOON + HOUR,
    });
  });

  test("takes a click for an open", () => {
    const known = facts({ sent: [sent("first", NOON)], events: [heard("clicked", NOON + HOUR)] });
    expect(nextMove(waitingEmail(opened), place, known, NOON + HOUR)).toMatchObject({
      kind: "send",
    });
  });

  test("takes an open of the email sent again for an open of it", () => {
    const known = facts({
      sent: [sent("again", NOON, { reportStepId: "first" })],
      events: [heard("opened", NOON + HOUR)],
    });
    expect(nextMove(waitingEmail(opened), place, known, NOON + HOUR)).toMatchObject({
      kind: "send",
    });
  });

  test.each(["machine", "unsure"] as const)("does not take a %s's look for an open", (by) => {
    const now = DEADLINE + LATENESS;
    const known = facts({
      sent: [sent("first", NOON)],
      events: [heard("opened", NOON + HOUR, { class: by })],
      heardUpTo: allHeard(now),
    });
    expect(nextMove(waitingEmail(opened), place, known, now)).toMatchObject({
      kind: "go",
      how: "skipped",
      to: "third",
    });
  });

  test("waits until its deadline was heard, not only reached", () => {
    const known = facts({ sent: [sent("first", NOON)], heardUpTo: allHeard(DEADLINE) });
    expect(nextMove(waitingEmail(opened), place, known, DEADLINE + LATENESS)).toMatchObject({
      kind: "wait",
      for: "event",
      deadlineAt: DEADLINE,
    });
  });

  test("goes its other way once silence is certain", () => {
    const now = DEADLINE + LATENESS;
    const known = facts({ sent: [sent("first", NOON)], heardUpTo: allHeard(now) });
    expect(nextMove(waitingEmail(opened), place, known, now)).toMatchObject({
      kind: "go",
      how: "skipped",
      to: "third",
    });
    expect(nextMove(waitingEmail(opened, "end"), place, known, now)).toMatchObject({ kind: "end" });
  });

  test("goes its other way at once where the email was never sent, or is not tracked", () => {
    expect(nextMove(waitingEmail(opened), place, facts(), NOON)).toMatchObject({
      kind: "go",
      how: "skipped",
    });
    const untracked = facts({ sent: [sent("first", NOON, { isTracked: false })] });
    expect(nextMove(waitingEmail(opened), place, untracked, NOON)).toMatchObject({
      kind: "go",
      how: "skipped",
    });
  });
});

describe("an email for those who did not open", () => {
  const place = { stepId: "second", sinceAt: NOON };
  const notOpened = waitingEmail({ ...opened, negated: true });

  test("is planned from the deadline, once silence is certain", () => {
    const now = DEADLINE + LATENESS;
    const known = facts({ sent: [sent("first", NOON)], heardUpTo: allHeard(now) });
    expect(nextMove(notOpened, place, known, now)).toMatchObject({
      kind: "send",
      plannedAt: DEADLINE,
    });
  });

  test("is never sent on what is not known", () => {
    const now = DEADLINE + LATENESS;
    const machine = facts({
      sent: [sent("first", NOON)],
      events: [heard("opened", NOON + HOUR, { class: "machine" })],
      heardUpTo: allHeard(now),
    });
    expect(nextMove(notOpened, place, machine, now)).toMatchObject({ kind: "go", how: "skipped" });
    const untracked = facts({
      sent: [sent("first", NOON, { isTracked: false })],
      heardUpTo: allHeard(now),
    });
    expect(nextMove(notOpened, place, untracked, now)).toMatchObject({
      kind: "go",
      how: "skipped",
    });
    const deaf = facts({ sent: [sent("first", NOON)], heardUpTo: { relay: null, inbox: null } });
    expect(nextMove(notOpened, place, deaf, now)).toMatchObject({ kind: "go", how: "skipped" });
  });

  test("goes by when it was opened, not by when we heard of it", () => {
    const now = DEADLINE + 5 * DAY;
    const inTime = facts({
      sent: [sent("first", NOON)],
      events: [heard("opened", DEADLINE)],
      heardUpTo: allHeard(now),
    });
    expect(nextMove(notOpened, place, inTime, now)).toMatchObject({ kind: "go", how: "skipped" });
    const tooLate = facts({
      sent: [sent("first", NOON)],
      events: [heard("opened", DEADLINE + 1)],
      heardUpTo: allHeard(now),
    });
    expect(nextMove(notOpened, place, tooLate, now)).toMatchObject({ kind: "send" });
  });
});

describe("a split", () => {
  const clicked = (linkIds: string[] | null): Interaction => ({
    did: "clicked",
    negated: false,
    target: { kind: "step", stepId: "first" },
    linkIds,
  });
  const lane = (id: string, condition: Lane["condition"]): Lane => ({
    id,
    name: id,
    condition,
    steps: [email(`${id}-mail`)],
  });
  function split(...lanes: Lane[]): CampaignPlan {
    return planOf(
      email("first"),
      {
        kind: "split",
        id: "split",
        name: "split",
        within,
        winner: null,
        lanes: [...lanes, lane("rest", null)],
      },
      email("after"),
    );
  }
  const place = { stepId: "split", sinceAt: NOON };
  const pricing = lane("pricing", { kind: "interaction", interaction: clicked(["pricing"]) });
  const any = lane("any", { kind: "interaction", interaction: clicked(null) });
  const silent = lane("silent", {
    kind: "interaction",
    interaction: { ...clicked(null), negated: true },
  });
  const known = (events: HeardEvent[], now: Instant): RunFacts =>
    facts({ sent: [sent("first", NOON)], events, heardUpTo: allHeard(now) });

  test("takes a lane early once its condition cannot become false", () => {
    const events = [heard("clicked", NOON + HOUR, { linkId: "pricing" })];
    expect(nextMove(split(pricing), place, known(events, NOON + HOUR), NOON + HOUR)).toMatchObject({
      kind: "go",
      how: "lane",
      laneId: "pricing",
      to: "pricing-mail",
      sinceAt: NOON + HOUR,
    });
  });

  test("does not take a lower lane early while a higher one can still become true", () => {
    const events = [heard("clicked", NOON + HOUR, { linkId: "tour" })];
    expect(
      nextMove(split(pricing, any), place, known(events, NOON + HOUR), NOON + HOUR),
    ).toMatchObject({ kind: "wait", for: "event" });
    const now = DEADLINE + LATENESS;
    expect(nextMove(split(pricing, any), place, known(events, now), now)).toMatchObject({
      kind: "go",
      laneId: "any",
    });
  });

  test("nor while a higher one looks at data that may still change", () => {
    const events = [heard("clicked", NOON + HOUR, { linkId: "tour" })];
    const rule = { kind: "tag", test: "has", tag: "hot" } as const;
    const plan = split(lane("tagged", { kind: "rule", rule }), any);
    const moveAt = (at: Instant) => nextMove(plan, place, known(events, at), at);
    expect(moveAt(NOON + HOUR)).toMatchObject({ kind: "wait", wakeAt: DEADLINE });
    expect(moveAt(DEADLINE + LATENESS)).toMatchObject({ laneId: "any" });
  });

  test("passes over a “not” lane as soon as it can never apply", () => {
    const events = [heard("clicked", NOON + HOUR, { linkId: "tour" })];
    expect(
      nextMove(split(silent, any), place, known(events, NOON + HOUR), NOON + HOUR),
    ).toMatchObject({ kind: "go", laneId: "any" });
  });

  test("leaves everyone else in the last lane, from the deadline", () => {
    const now = DEADLINE + LATENESS;
    expect(nextMove(split(pricing), place, known([], now), now)).toMatchObject({
      kind: "go",
      laneId: "rest",
      sinceAt: DEADLINE,
    });
  });

  test("on data alone decides at once", () => {
    const rule = { kind: "tag", test: "has", tag: "vip" } as const;
    const plan = planOf({
      kind: "split",
      id: "split",
      name: "",
      within: null,
      winner: null,
      lanes: [lane("vip", { kind: "rule", rule }), lane("rest", null)],
    });
    expect(nextMove(plan, place, facts({ matches: () => true }), NOON)).toMatchObject({
      kind: "go",
      laneId: "vip",
      sinceAt: NOON,
    });
    expect(nextMove(plan, place, facts(), NOON)).toMatchObject({ kind: "go", laneId: "rest" });
  });

  test("rejoins the list below where a lane is empty or at its end", () => {
    const plan = planOf(
      {
        kind: "split",
        id: "split",
        name: "",
        within: null,
        winner: null,
        lanes: [{ id: "rest", name: "", condition: null, steps: [] }],
      },
      email("after"),
    );
    expect(nextMove(plan, place, facts(), NOON)).toMatchObject({ kind: "go", to: "after" });
  });
});

describe("the other steps", () => {
  test("a wait counts from what happened before it, over a change of the clocks", () => {
    const plan = planOf(
      { kind: "wait", id: "wait", until: { kind: "for", duration: { amount: 1, unit: "days" } } },
      email("next"),
    );
    const before = Date.UTC(2026, 2, 28, 11);
    const place = { stepId: "wait", sinceAt: before };
    const wakeAt = before + 23 * HOUR;
    expect(nextMove(plan, place, facts({ zone: "Europe/Berlin" }), before)).toMatchObject({
      kind: "wait",
      wakeAt,
    });
    expect(nextMove(plan, place, facts({ zone: "Europe/Berlin" }), wakeAt)).toMatchObject({
      kind: "go",
      how: "passed",
      to: "next",
      sinceAt: wakeAt,
    });
  });

  test("a wait for a weekday ends at its next such moment", () => {
    const plan = planOf({
      kind: "wait",
      id: "wait",
      until: { kind: "weekday", weekdays: [2], time: "10:00" },
    });
    expect(nextMove(plan, { stepId: "wait", sinceAt: NOON }, facts(), NOON)).toMatchObject({
      kind: "wait",
      wakeAt: Date.UTC(2026, 2, 3, 10),
    });
  });

  test("an end ends, and so does the end of the list", () => {
    expect(
      nextMove(planOf({ kind: "end", id: "end" }), { stepId: "end", sinceAt: NOON }, facts(), NOON),
    ).toMatchObject({ kind: "end" });
    expect(nextMove(planOf(), { stepId: null, sinceAt: NOON }, facts(), NOON)).toMatchObject({
      kind: "end",
    });
  });

  test("asked again with the same facts it answers the same", () => {
    const known = facts({ sent: [sent("first", NOON)], events: [heard("opened", NOON + HOUR)] });
    const ask = (): unknown =>
      nextMove(waitingEmail(opened), { stepId: "second", sinceAt: NOON }, known, NOON + 2 * HOUR);
    expect(ask()).toEqual(ask());
  });
});
