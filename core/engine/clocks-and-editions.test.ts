import { afterEach, describe, expect, test } from "vitest";
import type { Schedule } from "../domain/schedule.ts";
import { must } from "../shared/assert.ts";
import { DAY, HOUR, MINUTE } from "../shared/clock.ts";
import { openStory, START, type Story } from "../story-world.ts";
import { about, email, split, wait, when } from "./story-steps.ts";

let story: Story;
afterEach(() => story.close());

function between(from: string, to: string, change: Partial<Schedule> = {}): Schedule {
  return {
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    hours: { kind: "windows", windows: [{ from, to }] },
    zone: { kind: "contact" },
    ...change,
  };
}

function arrivals(): string[] {
  return story.server.arrived.map(({ at }) => new Date(at).toISOString());
}

interface ZoneCase {
  readonly name: string;
  readonly start: string;
  readonly zone: string;
  readonly schedule: Schedule;
  readonly arrives: string;
}

const zoneCases: readonly ZoneCase[] = [
  {
    name: "a window whose beginning the clocks skip opens when they land",
    start: "2026-03-28T23:30:00Z",
    zone: "Europe/Berlin",
    schedule: between("02:30", "03:30"),
    arrives: "2026-03-29T01:00:00.000Z",
  },
  {
    name: "a window that the clocks skip whole opens a day later",
    start: "2026-03-28T23:30:00Z",
    zone: "Europe/Berlin",
    schedule: between("02:00", "03:00"),
    arrives: "2026-03-30T00:00:00.000Z",
  },
  {
    name: "an hour that the clocks repeat is open the first time",
    start: "2026-10-24T22:30:00Z",
    zone: "Europe/Berlin",
    schedule: between("02:00", "03:00"),
    arrives: "2026-10-25T00:00:00.000Z",
  },
  {
    name: "and the second time",
    start: "2026-10-25T01:10:00Z",
    zone: "Europe/Berlin",
    schedule: between("02:00", "03:00"),
    arrives: "2026-10-25T01:10:00.000Z",
  },
  {
    name: "nine in New York stays nine after the clocks went forward",
    start: "2026-03-08T15:00:00Z",
    zone: "America/New_York",
    schedule: between("09:00", "10:00"),
    arrives: "2026-03-09T13:00:00.000Z",
  },
  {
    name: "clocks turned by half an hour are followed",
    start: "2026-10-03T15:00:00Z",
    zone: "Australia/Lord_Howe",
    schedule: between("02:00", "03:00"),
    arrives: "2026-10-03T15:30:00.000Z",
  },
  {
    name: "a zone a quarter of an hour off is followed, over the end of the week",
    start: "2026-03-07T12:00:00Z",
    zone: "Asia/Kathmandu",
    schedule: between("09:00", "10:00", { weekdays: [1] }),
    arrives: "2026-03-09T03:15:00.000Z",
  },
  {
    name: "a zone fixed by the campaign counts, not the person's",
    start: "2026-03-02T12:00:00Z",
    zone: "America/New_York",
    schedule: between("09:00", "10:00", { zone: { kind: "fixed", zone: "Asia/Kolkata" } }),
    arrives: "2026-03-03T03:30:00.000Z",
  },
];

describe("Mail leaves by the person's own clock", () => {
  test.each(zoneCases)("$name", async ({ start, zone, schedule, arrives }) => {
    story = await openStory({ start: Date.parse(start) });
    await story.addPerson("ana", zone);
    await story.goLive({ schedule, steps: [email("one")] });
    await story.pass(4 * DAY);
    expect(arrivals()).toEqual([arrives]);
  });

  test("a day's delay over the night the clocks change is a day on the wall", async () => {
    story = await openStory({ start: Date.parse("2026-03-28T08:00:00Z") });
    await story.addPerson("ana", "Europe/Berlin");
    const delay = { amount: 1, unit: "days" } as const;
    await story.goLive({
      steps: [email("one"), email("two", { delay }), email("three", { delay })],
    });
    await story.pass(4 * DAY);
    expect(arrivals()).toEqual([
      "2026-03-28T08:00:00.000Z",
      "2026-03-29T07:00:00.000Z",
      "2026-03-30T07:00:00.000Z",
    ]);
  });

  test("whoever moves away while their mail waits gets it by the new clock", async () => {
    story = await openStory({ start: Date.parse("2026-03-02T18:00:00Z") });
    const id = await story.addPerson("ana", "Europe/Berlin");
    await story.goLive({ schedule: between("09:00", "17:00"), steps: [email("one")] });
    await story.pass(HOUR);
    const person = await story.app.handlers.contacts.get({ id });
    await story.app.handlers.contacts.save({
      ...person,
      address: must(person.address),
      zone: "America/Los_Angeles",
    });
    await story.pass(2 * DAY);
    expect(arrivals()).toEqual(["2026-03-03T17:00:00.000Z"]);
  });
});

describe("Going in again", () => {
  const onTag = { entries: [{ kind: "tag-added", tag: "again" }] } as const;
  let id: string;

  async function tag(): Promise<void> {
    const { contacts } = story.app.handlers;
    await contacts.removeTag({ ids: [id], tag: "again" });
    await contacts.addTag({ ids: [id], tag: "again" });
    await story.pass(MINUTE);
  }
  async function begin(reentry: Parameters<Story["goLive"]>[0]["reentry"]): Promise<void> {
    story = await openStory();
    id = await story.addPerson("ana");
    await story.goLive({
      ...onTag,
      reentry: must(reentry),
      steps: [email("one"), wait("w", 2), email("two")],
    });
    await tag();
  }
  function runs(): unknown[] {
    return story.db.all("SELECT run_no AS run, state FROM enrollment ORDER BY run_no");
  }
  function refusals(): string[] {
    return story.db
      .all<{ data: string }>("SELECT data FROM event WHERE kind = 'entry-refused' ORDER BY id")
      .map(({ data }) => (JSON.parse(data) as { reason: string }).reason);
  }

  test("is refused to everyone who was in once, with the reason", async () => {
    await begin({ kind: "once" });
    await story.pass(10 * DAY);
    await tag();
    expect(story.mailsTo("ana")).toEqual(["one", "two"]);
    expect(refusals()).toEqual(["went through before, and the campaign takes everyone once"]);
  });

  test("waits for the end of the run before, and then for the gap", async () => {
    await begin({ kind: "after-finishing", minGapDays: 3 });
    await tag();
    await story.pass(2 * DAY + HOUR);
    await tag();
    expect(runs()).toEqual([{ run: 1, state: "done" }]);
    expect(refusals()).toEqual(["is inside already", "finished less than 3 days ago"]);
    await story.pass(3 * DAY);
    await tag();
    await story.pass(3 * DAY);
    expect(runs()).toEqual([
      { run: 1, state: "done" },
      { run: 2, state: "done" },
    ]);
    expect(story.mailsTo("ana")).toEqual(["one", "two", "one", "two"]);
  });

  test("what people did in the run before says nothing of this one", async () => {
    story = await openStory();
    id = await story.addPerson("ana");
    await story.goLive({
      ...onTag,
      reentry: { kind: "after-finishing", minGapDays: 0 },
      steps: [email("one"), email("opened", when(about("opened", "one"), 1))],
    });
    await tag();
    story.relay.hear("o", must(story.server.arrived[0]).token);
    await story.pass(HOUR);
    await story.pass(3 * DAY);
    await tag();
    await story.pass(3 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one", "opened", "one"]);
  });
});

describe("Publishing while people are inside", () => {
  const [one, two, three] = [email("one"), email("two"), email("three")];
  let id: string;
  async function begin(steps: Parameters<Story["goLive"]>[0]["steps"]): Promise<void> {
    story = await openStory();
    await story.addPerson("ana");
    id = await story.goLive({ steps: must(steps) });
    await story.pass(HOUR);
  }

  test("a step put in before where somebody stands is not for them", async () => {
    await begin([one, wait("w", 1), two]);
    await story.goLive({ steps: [one, three, wait("w", 1), two] }, id);
    await story.pass(5 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one", "two"]);
  });

  test("a step put in after it is", async () => {
    await begin([one, wait("w", 1), two]);
    await story.goLive({ steps: [one, wait("w", 1), three, two] }, id);
    await story.pass(5 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one", "three", "two"]);
  });

  test("whoever stood at a step that is gone goes on with what followed it", async () => {
    await begin([one, wait("w", 30), two]);
    await story.goLive({ steps: [one, two] }, id);
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["one", "two"]);
  });

  test("a wait made longer or shorter is the new one, counted from its beginning", async () => {
    await begin([one, wait("w", 10), two]);
    await story.goLive({ steps: [one, wait("w", 2), two] }, id);
    await story.pass(2 * DAY);
    expect(story.server.arrived.map(({ at }) => at - START)).toEqual([0, 2 * DAY]);
  });

  test("a mail that waits for its hour is dropped with its step, and what follows still comes", async () => {
    story = await openStory();
    await story.addPerson("ana");
    const night = between("02:00", "03:00");
    id = await story.goLive({ schedule: night, steps: [one, two] });
    await story.pass(HOUR);
    await story.goLive({ schedule: night, steps: [two] }, id);
    await story.pass(2 * DAY);
    expect(story.mailsTo("ana")).toEqual(["two"]);
  });

  test("steps in another order send nobody anything twice", async () => {
    await begin([one, two, wait("w", 1), three]);
    await story.goLive({ steps: [wait("w", 1), two, one, three] }, id);
    await story.pass(5 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one", "two", "three"]);
  });

  test("a split's new condition holds for whoever waits at it", async () => {
    const lanes = (did: "opened" | "clicked"): ReturnType<typeof split> =>
      split("s", 3, [[about(did, "one"), two]], [three]);
    await begin([one, lanes("clicked")]);
    story.relay.hear("o", must(story.server.arrived[0]).token);
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["one"]);
    await story.goLive({ steps: [one, lanes("opened")] }, id);
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["one", "two"]);
  });
});

describe("An email that is not right", () => {
  test.each([
    [
      "an unknown merge tag",
      "<p>Hello {{ contact.nickname }}</p>",
      "{{ contact.nickname }} is not known",
    ],
    ["a broken link", '<p><a href="https://" data-link="x">Go</a></p>', "is not a whole address"],
  ])(
    "with %s keeps the campaign from going live, and the version before goes on",
    async (_what, html, words) => {
      story = await openStory();
      await story.addPerson("ana");
      const { campaigns, emails } = story.app.handlers;
      const id = await story.goLive({ steps: [email("one"), wait("w", 1), email("two")] });
      await story.pass(HOUR);
      await emails.save({
        campaignId: id,
        stepId: "two",
        content: {
          subject: "spoiled",
          preheader: "",
          text: null,
          blocks: [{ id: "t", kind: "text", html }],
        },
      });
      const refused = await Promise.resolve()
        .then(() => campaigns.goLive({ id, existing: "start" }))
        .catch((error: unknown) => error);
      expect(refused).toMatchObject({
        name: "CallFailed",
        message: expect.stringContaining(words),
      });
      await story.pass(2 * DAY);
      expect(story.mailsTo("ana")).toEqual(["one", "two"]);
    },
  );
});

test("Quiet hours hold for every campaign, on the person's own clock, and end with the morning", async () => {
  story = await openStory();
  await story.addPerson("ana", "Asia/Tokyo");
  await story.addPerson("ben", "Europe/London");
  const { settings } = story.app.handlers;
  await settings.setQuietHours({ quiet: { from: "20:00", to: "08:00" } });
  // Noon in London is nine in the evening in Tokyo.
  await story.goLive({ steps: [email("one")] });
  await story.pass(HOUR);
  expect(story.mailsTo("ben")).toEqual(["one"]);
  expect(story.mailsTo("ana")).toEqual([]);
  await story.pass(DAY);
  expect(arrivals()).toEqual(["2026-03-02T12:00:00.000Z", "2026-03-02T23:00:00.000Z"]);
});
