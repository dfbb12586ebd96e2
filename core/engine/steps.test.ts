import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { must } from "../shared/assert.ts";
import { DAY, HOUR } from "../shared/clock.ts";
import { openStory, type Story } from "../story-world.ts";
import type { GoToStep, SplitStep } from "../domain/campaign.ts";
import type { Interaction } from "../domain/trigger.ts";
import { newGoToStep } from "../domain/new-step.ts";
import { end, lane, lot, split as splitOf, waitForField } from "../domain/plan-examples.ts";
import { about, email, split, wait, when } from "./story-steps.ts";

let story: Story;
let ana: string;

beforeEach(async () => {
  story = await openStory();
  await story.app.handlers.settings.saveField({ key: "renewal", label: "Renewal", type: "date" });
  ana = await story.addPerson("ana");
});
afterEach(() => story.close());

function goTo(id: string, to: string, change: Partial<GoToStep> = {}): GoToStep {
  return { ...newGoToStep(() => id), to, ...change };
}

function arrivals(): string[] {
  return story.server.arrived.map(
    ({ subject, at }) => `${subject} ${new Date(at).toISOString().slice(0, 16)}`,
  );
}

describe("A wait for a date of the person", () => {
  const before = waitForField("renewal", {
    offset: { amount: 1, unit: "weeks" },
    past: "skip",
  });
  const steps = [before, email("soon"), email("thanks")];

  test("ends so long before it, at its time of day, on their clock", async () => {
    await story.editPerson(ana, { fields: { renewal: "2026-03-20" } });
    await story.goLive({ steps });
    await story.pass(30 * DAY);
    expect(arrivals()).toEqual(["soon 2026-03-13T09:00", "thanks 2026-03-13T09:00"]);
  });

  test("is moved with it, later and earlier", async () => {
    await story.editPerson(ana, { fields: { renewal: "2026-03-20" } });
    await story.goLive({ steps });
    await story.pass(DAY);
    await story.editPerson(ana, { fields: { renewal: "2026-03-30" } });
    await story.pass(12 * DAY);
    expect(arrivals()).toEqual([]);
    await story.editPerson(ana, { fields: { renewal: "2026-03-25" } });
    await story.pass(30 * DAY);
    expect(arrivals()[0]).toBe("soon 2026-03-18T09:00");
  });

  test("is moved also while the campaign is paused", async () => {
    await story.editPerson(ana, { fields: { renewal: "2026-03-30" } });
    const id = await story.goLive({ steps });
    await story.pass(DAY);
    await story.app.handlers.campaigns.pause({ id });
    await story.editPerson(ana, { fields: { renewal: "2026-03-20" } });
    await story.pass(DAY);
    await story.app.handlers.campaigns.resume({ id });
    await story.pass(30 * DAY);
    expect(arrivals()[0]).toBe("soon 2026-03-13T09:00");
  });

  test("that is past, or not known, goes the way that was chosen", async () => {
    await story.addPerson("ben");
    await story.editPerson(ana, { fields: { renewal: "2026-03-08" } });
    await story.goLive({ steps });
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["thanks"]);
    expect(story.mailsTo("ben")).toEqual(["thanks"]);
  });

  test("that is taken back while they wait goes the way that was chosen", async () => {
    await story.editPerson(ana, { fields: { renewal: "2026-03-30" } });
    await story.goLive({
      steps: [waitForField("renewal", { past: "end" }), email("soon")],
    });
    await story.pass(DAY);
    await story.editPerson(ana, { fields: { renewal: "" } });
    await story.pass(30 * DAY);
    expect(arrivals()).toEqual([]);
    expect(story.db.all("SELECT reason FROM decision WHERE move = 'end'")).toEqual([
      { reason: "the date it waits for is not known" },
    ]);
  });
});

describe("A split by lot", () => {
  const lanes = [
    { ...lane("a", lot(20)), steps: [email("to-a")] },
    { ...lane("b", lot(30)), steps: [email("to-b")] },
    { ...lane("rest", null), steps: [email("to-rest")] },
  ];
  const byLot: SplitStep = { ...splitOf(lanes, null), id: "by-lot" };

  test("sends so many down each lane, and each of them down the same one again", async () => {
    for (let n = 0; n < 99; n++) await story.addPerson(`p${n}`);
    await story.goLive({
      steps: [byLot, goTo("g", "by-lot", { visits: 1 })],
      reentry: { kind: "once" },
    });
    await story.pass(HOUR);
    const first = arrivalsByPerson();
    const count = (lane: string): number =>
      [...first.values()].filter((mails) => mails[0] === lane).length;
    // Three standard deviations around 20, 30 and 50 of a hundred.
    expect(count("to-a")).toBeGreaterThanOrEqual(8);
    expect(count("to-a")).toBeLessThanOrEqual(32);
    expect(count("to-b")).toBeGreaterThanOrEqual(17);
    expect(count("to-b")).toBeLessThanOrEqual(43);
    expect(count("to-a") + count("to-b") + count("to-rest")).toBe(100);
    await story.pass(2 * DAY);
    for (const [mail, again, ...more] of arrivalsByPerson().values())
      expect([again, more]).toEqual([mail, []]);
  });

  function arrivalsByPerson(): Map<string, string[]> {
    const mails = new Map<string, string[]>();
    for (const { to, subject } of story.server.arrived)
      mails.set(to, [...(mails.get(to) ?? []), subject]);
    return mails;
  }
});

describe("Three mails, then groups", () => {
  const together = (did: "opened" | "clicked", atLeast: number): Interaction =>
    about(did, null, { target: { kind: "several", stepIds: null, atLeast } });

  test("are hot by two clicks, warm by one open, else cold", async () => {
    for (const name of ["ben", "cem", "dia"]) await story.addPerson(name);
    await story.goLive({
      steps: [
        email("one"),
        wait("w1", 1),
        email("two"),
        wait("w2", 1),
        email("three"),
        split(
          "groups",
          2,
          [
            [together("clicked", 2), email("hot")],
            [together("opened", 1), email("warm")],
          ],
          [email("cold")],
        ),
      ],
    });
    await story.pass(2 * DAY + HOUR);
    const hear = (name: string, subject: string, kind: "o" | "c"): void => {
      const mail = story.server.arrived.find(
        (each) => each.to === `${name}@example.com` && each.subject === subject,
      );
      story.relay.hear(kind, must(mail).token, kind === "c" ? { link: "a" } : {});
    };
    hear("ana", "one", "c");
    hear("ana", "three", "c");
    // Twice the same mail is one mail.
    hear("ben", "two", "c");
    hear("ben", "two", "c");
    hear("cem", "one", "o");
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["one", "two", "three", "hot"]);
    await story.pass(5 * DAY);
    expect(["ana", "ben", "cem", "dia"].map((name) => story.mailsTo(name).at(-1))).toEqual([
      "hot",
      "warm",
      "warm",
      "cold",
    ]);
  });
});

describe("A go-to step", () => {
  test("sends people back as often as it says, each time after its delay, then on", async () => {
    await story.goLive({
      steps: [email("first"), email("hello"), goTo("g", "hello", { visits: 2 }), email("bye")],
    });
    await story.pass(10 * DAY);
    expect(arrivals()).toEqual([
      "first 2026-03-02T12:00",
      "hello 2026-03-02T12:00",
      "hello 2026-03-03T12:00",
      "hello 2026-03-04T12:00",
      "bye 2026-03-04T12:00",
    ]);
  });

  test("lets what they do with the newest mail count, not with the one before", async () => {
    await story.goLive({
      steps: [
        email("ask"),
        split("s", 2, [[about("clicked", "ask"), email("thanks"), end]], []),
        goTo("g", "ask", { visits: 2 }),
        email("bye"),
      ],
    });
    await story.pass(4 * DAY);
    const asked = story.server.arrived.filter(({ subject }) => subject === "ask");
    expect(asked).toHaveLength(2);
    story.relay.hear("c", must(asked[1]).token, { link: "a" });
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["ask", "ask", "thanks"]);
  });

  test("hears no click of an earlier round as one of this", async () => {
    await story.goLive({
      steps: [
        email("ask"),
        goTo("g", "ask", { visits: 1 }),
        email("no-click", when(about("clicked", "ask", { negated: true }), 2)),
      ],
    });
    await story.pass(HOUR);
    story.relay.hear("c", must(story.server.arrived[0]).token, { link: "a" });
    await story.pass(20 * DAY);
    expect(story.mailsTo("ana")).toEqual(["ask", "ask", "no-click"]);
  });

  test("after a sleep goes around once, not once for every day missed", async () => {
    await story.goLive({
      steps: [email("hello"), goTo("g", "hello", { visits: 10 })],
      lateLimitHours: 24 * 30,
    });
    await story.pass(HOUR);
    await story.sleep(5 * DAY);
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["hello", "hello"]);
  });

  test("onwards leaves out what stands between", async () => {
    const over = goTo("g", "bye", { delay: { amount: 0, unit: "days" } });
    await story.goLive({ steps: [email("hello"), over, email("left-out"), email("bye")] });
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["hello", "bye"]);
  });
});
