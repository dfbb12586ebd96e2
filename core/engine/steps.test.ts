import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DAY, HOUR } from "../shared/clock.ts";
import { openStory, type Story } from "../story-world.ts";
import { waitForField } from "../domain/plan-examples.ts";
import { email } from "./story-steps.ts";

let story: Story;
let ana: string;

beforeEach(async () => {
  story = await openStory();
  await story.app.handlers.settings.saveField({ key: "renewal", label: "Renewal", type: "date" });
  ana = await story.addPerson("ana");
});
afterEach(() => story.close());

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
