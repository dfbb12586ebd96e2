import { afterEach, beforeEach, expect, test } from "vitest";
import type { CampaignOutcome, Entry } from "../domain/entry.ts";
import { DAY, HOUR } from "../shared/clock.ts";
import { openStory, type Story } from "../story-world.ts";
import { email, wait } from "./story-steps.ts";

let story: Story;
let ana: string;
let course: string;

beforeEach(async () => {
  story = await openStory();
  ana = await story.addPerson("ana");
  await story.addPerson("ben");
  const { goals, campaigns } = story.app.handlers;
  const { id: goalId } = await goals.save({
    id: null,
    name: "Buy",
    rule: { kind: "tag", test: "has", tag: "bought" },
    windowDays: 30,
    valueCents: 0,
  });
  ({ id: course } = await campaigns.create({
    name: "Course",
    goalId,
    segmentId: "leads",
    starterId: null,
  }));
});
afterEach(() => story.close());

const add = (name: string) => story.app.handlers.contacts.addTag({ ids: [ana], tag: name });

function after(campaignId: string, outcome: CampaignOutcome): Entry {
  return { kind: "campaign-ended", campaignId, outcome };
}

/** The course lasts two days for everyone; after it there is a mail for each way it can end. */
async function startCourse(): Promise<void> {
  for (const outcome of ["finished", "goal-reached", "goal-missed"] as const)
    await story.goLive({ entries: [after(course, outcome)], steps: [email(outcome)] });
  await story.goLive({ steps: [email("lesson"), wait("w", 2)] }, course);
  await story.pass(HOUR);
}

test("Who comes to the end without the goal starts what waits for that, and nothing else", async () => {
  await startCourse();
  expect(story.mailsTo("ana")).toEqual(["lesson"]);
  await story.pass(3 * DAY);
  expect(story.mailsTo("ana").toSorted()).toEqual(["finished", "goal-missed", "lesson"]);
  const timeline = await story.app.handlers.contacts.timeline({ id: ana });
  expect(timeline.filter(({ kind }) => kind === "entered").map(({ why }) => why)).toContain(
    "Finished “Course”.",
  );
});

test("Who reaches the goal on the way starts what waits for it, once", async () => {
  await startCourse();
  await add("bought");
  await story.pass(5 * DAY);
  expect(story.mailsTo("ana").toSorted()).toEqual(["finished", "goal-reached", "lesson"]);
  expect(story.mailsTo("ben").toSorted()).toEqual(["finished", "goal-missed", "lesson"]);
});

test("Who reaches the goal after the end starts then", async () => {
  await startCourse();
  await story.pass(3 * DAY);
  await add("bought");
  await story.pass(HOUR);
  expect(story.mailsTo("ana")).toContain("goal-reached");
});

test("Who leaves in another way starts nothing", async () => {
  await startCourse();
  await story.app.handlers.campaigns.stop({ id: course });
  await story.pass(3 * DAY);
  expect(story.mailsTo("ana")).toEqual(["lesson"]);
});

test("Campaigns that start each other at once are said to, and stop after a few rounds", async () => {
  const reentry = { kind: "after-finishing", minGapDays: 0 } as const;
  await story.goLive({ steps: [email("first")] }, course);
  await story.pass(HOUR);
  const steps = [
    { kind: "actions", id: "acts", actions: [{ kind: "add-tag", tag: "round" }] },
  ] as const;
  const second = await story.goLive({ entries: [after(course, "finished")], reentry, steps });
  const again = { entries: [after(second, "finished"), { kind: "by-hand" as const }], reentry };
  await story.goLive({ ...again, steps }, course);
  const { campaigns, contacts } = story.app.handlers;
  expect((await campaigns.get({ id: course })).problems.map(({ text }) => text)).toContain(
    "This campaign starts after “Story”, “Story” after this one: people can go round. Let one of them take everyone once, unless that is meant.",
  );
  await campaigns.enroll({ id: course, contactIds: [ana] });
  await story.pass(20 * DAY);
  const runs = story.db.get<{ n: number }>(
    "SELECT count(*) AS n FROM enrollment e JOIN contact c ON c.id = e.contact_id WHERE c.uid = ?",
    [ana],
  );
  expect(runs?.n).toBe(10);
  const refused = (await contacts.timeline({ id: ana })).filter(
    ({ kind }) => kind === "entry-refused",
  );
  expect(refused.map(({ why }) => why)).toEqual([
    "Entered 10 campaigns within a day, which looks like a circle.",
  ]);
});
