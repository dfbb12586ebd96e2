import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { must } from "../shared/assert.ts";
import { DAY, HOUR, MINUTE } from "../shared/clock.ts";
import { openStory, type Story } from "../story-world.ts";
import { email, wait } from "./story-steps.ts";

let story: Story;
beforeEach(async () => {
  story = await openStory();
  await story.addPerson("ana");
  await story.goLive({ steps: [email("one"), wait("w", 1), email("two")] });
  await story.pass(MINUTE);
});
afterEach(() => story.close());

async function told(): Promise<string[]> {
  const { notices } = await story.app.handlers.settings.status({});
  return notices.map(({ text }) => text);
}

/** Puts an older copy of the database in the place of the one that is there. */
async function putBack(backup: string): Promise<void> {
  const { folder } = story;
  await story.restart(story.snapshot());
  for (const name of ["dripline.db", "dripline.db-wal", "dripline.db-shm"])
    rmSync(join(folder, name), { force: true });
  for (const name of ["dripline.db", "dripline.db-wal"])
    copyFileSync(join(backup, name), join(folder, name));
  await story.restart(folder);
}

describe("A database from another computer", () => {
  test("sends nothing before the owner says so, and is told why", async () => {
    await story.restart(story.snapshot(), "laptop");
    await story.pass(10 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one"]);
    expect(await told()).toContainEqual(expect.stringContaining("from another computer"));
  });

  test("goes on where it was once the owner resumes, and is at home there from then on", async () => {
    await story.restart(story.snapshot(), "laptop");
    await story.app.handlers.settings.setPaused({ isPaused: false });
    await story.restart(undefined, "laptop");
    await story.pass(2 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one", "two"]);
  });
});

describe("A backup that was put back", () => {
  test("does not send again what was sent since", async () => {
    const backup = story.snapshot();
    await story.restart();
    await story.pass(2 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one", "two"]);
    await putBack(backup);
    await story.pass(10 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one", "two"]);
    expect(await told()).toContainEqual(expect.stringContaining("a backup was put back"));
  });

  test("has heard again who unsubscribed since, before anything may leave", async () => {
    const backup = story.snapshot();
    await story.pass(HOUR);
    story.relay.hear("u", must(story.server.arrived[0]).token);
    await story.pass(HOUR);
    await putBack(backup);
    await story.app.handlers.settings.setPaused({ isPaused: false });
    await story.pass(10 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one"]);
  });
});

test("A crash, or the same folder opened again, holds nothing", async () => {
  await story.restart();
  await story.restart(story.snapshot());
  await story.pass(2 * DAY);
  expect(story.mailsTo("ana")).toEqual(["one", "two"]);
});
