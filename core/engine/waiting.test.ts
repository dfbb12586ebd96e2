import { afterEach, describe, expect, test } from "vitest";
import { must } from "../shared/assert.ts";
import { DAY, HOUR, MINUTE, type Instant } from "../shared/clock.ts";
import { about, email, split, wait, when } from "./story-steps.ts";
import { openStory, START, type Story } from "../story-world.ts";

let story: Story;
afterEach(() => story.close());

async function begin(options: Parameters<typeof openStory>[0] = {}): Promise<void> {
  story = await openStory(options);
  await story.addPerson("ana");
}

function tokenOf(step: string): string {
  return must(story.server.arrived.find(({ subject }) => subject === step)).token;
}

function arrivedAt(step: string): Instant {
  return must(story.server.arrived.find(({ subject }) => subject === step)).at;
}

/** A mail, and one more for whoever did not open it within three days. */
const notOpened = {
  steps: [email("first"), email("again", when(about("opened", "first", { negated: true }), 3))],
};

describe("not opened", () => {
  test("is decided only once the relay was heard ten minutes past the deadline", async () => {
    await begin();
    await story.goLive(notOpened);
    await story.pass(3 * DAY + 9 * MINUTE);
    expect(story.mailsTo("ana")).toEqual(["first"]);
    await story.pass(2 * MINUTE);
    expect(story.mailsTo("ana")).toEqual(["first", "again"]);
    const decided = must(
      story.db.get<{ at: Instant; inputs: string }>(
        "SELECT at, inputs FROM decision WHERE move = 'send' AND from_step_id = 'again'",
      ),
    );
    const { heardUpTo } = JSON.parse(decided.inputs) as { heardUpTo: { relay: Instant } };
    expect(heardUpTo.relay).toBeGreaterThanOrEqual(START + 3 * DAY + 10 * MINUTE);
  });

  test("waits while the relay cannot be heard, and an open it tells then counts by its own time", async () => {
    await begin();
    await story.goLive(notOpened);
    await story.pass(2 * DAY);
    story.relay.isDown = true;
    story.relay.hear("o", tokenOf("first"), { at: START + 2 * DAY });
    await story.pass(1.8 * DAY);
    expect(story.mailsTo("ana")).toEqual(["first"]);
    story.relay.isDown = false;
    await story.pass(DAY);
    expect(story.mailsTo("ana")).toEqual(["first"]);
  });

  test("after a day without the relay nothing is decided, the owner is told once, and hearing it mends all", async () => {
    await begin();
    await story.goLive({ ...notOpened, lateLimitHours: 14 * 24 });
    await story.pass(2 * DAY);
    story.relay.isDown = true;
    await story.pass(4 * DAY);
    expect(story.mailsTo("ana")).toEqual(["first"]);
    const { notices } = await story.app.handlers.settings.status({});
    expect(notices).toMatchObject([
      { text: expect.stringContaining("not heard for a day"), link: "/settings/relay" },
    ]);
    story.relay.isDown = false;
    await story.pass(6 * MINUTE);
    expect(story.mailsTo("ana")).toEqual(["first", "again"]);
  });

  test("no mail leaves while the relay was not heard for a day, or never", async () => {
    await begin();
    story.relay.isDown = true;
    await story.goLive(notOpened);
    await story.pass(2 * DAY);
    expect(story.server.arrived).toEqual([]);
    story.relay.isDown = false;
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["first"]);
  });

  test("a watermark left by a clock that ran ahead proves nothing", async () => {
    await begin();
    await story.goLive(notOpened);
    await story.pass(MINUTE);
    // The clock is a week ahead for a while, and the relay is heard under it.
    story.clock.moveTo(START + 7 * DAY);
    await story.app.handlers.relay.pullNow({});
    story.clock.moveTo(START + HOUR);
    story.relay.hear("o", tokenOf("first"), { at: START + DAY });
    story.relay.isDown = true;
    await story.pass(3 * DAY);
    expect(story.mailsTo("ana")).toEqual(["first"]);
    story.relay.isDown = false;
    await story.pass(DAY);
    expect(story.mailsTo("ana")).toEqual(["first"]);
  });

  test.each(["machine", "unsure"] as const)(
    "a look by something %s takes the otherwise way",
    async (by) => {
      await begin();
      await story.goLive({
        steps: [
          ...notOpened.steps,
          email("if-opened", when(about("opened", "first"), 3)),
          email("end"),
        ],
      });
      await story.pass(HOUR);
      story.relay.hear("o", tokenOf("first"), { by });
      await story.pass(10 * DAY);
      expect(story.mailsTo("ana")).toEqual(["first", "end"]);
    },
  );

  test("a mail that is not tracked was neither opened nor not", async () => {
    await begin();
    await story.app.handlers.settings.saveBusiness({
      name: "Harbour Books",
      postalAddress: "1 Quay Street, Harbourtown",
      zone: "UTC",
      tracking: "consented",
    });
    await story.goLive({ steps: [...notOpened.steps, email("end")] });
    await story.pass(5 * DAY);
    expect(story.mailsTo("ana")).toEqual(["first", "end"]);
  });
});

describe("what happened early", () => {
  test("counts at a step that is reached only later", async () => {
    await begin();
    await story.goLive({
      steps: [email("first"), wait("w", 2), email("second", when(about("clicked", "first"), 3))],
    });
    await story.pass(HOUR);
    story.relay.hear("c", tokenOf("first"), { link: "a" });
    await story.pass(2 * DAY);
    expect(story.mailsTo("ana")).toEqual(["first", "second"]);
    expect(arrivedAt("second")).toBe(START + 2 * DAY);
  });

  test("goes by the chosen links, and by no other", async () => {
    await begin();
    const chosen = about("clicked", "first", { linkIds: ["b"] });
    await story.goLive({ steps: [email("first"), email("second", when(chosen, 3))] });
    await story.pass(HOUR);
    story.relay.hear("c", tokenOf("first"), { link: "a" });
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["first"]);
    story.relay.hear("c", tokenOf("first"), { link: "b" });
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["first", "second"]);
  });

  test("told twice, it counts once", async () => {
    await begin();
    const id = await story.goLive({ steps: [email("first")] });
    await story.pass(HOUR);
    story.relay.hear("o", tokenOf("first"));
    await story.pass(HOUR);
    // The relay begins its pages anew, as after a lost acknowledgement.
    const cursor = story.db.get("SELECT cursor FROM source");
    await story.restart();
    await story.app.handlers.relay.pullNow({});
    expect(story.db.get("SELECT cursor FROM source")).toEqual(cursor);
    expect(story.db.get("SELECT count(*) AS n FROM event WHERE kind = 'opened'")).toEqual({ n: 1 });
    const { totals, isRecountEqual } = await story.app.handlers.reports.campaign({ id });
    expect([totals.opened, isRecountEqual]).toEqual([1, true]);
  });
});

describe("what is heard late", () => {
  /** Whoever clicks gets one mail, the others another, at the deadline. */
  const clickSplit = {
    steps: [
      email("first"),
      split("s", 1, [[about("clicked", "first"), email("yes")]], [email("no")]),
      email("end", { delay: { amount: 5, unit: "days" } }),
    ],
  };
  function ways(): string[] {
    return story.db
      .all<{ move: string; reason: string }>("SELECT move, reason FROM decision ORDER BY seq")
      .filter(({ move }) => ["lane", "reroute"].includes(move))
      .map(({ move, reason }) => `${move}: ${reason}`);
  }

  test("leads back to the split while its mail has not left", async () => {
    await begin();
    // The lanes' mails may leave only in the morning, hours after the split was decided.
    const hours = { kind: "windows", windows: [{ from: "08:00", to: "09:00" }] } as const;
    const schedule = { weekdays: [1, 2, 3, 4, 5, 6, 7], hours, zone: { kind: "contact" } } as const;
    await story.goLive({
      steps: [
        email("first"),
        split(
          "s",
          1,
          [[about("clicked", "first"), email("yes", { schedule })]],
          [email("no", { schedule })],
        ),
      ],
    });
    await story.pass(DAY + HOUR);
    expect(ways()).toEqual(["lane: none of the other lanes applied"]);
    story.relay.hear("c", tokenOf("first"), { at: START + 23 * HOUR, link: "a" });
    await story.pass(2 * DAY);
    expect(story.mailsTo("ana")).toEqual(["first", "yes"]);
    expect(ways()).toEqual([
      "lane: none of the other lanes applied",
      "reroute: it was heard late that the email was clicked",
      "lane: clicked the email (“s-0”)",
    ]);
  });

  test("changes nothing once the other mail has left, and is marked late", async () => {
    await begin();
    const id = await story.goLive(clickSplit);
    await story.pass(DAY + HOUR);
    expect(story.mailsTo("ana")).toEqual(["first", "no"]);
    story.relay.hear("c", tokenOf("first"), { at: START + 23 * HOUR, link: "a" });
    await story.pass(10 * DAY);
    expect(story.mailsTo("ana")).toEqual(["first", "no", "end"]);
    expect(story.db.get("SELECT state FROM event WHERE kind = 'clicked'")).toEqual({
      state: "late",
    });
    const { totals } = await story.app.handlers.reports.campaign({ id });
    expect(totals.clicked).toBe(1);
  });

  test("after the deadline it is only late for the split, not for the report", async () => {
    await begin();
    await story.goLive(clickSplit);
    await story.pass(DAY + HOUR);
    story.relay.hear("c", tokenOf("first"), { link: "a" });
    await story.pass(10 * DAY);
    expect(story.mailsTo("ana")).toEqual(["first", "no", "end"]);
    expect(story.db.get("SELECT state FROM event WHERE kind = 'clicked'")).toEqual({
      state: "done",
    });
  });
});

describe("a split", () => {
  test("is taken early when its lane can no longer become false and none above can become true", async () => {
    await begin();
    await story.goLive({
      steps: [
        email("first"),
        split(
          "s",
          3,
          [
            [about("clicked", "first"), email("clicked")],
            [about("opened", "first"), email("opened")],
          ],
          [email("none")],
        ),
      ],
    });
    await story.pass(HOUR);
    story.relay.hear("o", tokenOf("first"));
    await story.pass(2 * DAY);
    // Opened is certain, but a click may still come.
    expect(story.mailsTo("ana")).toEqual(["first"]);
    story.relay.hear("c", tokenOf("first"), { link: "a" });
    await story.pass(10 * MINUTE);
    expect(story.mailsTo("ana")).toEqual(["first", "clicked"]);
  });

  test("takes the lower lane at the deadline where nothing above came", async () => {
    await begin();
    await story.goLive({
      steps: [
        email("first"),
        split(
          "s",
          3,
          [
            [about("clicked", "first"), email("clicked")],
            [about("opened", "first"), email("opened")],
          ],
          [email("none")],
        ),
      ],
    });
    await story.pass(HOUR);
    story.relay.hear("o", tokenOf("first"));
    await story.pass(3 * DAY + HOUR);
    expect(story.mailsTo("ana")).toEqual(["first", "opened"]);
  });
});

describe("after the computer slept for five days", () => {
  test("what the relay heard meanwhile comes before every timer: unsubscribes first, then opens", async () => {
    await begin();
    for (const name of ["ben", "cem"]) await story.addPerson(name);
    await story.goLive({ ...notOpened, lateLimitHours: 14 * 24 });
    await story.pass(HOUR);
    const tokenFor = (name: string): string =>
      must(story.server.arrived.find(({ to }) => to === `${name}@example.com`)).token;
    story.relay.hear("o", tokenFor("ana"), { at: START + DAY });
    story.relay.hear("u", tokenFor("ben"), { at: START + 4 * DAY });
    await story.sleep(5 * DAY);
    expect(story.mailsTo("ana")).toEqual(["first"]);
    expect(story.mailsTo("ben")).toEqual(["first"]);
    expect(story.mailsTo("cem")).toEqual(["first", "again"]);
  });

  test("mail that became too late meanwhile is not sent any more", async () => {
    await begin();
    await story.goLive({ steps: [email("first"), wait("w", 1), email("second"), email("third")] });
    await story.pass(HOUR);
    await story.sleep(6 * DAY);
    expect(story.mailsTo("ana")).toEqual(["first", "third"]);
    expect(story.db.get("SELECT state, reason FROM message ORDER BY id LIMIT 1 OFFSET 1")).toEqual({
      state: "expired",
      reason: "it was too late to send it",
    });
  });
});

test("a clock that goes back sends nothing twice and forgets nobody", async () => {
  await begin();
  await story.goLive({ steps: [email("first"), wait("w", 1), email("second")] });
  await story.pass(HOUR);
  story.clock.moveTo(START - 10 * DAY);
  await story.pass(10 * DAY);
  expect(story.mailsTo("ana")).toEqual(["first"]);
  await story.pass(2 * DAY);
  expect(story.mailsTo("ana")).toEqual(["first", "second"]);
});

test("a relay set up anew is read from its beginning, and nothing counts twice", async () => {
  await begin();
  await story.goLive({ steps: [email("first")] });
  await story.pass(HOUR);
  story.relay.hear("o", tokenOf("first"));
  await story.pass(HOUR);
  story.relay.epoch = "e2";
  await story.pass(HOUR);
  const { notices } = await story.app.handlers.settings.status({});
  expect(notices).toMatchObject([{ text: expect.stringContaining("The relay was set up anew") }]);
  const { rows } = await story.app.handlers.reports.people({
    campaignId: must((await story.app.handlers.campaigns.list({}))[0]).id,
    stepId: "first",
    what: "opened",
    linkId: null,
    offset: 0,
  });
  expect(rows).toHaveLength(1);
});
