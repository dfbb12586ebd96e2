import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestWorld, type TestWorld } from "../test-world.ts";

let world: TestWorld;
let ana: string;

const unchanged = {
  address: "ana@example.com",
  firstName: "Ana",
  lastName: null,
  stageId: "lead",
  zone: null,
  fields: {},
  trackingConsent: null,
};

beforeEach(async () => {
  world = await openTestWorld({ start: Date.parse("2026-03-02T08:00:00Z") });
  ({ id: ana } = await world.app.handlers.contacts.save({ id: null, ...unchanged }));
});
afterEach(() => world.close());

async function told(): Promise<string[]> {
  return (await world.app.handlers.contacts.timeline({ id: ana })).map(({ text }) => text);
}

test("A timeline says tags, stages, fields and the archive by the names people gave them", async () => {
  const { contacts, settings } = world.app.handlers;
  await settings.saveField({ key: "fav_roast", label: "Favourite roast", type: "text" });
  await contacts.addTag({ ids: [ana], tag: "hot" });
  await contacts.removeTag({ ids: [ana], tag: "hot" });
  await contacts.save({
    id: ana,
    ...unchanged,
    stageId: "customer",
    fields: { fav_roast: "dark" },
  });
  await contacts.save({ id: ana, ...unchanged, stageId: null });
  await contacts.archive({ ids: [ana] });
  await contacts.restore({ ids: [ana] });
  await contacts.unsubscribe({ id: ana });
  expect((await told()).toSorted()).toEqual([
    "Became unsubscribed",
    "Came out of the archive, subscribed",
    "Got the tag “hot”",
    "Left the stages",
    "Lost the tag “hot”",
    "Moved to the stage “Customer”",
    "Was archived",
    "“Favourite roast” was cleared",
    "“Favourite roast” was set to “dark”",
  ]);
});

test("A timeline names the campaign somebody did not enter and says why, beside what is to come", async () => {
  const { campaigns, settings } = world.app.handlers;
  await settings.saveBusiness({
    name: "Lindenhof Bakery",
    postalAddress: "Lindenstr. 4, Berlin",
    zone: "UTC",
    tracking: "everyone",
  });
  const [starter] = await campaigns.listStarters({});
  const { id } = await campaigns.create({
    name: "Course",
    goalId: null,
    segmentId: null,
    starterId: starter?.id ?? null,
  });
  await campaigns.goLive({ id, existing: "start" });
  await campaigns.enroll({ id, contactIds: [ana] });
  await campaigns.enroll({ id, contactIds: [ana] });
  const timeline = await world.app.handlers.contacts.timeline({ id: ana });
  expect(timeline.find(({ kind }) => kind === "entry-refused")).toMatchObject({
    text: "Did not enter “Course”",
    why: expect.stringMatching(/^[A-Z].*\.$/u) as string,
    campaignId: id,
  });
  expect(timeline.filter(({ isUpcoming }) => isUpcoming)).toMatchObject([{ campaignId: id }]);
});
