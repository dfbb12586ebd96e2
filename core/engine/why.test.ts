import { afterEach, beforeEach, expect, test } from "vitest";
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
});
afterEach(() => story.close());

async function why(campaignId: string, stepId: string, id = ana): Promise<string[]> {
  const { verdict, facts } = await story.app.handlers.contacts.why({ id, campaignId, stepId });
  const day = (at: number): string => `${new Date(at).toISOString().slice(5, 16)} `;
  return [verdict, ...facts.map(({ at, text }) => `${at === null ? "" : day(at)}${text}`)];
}

test("An email that was sent says how it came to it, with the deadline and what its schedule did", async () => {
  const campaign = await story.goLive({
    steps: [
      email("one"),
      split("groups", 2, [[about("clicked", "one"), email("hot")]], [email("cold")]),
      email("last", {
        delay: { amount: 1, unit: "days" },
        schedule: { ...anyTime, weekdays: [2] },
      }),
    ],
  });
  await story.pass(HOUR);
  story.relay.hear("c", must(story.server.arrived[0]).token, { link: "a", by: "machine" });
  await story.pass(15 * DAY);
  expect(story.mailsTo("ana")).toEqual(["one", "cold", "last"]);
  expect(await why(campaign, "last")).toEqual([
    "sent",
    "03-02T12:00 Entered the campaign: matched when the campaign went live.",
    "03-02T12:00 Was sent “one”.",
    "03-04T12:10 Took the lane “Everyone else”: none of the other lanes applied (one look by a machine was not counted).",
    "03-04T12:10 Was sent “cold”.",
    "03-10T00:00 It was due: the step before was done, and 1 day later; its schedule, quiet hours or a computer that was off moved it from Thu 5 Mar 2026, 12:10 to Tue 10 Mar 2026, 00:00.",
    "03-10T00:00 The server took it.",
  ]);
  expect((await why(campaign, "hot")).slice(-1)).toEqual([
    "It is in the lane “groups-0”, which this person did not take.",
  ]);
});

test("An email for those who did not open says until when", async () => {
  const campaign = await story.goLive({
    steps: [email("one"), email("again", when(about("opened", "one", { negated: true }), 3))],
  });
  await story.pass(HOUR);
  expect(await why(campaign, "again")).toEqual([
    "coming",
    "03-02T12:00 Entered the campaign: matched when the campaign went live.",
    "03-02T12:00 Was sent “one”.",
    "It is next, decided by what they do, or Thu 5 Mar 2026, 12:10.",
  ]);
  await story.pass(5 * DAY);
  expect((await why(campaign, "again")).slice(-2)).toEqual([
    "03-05T12:10 It was due: had not opened the email by Thu 5 Mar 2026, 12:00.",
    "03-05T12:10 The server took it.",
  ]);
});

test("An email that was skipped says why, and one to come what is before it", async () => {
  const campaign = await story.goLive({
    steps: [
      email("one"),
      email("if-opened", when(about("opened", "one"), 1)),
      wait("w", 10),
      email("last"),
    ],
  });
  await story.pass(2 * DAY);
  expect((await why(campaign, "if-opened")).slice(-1)).toEqual([
    "03-03T12:10 Skipped “if-opened”: had not opened the email by Tue 3 Mar 2026, 12:00.",
  ]);
  expect((await why(campaign, "last")).slice(-1)).toEqual([
    "They are at the wait for 10 days, looked at again Fri 13 Mar 2026, 12:10; it comes after that.",
  ]);
  await story.app.handlers.campaigns.pause({ id: campaign });
  expect((await why(campaign, "last")).at(-1)).toContain("the campaign is paused");
  await story.app.handlers.contacts.unsubscribe({ id: ana });
  expect((await why(campaign, "last")).slice(-2)).toEqual([
    "03-04T12:00 Unsubscribed.",
    "03-04T12:00 The campaign was over for them before it.",
  ]);
});

test("An email that is held back says until when and why", async () => {
  await story.app.handlers.contacts.snooze({ id: ana, until: { kind: "days", days: 7 } });
  const campaign = await story.goLive({ steps: [email("one")] });
  await story.pass(HOUR);
  expect((await why(campaign, "one")).slice(-1)).toEqual([
    "It is in the queue and leaves Mon 9 Mar 2026, 12:00 at the earliest: this person is snoozed.",
  ]);
});

test("Who never entered is told what kept them out", async () => {
  const campaign = await story.goLive({ steps: [email("one")] });
  await story.pass(HOUR);
  const late = await story.addPerson("late");
  await story.editPerson(late, { stageId: "customer" });
  await story.app.handlers.contacts.unsubscribe({ id: late });
  await story.pass(HOUR);
  expect(await why(campaign, "one", late)).toEqual([
    "not-sent",
    "Has not entered: nothing that starts this campaign has happened to them since it went live.",
  ]);
  await story.app.handlers.campaigns.enroll({ id: campaign, contactIds: [late] });
  expect((await why(campaign, "one", late)).at(-1)).toContain(
    "Did not enter: the contact is unsubscribed.",
  );
});
