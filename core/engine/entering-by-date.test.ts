import { afterEach, beforeEach, expect, test } from "vitest";
import type { DateEntry } from "../domain/date-entry.ts";
import type { CampaignPlan } from "../domain/campaign.ts";
import { DAY, HOUR, MINUTE } from "../shared/clock.ts";
import { openStory, type Story } from "../story-world.ts";
import { email } from "./story-steps.ts";

let story: Story;
let ana: string;

// It is noon on Monday, 2 March 2026, in UTC.
beforeEach(async () => {
  story = await openStory();
  await story.app.handlers.settings.saveField({ key: "born", label: "Born", type: "date" });
  ana = await story.addPerson("ana");
});
afterEach(() => story.close());

const born = (id: string, day: string) => story.editPerson(id, { fields: { born: day } });

/** Starts people on the day itself at nine, where nothing else is said. */
function goLive(
  change: Partial<DateEntry> = {},
  plan: Partial<CampaignPlan> = {},
  id?: string,
): Promise<string> {
  const entry: DateEntry = {
    kind: "date-reached",
    field: "born",
    offset: { amount: 0, unit: "days" },
    side: "before",
    time: "09:00",
    isYearly: false,
    ...change,
  };
  return story.goLive({ entries: [entry], steps: [email("wishes")], ...plan }, id);
}

/** When mails arrived at this person's, as UTC to the minute. */
function arrivals(name: string): string[] {
  return story.server.arrived
    .filter(({ to }) => to === `${name}@example.com`)
    .map(({ at }) => new Date(at).toISOString().slice(0, 16));
}

/** Why the person did not come in. */
async function refusals(id: string): Promise<(string | null)[]> {
  const items = await story.app.handlers.contacts.timeline({ id });
  return items.filter(({ kind }) => kind === "entry-refused").map(({ why }) => why);
}

test("everyone starts when the day comes on their own clock", async () => {
  await born(ana, "2026-03-04");
  await born(await story.addPerson("kim", "Asia/Tokyo"), "2026-03-04");
  await born(await story.addPerson("joe", "America/New_York"), "2026-03-04");
  await goLive();
  await story.pass(5 * DAY);
  expect(["kim", "ana", "joe"].map(arrivals)).toEqual([
    ["2026-03-04T00:00"],
    ["2026-03-04T09:00"],
    ["2026-03-04T14:00"],
  ]);
  const items = await story.app.handlers.contacts.timeline({ id: ana });
  expect(items.find(({ kind }) => kind === "entered")?.why).toBe(
    "4 March 2026 was the day, by “Born”.",
  );
});

test("or on the campaign’s clock, where it fixes one", async () => {
  await born(await story.addPerson("kim", "Asia/Tokyo"), "2026-03-04");
  const schedule = {
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    hours: { kind: "any" },
    zone: { kind: "fixed", zone: "America/New_York" },
  } as const;
  await goLive({}, { schedule });
  await story.pass(5 * DAY);
  expect(arrivals("kim")).toEqual(["2026-03-04T14:00"]);
});

test("so long before or after it", async () => {
  await born(ana, "2026-03-10");
  await goLive({ offset: { amount: 1, unit: "weeks" }, time: "17:30" });
  await goLive({ offset: { amount: 2, unit: "days" }, side: "after" });
  await story.pass(20 * DAY);
  expect(arrivals("ana")).toEqual(["2026-03-03T17:30", "2026-03-12T09:00"]);
});

test("every year anew, where people may come in again", async () => {
  await born(ana, "1992-02-29");
  const reentry = { kind: "after-finishing", minGapDays: 0 } as const;
  await goLive({ isYearly: true }, { reentry });
  await story.pass(800 * DAY);
  expect(arrivals("ana")).toEqual(["2027-02-28T09:00", "2028-02-29T09:00"]);
});

test("and where they may not, the second year is recorded as not taken", async () => {
  await born(ana, "1992-05-03");
  await goLive({ isYearly: true });
  await story.pass(500 * DAY);
  expect(arrivals("ana")).toEqual(["2026-05-03T09:00"]);
  expect(await refusals(ana)).toEqual([
    "Went through before, and the campaign takes everyone once.",
  ]);
});

test("a day that is past when the campaign goes live starts nobody, today’s hour neither", async () => {
  await born(ana, "2026-03-01");
  await born(await story.addPerson("ben"), "2026-03-02");
  await goLive();
  await story.pass(30 * DAY);
  expect([arrivals("ana"), arrivals("ben")]).toEqual([[], []]);
});

test("going live says first for whom the day is past", async () => {
  await born(ana, "2026-03-01");
  await born(await story.addPerson("ben"), "2026-03-05");
  const id = await goLive();
  const { campaigns } = story.app.handlers;
  expect((await campaigns.goLivePreview({ id })).startWords).toEqual([
    "2 people have a date in “Born”. For 1 of them the day is past already, so they do not start.",
  ]);
});

test("publishing again starts nobody a second time, and forgets nobody", async () => {
  await born(ana, "2026-03-03");
  await born(await story.addPerson("ben"), "2026-03-05");
  const reentry = { kind: "after-finishing", minGapDays: 0 } as const;
  const id = await goLive({}, { reentry });
  await story.pass(2 * DAY);
  await goLive({ time: "18:00" }, { reentry }, id);
  await story.pass(10 * DAY);
  expect([arrivals("ana"), arrivals("ben")]).toEqual([["2026-03-03T09:00"], ["2026-03-05T18:00"]]);
});

test("a date that is set, moved or cleared counts as it is then", async () => {
  const ben = await story.addPerson("ben");
  await born(ben, "2026-03-04");
  const eva = await story.addPerson("eva");
  await born(eva, "2026-03-04");
  await goLive();
  await story.pass(DAY);
  await born(ana, "2026-03-06");
  await born(ben, "2026-03-07");
  await born(eva, "");
  await story.pass(10 * DAY);
  expect(["ana", "ben", "eva"].map(arrivals)).toEqual([
    ["2026-03-06T09:00"],
    ["2026-03-07T09:00"],
    [],
  ]);
});

test("what is to come stands in the person’s timeline", async () => {
  await born(ana, "2026-03-04");
  await goLive();
  await story.pass(MINUTE);
  const items = await story.app.handlers.contacts.timeline({ id: ana });
  expect(items.filter(({ isUpcoming }) => isUpcoming)).toMatchObject([
    { at: Date.parse("2026-03-04T09:00Z"), text: expect.stringContaining("Enters “Story”") },
  ]);
});

test("who is born where the business moves to is not left out", async () => {
  await born(ana, "2026-03-03");
  await goLive();
  await story.pass(20 * HOUR);
  const { settings } = story.app.handlers;
  const { business } = await settings.get({});
  await settings.saveBusiness({ ...business, tracking: "everyone", zone: "Asia/Tokyo" });
  await story.pass(DAY);
  // Nine in Tokyo was over by then, and nine in UTC was still to come.
  expect(arrivals("ana")).toEqual(["2026-03-03T08:00"]);
});

test("after a short sleep people start late, after a long one not, and that is recorded", async () => {
  await born(ana, "2026-03-03");
  const ben = await story.addPerson("ben");
  await born(ben, "2026-03-06");
  await goLive({}, { lateLimitHours: 24 });
  await story.pass(MINUTE);
  await story.sleep(DAY);
  expect(arrivals("ana")).toEqual(["2026-03-03T12:01"]);
  await story.sleep(5 * DAY);
  expect(arrivals("ben")).toEqual([]);
  expect(await refusals(ben)).toEqual([
    "Nothing ran when the day came, and more than 24 hours are over since.",
  ]);
});

test("a paused campaign starts people when it goes on, a stopped one never", async () => {
  await born(ana, "2026-03-03");
  const paused = await goLive();
  const stopped = await goLive();
  const { campaigns } = story.app.handlers;
  await campaigns.pause({ id: paused });
  await campaigns.stop({ id: stopped });
  await story.pass(DAY);
  expect(arrivals("ana")).toEqual([]);
  await campaigns.resume({ id: paused });
  await story.pass(HOUR);
  expect(arrivals("ana")).toEqual(["2026-03-03T12:00"]);
  expect(story.db.all("SELECT id FROM date_watch WHERE campaign_id = ?", [stopped])).toEqual([]);
});

test("many people are looked at a part at a time, and each of them once", async () => {
  const { contacts } = story.app.handlers;
  for (let n = 0; n < 250; n++) await born(await story.addPerson(`p${n}`), "2026-03-04");
  await contacts.archive({ ids: [ana] });
  await goLive();
  await story.pass(3 * DAY);
  expect(new Set(story.server.arrived.map(({ to }) => to)).size).toBe(250);
  expect(story.server.arrived).toHaveLength(250);
  expect(story.db.all("SELECT * FROM date_due")).toEqual([]);
});
