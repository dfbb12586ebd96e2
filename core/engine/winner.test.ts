import { afterEach, beforeEach, expect, test } from "vitest";
import type { SplitStep, WinnerRule } from "../domain/campaign.ts";
import { lane, lot, split } from "../domain/plan-examples.ts";
import { DAY, HOUR, MINUTE } from "../shared/clock.ts";
import { openStory, type Story } from "../story-world.ts";
import { email } from "./story-steps.ts";

const PEOPLE = 60;
let story: Story;

beforeEach(async () => {
  story = await openStory();
  for (let n = 0; n < PEOPLE; n++) await story.addPerson(`p${n}`);
});
afterEach(() => story.close());

/** Two subjects, each tried on a fifth of the people; who is of the rest gets the better one. */
function subjectTest(change: Partial<WinnerRule> = {}): SplitStep {
  return {
    ...split(
      [
        lane("a", lot(20), [email("subject-a")]),
        lane("b", lot(20), [email("subject-b")]),
        lane("rest", null, [email("neither")]),
      ],
      null,
    ),
    winner: {
      by: "opened",
      people: 1,
      after: { amount: 4, unit: "hours" },
      holdFor: { amount: 2, unit: "days" },
      ...change,
    },
  };
}

function countMails(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { subject } of story.server.arrived) counts[subject] = (counts[subject] ?? 0) + 1;
  return counts;
}

/** So many of those who were sent a mail open it. */
function open(subject: string, people: number): void {
  const mails = story.server.arrived.filter((mail) => mail.subject === subject);
  for (const { token } of mails.slice(0, people)) story.relay.hear("o", token);
}

test("The rest is held until the better subject is known, and gets that one", async () => {
  await story.goLive({ steps: [subjectTest()] });
  await story.pass(HOUR);
  const tried = countMails();
  const a = tried["subject-a"] ?? 0;
  const b = tried["subject-b"] ?? 0;
  expect([a > 0, b > 0, tried["neither"]]).toEqual([true, true, undefined]);
  open("subject-a", 1);
  open("subject-b", b);
  await story.pass(3 * HOUR);
  expect(countMails()).toEqual(tried);
  await story.pass(30 * MINUTE);
  expect(countMails()).toEqual({ "subject-a": a, "subject-b": PEOPLE - a });
  const late = await story.addPerson("late");
  await story.pass(HOUR);
  expect(story.mailsTo("late")).toEqual(["subject-b"]);
  const timeline = await story.app.handlers.contacts.timeline({ id: late });
  expect(timeline.map(({ why }) => why)).toContain("“b” did best.");
});

test("Who opens late, or is a machine, changes nothing any more", async () => {
  await story.goLive({ steps: [subjectTest()] });
  await story.pass(HOUR);
  open("subject-a", 1);
  for (const mail of story.server.arrived.filter(({ subject }) => subject === "subject-b"))
    story.relay.hear("o", mail.token, { by: "machine" });
  await story.pass(5 * HOUR);
  const chosen = countMails();
  open("subject-b", 20);
  await story.pass(3 * DAY);
  expect(countMails()).toEqual(chosen);
  expect(chosen["subject-a"]).toBeGreaterThan(PEOPLE / 2);
});

test("With nothing to tell them apart the upper lane is taken", async () => {
  await story.goLive({ steps: [subjectTest()] });
  await story.pass(DAY);
  expect(Object.keys(countMails()).toSorted()).toEqual(["subject-a", "subject-b"]);
  expect(countMails()["subject-a"]).toBeGreaterThan(PEOPLE / 2);
});

test("While the relay is not heard nothing is chosen, and nobody is held longer than it says", async () => {
  await story.goLive({ steps: [subjectTest()] });
  await story.pass(HOUR);
  const tried = countMails();
  story.relay.isDown = true;
  await story.pass(20 * HOUR);
  expect(countMails()).toEqual(tried);
  story.relay.isDown = false;
  open("subject-b", 3);
  await story.pass(HOUR);
  expect(countMails()["neither"]).toBeUndefined();
});

test("Who waited as long as they may, because too few came, takes the last lane", async () => {
  await story.goLive({ steps: [subjectTest({ people: PEOPLE })] });
  await story.pass(2 * DAY - HOUR);
  expect(countMails()["neither"]).toBeUndefined();
  await story.pass(2 * HOUR);
  const { neither = 0, ...tried } = countMails();
  expect(neither).toBe(PEOPLE - Object.values(tried).reduce((sum, n) => sum + n, 0));
});

test("The person who makes it enough wakes those who are held", async () => {
  await story.goLive({
    steps: [subjectTest({ people: 40, holdFor: { amount: 30, unit: "days" } })],
  });
  await story.pass(HOUR);
  expect(countMails()["neither"]).toBeUndefined();
  for (let n = 0; n < 60; n++) await story.addPerson(`q${n}`);
  await story.pass(DAY);
  const chosen = countMails();
  expect((chosen["subject-a"] ?? 0) + (chosen["subject-b"] ?? 0)).toBe(PEOPLE + 60);
});

test("The choice is written down with how each lane did", async () => {
  await story.goLive({ steps: [subjectTest()] });
  await story.pass(HOUR);
  const { "subject-a": a, "subject-b": b } = countMails();
  open("subject-b", 2);
  await story.pass(DAY);
  const [kept] = story.db.all<{ laneId: string; results: string }>(
    "SELECT lane_id AS laneId, results FROM split_winner",
  );
  expect(kept?.laneId).toBe("b");
  expect(JSON.parse(kept?.results ?? "")).toEqual([
    { laneId: "a", people: a, successes: 0 },
    { laneId: "b", people: b, successes: 2 },
  ]);
});
