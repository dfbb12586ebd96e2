import { afterEach, beforeEach, expect, test } from "vitest";
import type { CampaignPlan } from "../domain/campaign.ts";
import type { Reentry } from "../domain/entry.ts";
import { DAY, HOUR } from "../shared/clock.ts";
import { openStory, type Story } from "../story-world.ts";
import { email, wait } from "./story-steps.ts";

let story: Story;
let ana: string;

beforeEach(async () => {
  story = await openStory();
  ana = await story.addPerson("ana");
});
afterEach(() => story.close());

/** One mail at once and one after three days, for who books something. */
function goLive(reentry: Reentry, change: Partial<CampaignPlan> = {}, id?: string) {
  return story.goLive(
    {
      entries: [{ kind: "event-received", name: "booked", filter: null }, { kind: "by-hand" }],
      reentry,
      steps: [email("thanks"), wait("w", 3), email("remind")],
      ...change,
    },
    id,
  );
}

const book = () =>
  story.app.handlers.contacts.addEvent({ id: ana, name: "booked", properties: {} });

async function refusals(): Promise<(string | null)[]> {
  const items = await story.app.handlers.contacts.timeline({ id: ana });
  return items.filter(({ kind }) => kind === "entry-refused").map(({ why }) => why);
}

function openRuns(): number {
  return (
    story.db.get<{ n: number }>("SELECT count(*) AS n FROM enrollment WHERE state = 'active'")?.n ??
    0
  );
}

test("who comes again where the campaign starts over leaves their old place and begins anew", async () => {
  await goLive({ kind: "restart" });
  await book();
  await story.pass(2 * DAY);
  await book();
  await story.pass(2 * DAY);
  expect([openRuns(), story.mailsTo("ana")]).toEqual([1, ["thanks", "thanks"]]);
  await story.pass(2 * DAY);
  expect([openRuns(), story.mailsTo("ana")]).toEqual([0, ["thanks", "thanks", "remind"]]);
  const items = await story.app.handlers.contacts.timeline({ id: ana });
  expect(items.filter(({ kind }) => kind === "exit").map(({ why }) => why)).toEqual([
    "Started over.",
  ]);
});

test("starting over drops a mail that was queued and not sent", async () => {
  await goLive({ kind: "restart" });
  await story.app.handlers.settings.setPaused({ isPaused: true });
  await book();
  await story.pass(HOUR);
  await book();
  await story.pass(HOUR);
  await story.app.handlers.settings.setPaused({ isPaused: false });
  await story.pass(HOUR);
  expect(story.mailsTo("ana")).toEqual(["thanks"]);
});

test("publishing changes starts nobody over who is inside", async () => {
  const entries = [{ kind: "joins-segment", segmentId: "leads" }] as const;
  const id = await goLive({ kind: "restart" }, { entries });
  await story.pass(HOUR);
  await goLive({ kind: "restart" }, { entries }, id);
  await story.pass(5 * DAY);
  expect(story.mailsTo("ana")).toEqual(["thanks", "remind"]);
});

test("where each event has a run of its own they go side by side", async () => {
  await goLive({ kind: "per-event" });
  await book();
  await story.pass(DAY);
  await book();
  await story.pass(HOUR);
  expect([openRuns(), story.mailsTo("ana")]).toEqual([2, ["thanks", "thanks"]]);
  await story.pass(5 * DAY);
  expect(story.mailsTo("ana")).toEqual(["thanks", "thanks", "remind", "remind"]);
  expect(openRuns()).toBe(0);
});

test("but no more than five at a time", async () => {
  await goLive({ kind: "per-event" });
  for (let n = 0; n < 6; n++) await book();
  await story.pass(HOUR);
  expect(openRuns()).toBe(5);
  expect(await refusals()).toEqual(["Is inside 5 times already, which is the most."]);
});

test("another campaign stops all of them, and so does the person", async () => {
  const id = await goLive({ kind: "per-event" });
  await book();
  await book();
  await story.pass(HOUR);
  await story.goLive({
    entries: [{ kind: "tag-added", tag: "stop" }],
    steps: [{ kind: "actions", id: "acts", actions: [{ kind: "stop-campaign", campaignId: id }] }],
  });
  await story.app.handlers.contacts.addTag({ ids: [ana], tag: "stop" });
  await story.pass(HOUR);
  expect(openRuns()).toBe(0);
  await book();
  await story.pass(HOUR);
  expect(openRuns()).toBe(1);
  await story.app.handlers.contacts.unsubscribe({ id: ana });
  expect(openRuns()).toBe(0);
});

test("the same cause starts nobody twice, also where they may come again", async () => {
  await goLive({ kind: "restart" });
  await book();
  await story.pass(HOUR);
  const before = story.snapshot();
  await story.restart(before);
  await story.pass(5 * DAY);
  expect(story.mailsTo("ana")).toEqual(["thanks", "remind"]);
});

test("a campaign that takes everyone once from now on waits for the runs there are", async () => {
  const id = await goLive({ kind: "per-event" });
  await book();
  await book();
  await story.pass(HOUR);
  await goLive({ kind: "once" }, {}, id);
  await book();
  await story.pass(HOUR);
  expect([openRuns(), await refusals()]).toEqual([2, ["Is inside already."]]);
});
