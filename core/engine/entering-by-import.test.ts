import { afterEach, beforeEach, expect, test } from "vitest";
import type { Output } from "../contract/contract-schema.ts";
import type { Entry } from "../domain/entry.ts";
import { HOUR } from "../shared/clock.ts";
import { openStory, type Story } from "../story-world.ts";
import { email } from "./story-steps.ts";

type Status = Output<"imports", "status">;

let story: Story;
let ana: string;

beforeEach(async () => {
  story = await openStory();
  const { settings, contacts } = story.app.handlers;
  await settings.saveField({ key: "plan", label: "Plan", type: "text" });
  ana = await story.addPerson("ana");
  await story.addPerson("ben");
  await contacts.unsubscribe({ id: await story.addPerson("cem") });
});
afterEach(() => story.close());

/** Ana as she is known, Ben with another stage and plan, Cem who unsubscribed, Dia who is new. */
const LIST = `email,name,stage,plan
ana@example.com,ana,Lead,
ben@example.com,ben,Customer,pro
cem@example.com,cem,Customer,pro
dia@example.com,dia,Lead,pro
`;

/** Imports the list; gives what its dry run said, and what became of it. */
async function importList(
  startCampaigns: boolean,
  tag = "",
): Promise<{ readonly id: string; readonly tried: Status; readonly done: Status }> {
  const { imports } = story.app.handlers;
  const { id } = await imports.begin({ fileName: "list.csv", bytes: LIST.length });
  await imports.chunk({ id, offset: 0, base64: Buffer.from(LIST).toString("base64") });
  await imports.inspect({ id });
  const mapping = [
    { kind: "address" },
    { kind: "first-name" },
    { kind: "stage" },
    { kind: "field", key: "plan", label: "Plan", type: "text" },
  ] as const;
  const options = { existing: "overwrite", tag, startCampaigns, consentSource: "" } as const;
  const plan = { id, mapping: [...mapping], options };
  await imports.dryRun(plan);
  const tried = await finished(id);
  await imports.run(plan);
  const done = await finished(id);
  await story.pass(HOUR);
  return { id, tried, done };
}

/** The list with the columns as the import itself takes them, told to start campaigns. */
async function guessedPlan(tag: string) {
  const { imports } = story.app.handlers;
  const { id } = await imports.begin({ fileName: "list.csv", bytes: LIST.length });
  await imports.chunk({ id, offset: 0, base64: Buffer.from(LIST).toString("base64") });
  const { columns } = await imports.inspect({ id });
  const options = {
    existing: "overwrite",
    tag,
    startCampaigns: true,
    consentSource: "",
  } as const;
  return { id, mapping: columns.map(({ target }) => target), options };
}

async function finished(id: string): Promise<Status> {
  for (;;) {
    const status = await story.app.handlers.imports.status({ id });
    if (status.job === null) return status;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Who got a mail, in order. */
function reached(): string[] {
  return story.server.arrived.map(({ to }) => to.split("@")[0] ?? "").toSorted();
}

const entries: readonly (readonly [Entry, string[]])[] = [
  [{ kind: "imported" }, ["ana", "ben", "dia"]],
  [{ kind: "stage-changed", stageId: "customer" }, ["ben"]],
  [{ kind: "field-changed", field: "plan", to: "pro" }, ["ben"]],
  [{ kind: "tag-added", tag: "fair" }, ["ana", "ben", "dia"]],
  [{ kind: "joins-segment", segmentId: "customers" }, ["ben"]],
  [{ kind: "leaves-segment", segmentId: "leads" }, ["ben"]],
];

test.each(entries)("by %o nobody starts where the import is told not to", async (entry, fits) => {
  await goLive(entry);
  const { tried } = await importList(false, "fair");
  expect(tried.wouldStart.contacts).toBe(fits.length);
  expect(reached()).toEqual([]);
});

test.each(entries)("by %o those start whom the dry run counted", async (entry, fits) => {
  await goLive(entry);
  const { tried } = await importList(true, "fair");
  expect(tried.wouldStart).toMatchObject({
    contacts: fits.length,
    campaigns: [{ name: "Story", contacts: fits.length }],
  });
  expect(reached()).toEqual(fits);
});

async function goLive(entry: Entry): Promise<void> {
  await story.goLive({ entries: [entry], steps: [email("hello")] });
  await story.pass(HOUR);
}

test("who is inside or went through is counted no more, and is not started again", async () => {
  await goLive({ kind: "imported" });
  await importList(true);
  expect(reached()).toEqual(["ana", "ben", "dia"]);
  const { tried } = await importList(true);
  expect(tried.wouldStart).toEqual({ contacts: 0, campaigns: [] });
  expect(reached()).toEqual(["ana", "ben", "dia"]);
});

test("a dry run leaves everything as it was", async () => {
  await goLive({ kind: "leaves-segment", segmentId: "leads" });
  const before = story.db.all("SELECT * FROM contact");
  const { imports } = story.app.handlers;
  const plan = await guessedPlan("fair");
  const { id } = plan;
  await imports.dryRun(plan);
  expect((await finished(id)).wouldStart.contacts).toBe(1);
  await story.pass(HOUR);
  expect(story.db.all("SELECT * FROM contact")).toEqual(before);
  expect(story.db.all("SELECT * FROM contact_tag")).toEqual([]);
  expect(reached()).toEqual([]);
});

test("what is taken back before anybody looked starts nobody", async () => {
  await goLive({ kind: "stage-changed", stageId: "customer" });
  const { imports } = story.app.handlers;
  const plan = await guessedPlan("");
  const { id } = plan;
  await imports.run(plan);
  await finished(id);
  await imports.undo({ id });
  expect((await finished(id)).state).toBe("undone");
  await story.pass(HOUR);
  expect(reached()).toEqual([]);
});

test("the timeline says that somebody was imported, and what started by it", async () => {
  await goLive({ kind: "imported" });
  await importList(true);
  const items = await story.app.handlers.contacts.timeline({ id: ana });
  expect(items.map(({ text }) => text)).toContain("Was imported");
  expect(items.find(({ kind }) => kind === "entered")?.why).toBe(
    "Stood in a list that was imported.",
  );
});
