import { afterEach, beforeEach, expect, test } from "vitest";
import type { BroadcastEntry } from "../domain/date-entry.ts";
import { DAY, HOUR, MINUTE } from "../shared/clock.ts";
import { openStory, type Story } from "../story-world.ts";
import { email } from "./story-steps.ts";

let story: Story;

// It is noon on Monday, 2 March 2026, in UTC.
beforeEach(async () => {
  story = await openStory();
});
afterEach(() => story.close());

/** To everyone who is a lead on Wednesday at nine, where nothing else is said. */
function goLive(change: Partial<BroadcastEntry> = {}, id?: string): Promise<string> {
  const entry: BroadcastEntry = {
    kind: "broadcast",
    segmentId: "leads",
    date: "2026-03-04",
    time: "09:00",
    ...change,
  };
  return story.goLive({ entries: [entry], steps: [email("news")] }, id);
}

/** Who got a mail, and when, as UTC to the minute. */
function arrivals(): string[] {
  return story.server.arrived
    .map(({ to, at }) => `${to.split("@")[0]} ${new Date(at).toISOString().slice(0, 16)}`)
    .toSorted();
}

test("everyone who is in the segment at that moment starts, and nobody before or after", async () => {
  const ana = await story.addPerson("ana");
  const ben = await story.addPerson("ben");
  await goLive();
  await story.pass(DAY);
  await story.addPerson("cem", "Asia/Tokyo");
  await story.editPerson(ben, { stageId: "customer" });
  await story.pass(DAY);
  await story.addPerson("dia");
  await story.pass(5 * DAY);
  expect(arrivals()).toEqual(["ana 2026-03-04T09:00", "cem 2026-03-04T09:00"]);
  const items = await story.app.handlers.contacts.timeline({ id: ana });
  expect(items.find(({ kind }) => kind === "entered")?.why).toBe(
    "4 March 2026 was the day for everyone in the segment.",
  );
});

test("publishing again does not call them once more, and another day does, as far as they may come", async () => {
  await story.addPerson("ana");
  const id = await goLive();
  await story.pass(3 * DAY);
  await story.addPerson("ben");
  const { campaigns } = story.app.handlers;
  await campaigns.goLive({ id, existing: "start" });
  await story.pass(DAY);
  expect(arrivals()).toEqual(["ana 2026-03-04T09:00"]);
  await goLive({ date: "2026-03-09" }, id);
  await story.pass(5 * DAY);
  expect(arrivals()).toEqual(["ana 2026-03-04T09:00", "ben 2026-03-09T09:00"]);
});

test("it says how many there are now, and refuses a day that is past", async () => {
  await story.addPerson("ana");
  const id = await goLive();
  const { campaigns } = story.app.handlers;
  expect((await campaigns.goLivePreview({ id })).startWords).toEqual([
    "1 person is in “Leads” now. Whoever is in it on 4 March 2026 at 09:00 starts then.",
  ]);
  await expect(goLive({ date: "2026-03-02", time: "11:00" })).rejects.toThrow(
    "2 March 2026 at 11:00 is past",
  );
});

test("after a short sleep it goes out late, after a long one not at all, and the owner is told", async () => {
  await story.addPerson("ana");
  await goLive({ date: "2026-03-03" });
  await goLive({ date: "2026-03-06" });
  await story.pass(MINUTE);
  await story.sleep(DAY);
  expect(arrivals()).toEqual(["ana 2026-03-03T12:01"]);
  await story.sleep(5 * DAY);
  await story.pass(HOUR);
  expect(arrivals()).toHaveLength(1);
  const { notices } = await story.app.handlers.settings.status({});
  expect(notices.map(({ text }) => text).join()).toContain("“Story” started nobody on its day");
});

test("many people start once each, also where the program dies in between", async () => {
  for (let n = 0; n < 250; n++) await story.addPerson(`p${n}`);
  await goLive();
  await story.pass(2 * DAY - 4 * HOUR);
  const before = story.snapshot();
  await story.pass(2 * HOUR);
  await story.restart(before);
  await story.pass(2 * HOUR);
  const runs = story.db.get<{ n: number; people: number }>(
    "SELECT count(*) AS n, count(DISTINCT contact_id) AS people FROM enrollment",
  );
  expect(runs).toEqual({ n: 250, people: 250 });
  expect(story.db.all("SELECT * FROM date_due")).toEqual([]);
});

test("where the business moves, the day is over on its old clock and its new one", async () => {
  await story.addPerson("ana");
  await goLive();
  await story.pass(2 * DAY);
  await story.addPerson("ben");
  const { settings } = story.app.handlers;
  const { business } = await settings.get({});
  await settings.saveBusiness({ ...business, tracking: "everyone", zone: "America/New_York" });
  await story.pass(2 * DAY);
  expect(arrivals()).toEqual(["ana 2026-03-04T09:00"]);
});
