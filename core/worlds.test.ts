import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { serve } from "./api/serve.ts";
import { createWorlds, type Worlds } from "./app.ts";
import { connect, type Connection, type Pipe } from "./contract/wire.ts";
import { contractVersion } from "./contract/version.ts";
import { silentLog } from "./shared/log.ts";
import { createHandClock, createSeededRandom, openSecretBox } from "./test-world.ts";

let folder: string;
let worlds: Worlds;
let page: Connection;

/** Two ends of one road; what is posted at one comes out at the other, as JSON does. */
function makePipes(): [Pipe, Pipe] {
  const listeners: [((message: unknown) => void)[], (() => void)[]][] = [
    [[], []],
    [[], []],
  ];
  const end = (own: number): Pipe => ({
    post: (message) =>
      queueMicrotask(() =>
        listeners[1 - own]?.[0].forEach((listen) => listen(JSON.parse(JSON.stringify(message)))),
      ),
    onMessage: (listener) => void listeners[own]?.[0].push(listener),
    onClose: (listener) => void listeners[own]?.[1].push(listener),
    close: () => listeners.forEach(([, closers]) => closers.forEach((closed) => closed())),
  });
  return [end(0), end(1)];
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "dripline-worlds-"));
  worlds = await createWorlds({
    dataFolder: folder,
    assetsFolder: join(import.meta.dirname, "..", "assets"),
    clock: createHandClock(Date.parse("2026-03-02T08:00:00Z")),
    random: createSeededRandom(1),
    secrets: openSecretBox,
    fetch: globalThis.fetch,
    log: silentLog,
  });
  const [near, far] = makePipes();
  page = connect(near);
  serve(worlds, far);
});
afterEach(async () => {
  page.close();
  await worlds.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("the wire", () => {
  test("says hello with the contract's version", async () => {
    const version = await new Promise((resolve) =>
      page.onHello((hello) => resolve(hello.contractVersion)),
    );
    expect(version).toBe(contractVersion);
  });

  test.each([
    ["an unknown area", "nonsense.list", {}, "not-found"],
    ["an unknown procedure", "contacts.explode", {}, "not-found"],
    ["a name every object has", "contacts.constructor", {}, "not-found"],
    ["input of the wrong shape", "contacts.list", { limit: "many" }, "invalid"],
    ["something that is not there", "contacts.get", { id: "nobody" }, "not-found"],
  ])("refuses %s in a sentence", async (_what, name, input, code) => {
    await expect(page.call("real", name, input)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/[.]$/u),
    });
  });

  test("answers calls in the order their work ends, each to its own caller", async () => {
    const [stages, goals] = await Promise.all([
      page.call("real", "settings.listStages", {}),
      page.call("real", "goals.list", {}),
    ]);
    expect(stages).toHaveLength(5);
    expect(goals).toHaveLength(5);
  });

  test("tells a topic when something changed, without data", async () => {
    const heard = new Promise((resolve) =>
      page.onPush((push) => push.topic === "goals" && resolve(push)),
    );
    await page.call("real", "goals.save", {
      id: null,
      name: "New goal",
      rule: null,
      windowDays: 30,
      valueCents: 0,
    });
    expect(await heard).toEqual({ kind: "push", world: "real", topic: "goals" });
  });

  test("fails open calls in words when it closes", async () => {
    const call = page.call("real", "goals.list", {});
    page.close();
    await expect(call).rejects.toMatchObject({ code: "unreachable" });
  });
});

describe("practice", () => {
  test("knows nothing of the real people, nor they of it", async () => {
    await page.call("practice", "practice.addSampleContacts", {});
    const list = {
      query: "",
      rule: null,
      sort: "created",
      isDescending: true,
      offset: 0,
      limit: 1,
    };
    expect(await page.call("practice", "contacts.list", list)).toMatchObject({ total: 455 });
    expect(await page.call("real", "contacts.list", list)).toMatchObject({ total: 0 });
    // They came as any other file does: with its counts, the rows left out, and a way back.
    const [sample] = (await page.call("practice", "imports.list", {})) as { id: string }[];
    expect(sample).toMatchObject({ state: "done", result: { added: 455 } });
    await page.call("practice", "imports.undo", { id: sample?.id });
    await expect
      .poll(() => page.call("practice", "contacts.list", list))
      .toMatchObject({ total: 0 });
  });

  test("can be thrown away, and begins anew", async () => {
    await page.call("practice", "practice.addSampleContacts", {});
    await page.call("practice", "practice.clear", {});
    expect(await page.call("practice", "contacts.list", {})).toMatchObject({ total: 0 });
  });

  test("cannot be cleared, moved or filled where it is real", async () => {
    for (const [name, input] of [
      ["practice.clear", {}],
      ["practice.addSampleContacts", {}],
      ["practice.advance", { by: { kind: "ms", ms: 1000 } }],
    ] as const)
      await expect(page.call("real", name, input)).rejects.toMatchObject({ code: "conflict" });
  });

  test("is made real as a draft, without its people", async () => {
    const { id } = (await page.call("practice", "campaigns.create", {
      name: "Course",
      goalId: null,
      segmentId: null,
      starterId: "five-mail-course",
    })) as { id: string };
    const portable = await page.call("practice", "campaigns.export", { id });
    const made = (await page.call("real", "campaigns.import", portable)) as { id: string };
    const campaign = (await page.call("real", "campaigns.get", { id: made.id })) as {
      name: string;
      state: string;
      entered: number;
    };
    expect(campaign).toMatchObject({ name: "Course", state: "draft", entered: 0 });
  });

  test("is made real with what its goal says and the fields its segment asks for", async () => {
    const city = { key: "city", label: "City", type: "text" };
    const rule = { kind: "all", rules: [{ kind: "tag", test: "has", tag: "bought" }] };
    const fromKoeln = {
      kind: "all",
      rules: [{ kind: "field", field: "city", test: "is", value: "Köln" }],
    };
    await page.call("practice", "settings.saveField", city);
    const goal = { name: "Bought", rule, windowDays: 14, valueCents: 4950 };
    const { id: goalId } = (await page.call("practice", "goals.save", { id: null, ...goal })) as {
      id: string;
    };
    const { id: segmentId } = (await page.call("practice", "segments.save", {
      id: null,
      name: "From Köln",
      rule: fromKoeln,
    })) as { id: string };
    const { id } = (await page.call("practice", "campaigns.create", {
      name: "Course",
      goalId,
      segmentId,
      starterId: "five-mail-course",
    })) as { id: string };
    const portable = await page.call("practice", "campaigns.export", { id });
    await page.call("real", "campaigns.import", portable);
    expect(await page.call("real", "settings.listFields", {})).toEqual([city]);
    expect(await page.call("real", "goals.list", {})).toContainEqual(expect.objectContaining(goal));
  });
});
