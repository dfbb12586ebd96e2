import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { anyTime } from "../domain/schedule.ts";
import { must } from "../shared/assert.ts";
import { DAY, HOUR } from "../shared/clock.ts";
import { openStory, type Story } from "../story-world.ts";
import { about, email, split, wait, when } from "./story-steps.ts";

let story: Story;
let ana: string;

beforeEach(async () => {
  story = await openStory();
  ana = await story.addPerson("ana");
  await story.addPerson("ben");
});
afterEach(() => story.close());

async function runOfAna(): Promise<{ id: string; canSkipWait: boolean; state: string }> {
  const { enrollments } = await story.app.handlers.contacts.get({ id: ana });
  return must(enrollments[0]);
}

async function refusal(call: () => unknown): Promise<string> {
  const error: unknown = await Promise.resolve()
    .then(call)
    .catch((thrown: unknown) => thrown);
  return error instanceof Error ? error.message : "not refused";
}

describe("Who is taken out of a campaign by hand", () => {
  test("gets nothing more, and nobody else is touched", async () => {
    await story.goLive({ steps: [email("one"), wait("w", 1), email("two")] });
    await story.pass(HOUR);
    await story.app.handlers.runs.leave({ id: (await runOfAna()).id });
    await story.pass(3 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one"]);
    expect(story.mailsTo("ben")).toEqual(["one", "two"]);
    expect(await runOfAna()).toMatchObject({ state: "exited", where: "taken out by hand" });
  });

  test("cannot be steered any more", async () => {
    await story.goLive({ steps: [email("one"), wait("w", 1)] });
    const { id } = await runOfAna();
    const { runs } = story.app.handlers;
    await runs.leave({ id });
    for (const again of [
      () => runs.leave({ id }),
      () => runs.skipWait({ id }),
      () => runs.moveTo({ id, stepId: "one" }),
    ])
      expect(await refusal(again)).toBe("This person is no longer in the campaign.");
  });
});

describe("A wait that is ended by hand", () => {
  test("is over at once, for this person", async () => {
    await story.goLive({ steps: [wait("w", 10), email("two")] });
    await story.pass(HOUR);
    const { id, canSkipWait } = await runOfAna();
    expect(canSkipWait).toBe(true);
    await story.app.handlers.runs.skipWait({ id });
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["two"]);
    expect(story.mailsTo("ben")).toEqual([]);
  });

  test("is an email's delay too, but never its schedule", async () => {
    const tuesday = { ...anyTime, weekdays: [2] };
    await story.goLive({
      steps: [email("one", { delay: { amount: 1, unit: "months" }, schedule: tuesday })],
    });
    await story.pass(HOUR);
    await story.app.handlers.runs.skipWait({ id: (await runOfAna()).id });
    await story.pass(10 * HOUR);
    expect(story.mailsTo("ana")).toEqual([]);
    await story.pass(2 * HOUR);
    expect(story.mailsTo("ana")).toEqual(["one"]);
    // Only its schedule was left: there was no more to end.
    expect(story.mailsTo("ben")).toEqual([]);
  });

  test("is none where something is to happen first", async () => {
    await story.goLive({ steps: [email("one"), email("two", when(about("opened", "one"), 3))] });
    await story.pass(HOUR);
    const { id, canSkipWait } = await runOfAna();
    expect(canSkipWait).toBe(false);
    expect(await refusal(() => story.app.handlers.runs.skipWait({ id }))).toContain(
      "Move them to a step instead.",
    );
  });
});

describe("Who is moved to another step", () => {
  const steps = [email("one"), wait("w", 10), email("two"), wait("v", 10), email("three")];

  test("goes on from there, also back, and is sent that email again", async () => {
    await story.goLive({ steps });
    await story.pass(HOUR);
    const { id } = await runOfAna();
    await story.app.handlers.runs.moveTo({ id, stepId: "three" });
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["one", "three"]);
    expect((await runOfAna()).state).toBe("done");
  });

  test("is sent an email again that they had", async () => {
    await story.goLive({ steps });
    await story.pass(HOUR);
    const { id } = await runOfAna();
    const places = await story.app.handlers.runs.places({ id });
    expect(places.map(({ stepId, isHere, wasSent }) => [stepId, isHere, wasSent])).toEqual([
      ["one", false, true],
      ["w", true, false],
      ["two", false, false],
      ["v", false, false],
      ["three", false, false],
    ]);
    await story.app.handlers.runs.moveTo({ id, stepId: "one" });
    await story.pass(11 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one", "one", "two"]);
  });

  test("is not sent what was queued where they were", async () => {
    await story.app.handlers.settings.setPaused({ isPaused: true });
    await story.goLive({ steps });
    await story.pass(HOUR);
    const { id } = await runOfAna();
    await story.app.handlers.runs.moveTo({ id, stepId: "two" });
    await story.app.handlers.settings.setPaused({ isPaused: false });
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["two"]);
  });

  test("stays there whatever is heard late of before", async () => {
    await story.goLive({
      steps: [
        email("one"),
        split("s", 1, [[about("opened", "one"), wait("w", 5), email("opened")]], [wait("v", 5)]),
        wait("x", 30),
        email("last"),
      ],
    });
    await story.pass(DAY + HOUR);
    await story.app.handlers.runs.moveTo({ id: (await runOfAna()).id, stepId: "x" });
    const [first] = story.server.arrived;
    story.relay.hear("o", must(first).token, { at: must(first).at + HOUR });
    await story.pass(40 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one", "last"]);
  });

  test("cannot be moved to a step that is gone", async () => {
    await story.goLive({ steps });
    const { id } = await runOfAna();
    const { runs } = story.app.handlers;
    expect(await refusal(() => runs.moveTo({ id, stepId: "x" }))).toContain("Choose another.");
  });
});

describe("Who is snoozed", () => {
  test("is mailed by no campaign before that day, then by all", async () => {
    await story.goLive({ steps: [email("one"), wait("w", 1), email("two")] });
    await story.pass(HOUR);
    const { contacts } = story.app.handlers;
    await contacts.snooze({ id: ana, until: { kind: "days", days: 7 } });
    expect(await contacts.get({ id: ana })).toMatchObject({
      snoozedUntil: story.clock.wall() + 7 * DAY,
    });
    await story.pass(6 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one"]);
    expect(story.mailsTo("ben")).toEqual(["one", "two"]);
    await story.pass(2 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one", "two"]);
  });

  test("is mailed at once when that is ended", async () => {
    const { contacts } = story.app.handlers;
    await contacts.snooze({ id: ana, until: { kind: "day", day: "2026-06-01" } });
    expect(await contacts.get({ id: ana })).toMatchObject({
      snoozedUntil: Date.parse("2026-06-01T00:00:00Z"),
    });
    await story.goLive({ steps: [email("one")] });
    await story.pass(3 * DAY);
    await contacts.snooze({ id: ana, until: null });
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["one"]);
  });

  test.each([["2026-03-02"], ["2026-02-30"], ["soon"], [""]])(
    "is not snoozed to %j",
    async (day) => {
      const { contacts } = story.app.handlers;
      const call = () => contacts.snooze({ id: ana, until: { kind: "day", day } });
      expect(await refusal(call)).toContain("still to come");
      expect(await contacts.get({ id: ana })).toMatchObject({ snoozedUntil: null });
    },
  );
});
