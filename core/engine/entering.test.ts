import { afterEach, beforeEach, expect, test } from "vitest";
import type { Entry } from "../domain/entry.ts";
import type { WebEventData } from "../relay/protocol.ts";
import { must } from "../shared/assert.ts";
import { HOUR } from "../shared/clock.ts";
import { openStory, type Story } from "../story-world.ts";
import { email } from "./story-steps.ts";

let story: Story;
let ana: string;

beforeEach(async () => {
  story = await openStory();
  const { settings } = story.app.handlers;
  await settings.saveField({ key: "orders", label: "Orders", type: "number" });
  await settings.saveField({ key: "plan", label: "Plan", type: "text" });
  ana = await story.addPerson("ana");
  await story.addPerson("ben");
});
afterEach(() => story.close());

/** What `ana` gets after each of `changes`, in a campaign that starts by `entry`. */
async function mailsAfter(entry: Entry, ...changes: (() => unknown)[]): Promise<number[]> {
  await story.goLive({ entries: [entry], steps: [email("hello")] });
  const seen: number[] = [];
  for (const change of changes) {
    await change();
    await story.pass(HOUR);
    seen.push(story.mailsTo("ana").length);
  }
  expect(story.mailsTo("ben")).toEqual([]);
  return seen;
}

const save = (change: Parameters<Story["editPerson"]>[1]) => story.editPerson(ana, change);

const tag = (name: string) => () => story.app.handlers.contacts.addTag({ ids: [ana], tag: name });
const untag = (name: string) => () =>
  story.app.handlers.contacts.removeTag({ ids: [ana], tag: name });

test("who loses the tag starts, who loses another or only gets it does not", async () => {
  const entry: Entry = { kind: "tag-removed", tag: "trial" };
  expect(await mailsAfter(entry, tag("trial"), tag("blog"), untag("blog"), untag("trial"))).toEqual(
    [0, 0, 0, 1],
  );
});

test("who leaves the segment starts, and nobody who is in it at the beginning", async () => {
  const entry: Entry = { kind: "leaves-segment", segmentId: "leads" };
  expect(
    await mailsAfter(
      entry,
      () => save({ fields: { plan: "pro" } }),
      () => save({ stageId: "customer" }),
    ),
  ).toEqual([0, 1]);
});

test("who comes to the stage starts, who is there already does not", async () => {
  const entry: Entry = { kind: "stage-changed", stageId: "customer" };
  expect(
    await mailsAfter(
      entry,
      () => save({ stageId: "promoter" }),
      () => save({ stageId: "customer" }),
    ),
  ).toEqual([0, 1]);
});

test("who comes to any other stage starts", async () => {
  const entry: Entry = { kind: "stage-changed", stageId: null };
  expect(
    await mailsAfter(
      entry,
      () => save({ fields: { plan: "pro" } }),
      () => save({ stageId: "promoter" }),
    ),
  ).toEqual([0, 1]);
});

test("whose field comes to the value starts, however it is written", async () => {
  const entry: Entry = { kind: "field-changed", field: "plan", to: "pro" };
  expect(
    await mailsAfter(
      entry,
      () => save({ fields: { plan: "free" } }),
      () => save({ fields: { orders: 3 } }),
      () => save({ fields: { plan: "PRO" } }),
    ),
  ).toEqual([0, 0, 1]);
});

test("whose field changes starts, whatever the value", async () => {
  const entry: Entry = { kind: "field-changed", field: "orders", to: null };
  expect(
    await mailsAfter(
      entry,
      () => save({ fields: { plan: "pro" } }),
      () => save({ fields: { orders: 1 } }),
    ),
  ).toEqual([0, 1]);
});

test("a campaign's action starts another one by the field it sets, as the field's own type", async () => {
  await story.goLive({
    entries: [{ kind: "tag-added", tag: "buyer" }],
    steps: [email("thanks", { actions: [{ kind: "set-field", field: "orders", value: "2,5" }] })],
  });
  const entry: Entry = { kind: "field-changed", field: "orders", to: "2.5" };
  expect(await mailsAfter(entry, tag("buyer"))).toEqual([2]);
  expect((await story.app.handlers.contacts.get({ id: ana })).fields).toEqual({ orders: 2.5 });
});

/** Ana gets a mail with links to pages “a” and “b”, and clicks once in each of the ways. */
async function clickAfter(
  change: Partial<Extract<Entry, { kind: "link-clicked" }>>,
  clicks: readonly (readonly [link: string, by: "human" | "machine" | "unsure"])[],
): Promise<string[]> {
  await story.goLive({ steps: [email("letter")] });
  await story.pass(HOUR);
  const { token } = must(story.server.arrived.find(({ to }) => to === "ana@example.com"));
  const entry = { kind: "link-clicked", url: "example.com/a", isBelow: false, alsoUnsure: false };
  await story.goLive({ entries: [{ ...entry, ...change } as Entry], steps: [email("hello")] });
  for (const [link, by] of clicks) {
    story.relay.hear("c", token, { link, by });
    await story.pass(HOUR);
  }
  expect(story.mailsTo("ben")).toEqual(["letter"]);
  return story.mailsTo("ana");
}

test("who clicks the link in any email starts once, who clicks another does not", async () => {
  const clicks = [
    ["b", "human"],
    ["a", "human"],
    ["a", "human"],
  ] as const;
  expect(await clickAfter({}, clicks)).toEqual(["letter", "hello"]);
  const items = await story.app.handlers.contacts.timeline({ id: ana });
  expect(items.find(({ kind }) => kind === "entered")?.why).toBe(
    "Clicked a link the campaign waits for.",
  );
});

test("the links of all emails can be chosen from", async () => {
  await story.goLive({ steps: [email("letter")] });
  expect(await story.app.handlers.campaigns.listLinks({})).toEqual([
    { url: "https://example.com/a", label: "a" },
    { url: "https://example.com/b", label: "b" },
  ]);
});

test.each([
  ["a program clicks", true, "machine", []],
  ["it may have been a program", false, "unsure", []],
  ["it may have been a program and that counts too", true, "unsure", ["hello"]],
] as const)("where %s, that starts who it should", async (_what, alsoUnsure, by, expected) => {
  expect(await clickAfter({ alsoUnsure }, [["a", by]])).toEqual(["letter", ...expected]);
});

test("who sees the page starts, by what the website tells", async () => {
  await story.goLive({ steps: [email("letter")] });
  await story.pass(HOUR);
  const { token } = must(story.server.arrived.find(({ to }) => to === "ana@example.com"));
  const entry: Entry = {
    kind: "event-received",
    name: "page_view",
    filter: { property: "page", test: "contains", value: "thanks" },
  };
  const sees = (told: WebEventData) => () => {
    story.relay.hear("w", token, { told });
  };
  await story.goLive({ entries: [entry], steps: [email("hello")] });
  for (const see of [sees({ e: "page_view", p: "/tour" }), sees({ e: "signup", p: "/thanks" })]) {
    see();
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["letter"]);
  }
  sees({ e: "page_view", p: "/Thanks" })();
  await story.pass(HOUR);
  expect(story.mailsTo("ana")).toEqual(["letter", "hello"]);
  const items = await story.app.handlers.contacts.timeline({ id: ana });
  expect(items.map(({ text }) => text)).toContain("Saw the page /tour");
  expect(items.map(({ why }) => why)).toContain("Had the event “page_view”.");
});

test("who has an event written down starts, where its property is what it must be", async () => {
  const add = (name: string, amount: string) => () =>
    story.app.handlers.contacts.addEvent({ id: ana, name, properties: { amount } });
  const filter = { property: "amount", test: "at-least", value: "50" } as const;
  const entry: Entry = { kind: "event-received", name: "bought", filter };
  expect(
    await mailsAfter(entry, add("bought", "49,9"), add("called", "60"), add("Bought", "60")),
  ).toEqual([0, 0, 1]);
  const { contacts } = story.app.handlers;
  expect(await contacts.listEventNames({})).toEqual(["Bought", "bought", "called"]);
});

test("the timeline says what started it", async () => {
  await mailsAfter({ kind: "tag-removed", tag: "trial" }, tag("trial"), untag("trial"));
  const items = await story.app.handlers.contacts.timeline({ id: ana });
  expect(items.find(({ kind }) => kind === "entered")?.why).toBe("Lost the campaign's tag.");
});
