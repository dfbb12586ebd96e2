import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createApp, type AppPorts } from "./app.ts";
import type { Output } from "./contract/contract-schema.ts";
import { email } from "./engine/story-steps.ts";
import { MINUTE } from "./shared/clock.ts";
import { silentLog } from "./shared/log.ts";
import { openDb } from "./storage/db.ts";
import { explainError } from "./storage/open-storage.ts";
import { openStory, START, type Story } from "./story-world.ts";
import {
  createBreakableDisk,
  createHandClock,
  createSeededRandom,
  openSecretBox,
  openStorageWith,
  openTestWorld,
  type BreakableDisk,
  type TestWorld,
} from "./test-world.ts";

let disk: BreakableDisk;
beforeEach(() => {
  disk = createBreakableDisk();
});

const TROUBLES = [
  ["full", "The disk is full"],
  ["read-only", "may not write"],
  ["broken", "does not answer properly"],
] as const;

describe("Starting", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "dripline-disk-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function ports(): AppPorts {
    return {
      dataFolder: folder,
      assetsFolder: "",
      clock: createHandClock(START),
      random: createSeededRandom(1),
      secrets: openSecretBox,
      fetch: globalThis.fetch,
      log: silentLog,
      world: "real",
    };
  }

  test.each(TROUBLES)(
    "on a disk that is %s is refused in words and leaves the folder free",
    async (trouble, words) => {
      const failing = openStorageWith((db) => {
        const wrapped = disk.wrap(db);
        disk.fail(trouble);
        return wrapped;
      });
      await expect(createApp({ ...ports(), openStorage: failing })).rejects.toMatchObject({
        name: "CallFailed",
        message: expect.stringContaining(words),
      });
      const app = await createApp(ports());
      await app.stop();
    },
  );
});

describe("While running", () => {
  let story: Story;
  beforeEach(async () => {
    story = await openStory({ wrapDb: disk.wrap });
  });
  afterEach(() => story.close());

  async function savedAs(name: string): Promise<string> {
    try {
      await story.addPerson(name);
      return "saved";
    } catch (error) {
      return explainError(error, story.folder);
    }
  }

  test.each(TROUBLES)(
    "a disk that is %s: nothing is saved, the sentence says what to do, and mending is all it takes",
    async (trouble, words) => {
      disk.fail(trouble);
      expect(await savedAs("ana")).toContain(words);
      expect(story.db.get("SELECT count(*) AS n FROM contact")).toEqual({ n: 0 });
      disk.fail(null);
      expect(await savedAs("ana")).toBe("saved");
    },
  );

  test("a database that another program has locked: the same", async () => {
    const other = openDb({ path: join(story.folder, "dripline.db") });
    other.exec("BEGIN IMMEDIATE");
    expect(await savedAs("ana")).toContain("Another program has Dripline's database open");
    other.exec("ROLLBACK");
    other.close();
    expect(await savedAs("ana")).toBe("saved");
  });

  test.each(TROUBLES)(
    "on a disk that is %s no mail gets its dot; once mended each leaves once",
    async (trouble) => {
      await story.addPerson("ana");
      await story.addPerson("ben");
      await story.goLive({ steps: [email("one")] });
      story.server.before = () => {
        disk.fail(trouble);
        return undefined;
      };
      await expect(story.pass(MINUTE)).rejects.toThrow();
      expect(story.server.arrived).toEqual([]);
      story.server.before = () => undefined;
      disk.fail(null);
      await story.pass(MINUTE);
      expect(story.mailsTo("ana")).toEqual(["one"]);
      expect(story.mailsTo("ben")).toEqual(["one"]);
    },
  );

  test.each(TROUBLES)(
    "an answer that a disk which is %s cannot take is kept, and nothing more is sent until it is written",
    async (trouble) => {
      for (const name of ["ana", "ben", "cem", "dia", "eva"]) await story.addPerson(name);
      await story.goLive({ steps: [email("one")] });
      story.server.after = () => {
        disk.fail(trouble);
        return undefined;
      };
      await expect(story.pass(MINUTE)).rejects.toThrow();
      const { attempts } = story.server;
      await expect(story.pass(MINUTE)).rejects.toThrow();
      expect(story.server.attempts).toBe(attempts);
      story.server.after = () => undefined;
      disk.fail(null);
      await story.pass(MINUTE);
      expect(story.server.arrived.map(({ to }) => to).toSorted()).toEqual(
        ["ana", "ben", "cem", "dia", "eva"].map((name) => `${name}@example.com`),
      );
      expect(story.db.all("SELECT DISTINCT state FROM message")).toEqual([{ state: "sent" }]);
    },
  );

  test("the owner is told while it lasts, and no longer", async () => {
    await story.addPerson("ana");
    disk.fail("full");
    const told = nextTold(({ notices }) => notices.length > 0);
    story.app.start();
    expect((await told).notices).toMatchObject([
      { text: expect.stringContaining("The disk is full") },
    ]);
    disk.fail(null);
    const mended = nextTold(({ notices }) => notices.length === 0);
    story.app.engine.kick();
    await mended;
  });

  type Status = Output<"settings", "status">;
  /** The first status that is told and as asked for. */
  function nextTold(isSo: (status: Status) => boolean): Promise<Status> {
    return new Promise((resolve) => {
      async function look(): Promise<void> {
        const status = await story.app.handlers.settings.status({});
        if (!isSo(status)) return;
        stop();
        resolve(status);
      }
      const stop = story.app.onChange((topic) => {
        if (topic === "settings") void look();
      });
    });
  }
});

describe("An import", () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld({ start: START, world: "real", wrapDb: disk.wrap });
  });
  afterEach(() => world.close());

  async function upload(rows: number): Promise<string> {
    const { imports } = world.app.handlers;
    const text = `email,name\n${Array.from({ length: rows }, (_, n) => `p${n}@example.com,P${n}\n`).join("")}`;
    const { id } = await imports.begin({ fileName: "list.csv", bytes: text.length });
    await imports.chunk({ id, offset: 0, base64: Buffer.from(text).toString("base64") });
    await imports.inspect({ id });
    return id;
  }
  async function run(id: string): Promise<void> {
    const { imports } = world.app.handlers;
    const { columns } = await imports.inspect({ id });
    await imports.run({
      id,
      mapping: columns.map(({ target }) => target),
      options: { existing: "overwrite", tag: "", startCampaigns: false, consentSource: "" },
    });
  }
  /** Looks at every change that is told until the import is as asked for. */
  async function until(
    id: string,
    isSo: (status: Output<"imports", "status">) => boolean,
  ): Promise<void> {
    for (;;) {
      const told = new Promise<void>((resolve) => {
        const stop = world.app.onChange(() => {
          stop();
          resolve();
        });
      });
      if (isSo(await world.app.handlers.imports.status({ id }))) return;
      await told;
    }
  }

  test.each(["waits until it can be taken back", "is taken back by the next start"])(
    "that fills up the disk halfway says so, and %s",
    async (how) => {
      const id = await upload(500);
      disk.fail("full", 1000);
      await run(id);
      await until(id, ({ problem }) => problem !== null);
      expect((await world.app.handlers.imports.status({ id })).problem).toContain(
        "The disk is full",
      );
      disk.fail(null);
      if (how.startsWith("waits")) world.clock.wake();
      else await world.restart();
      await until(id, ({ state }) => state !== "running");
      expect(await world.app.handlers.contacts.listIds({ query: "", rule: null })).toEqual({
        ids: [],
      });
    },
  );

  test.skipIf(!existsSync("/dev/full"))(
    "whose file the disk has no room for is refused in words",
    async () => {
      const { imports } = world.app.handlers;
      const { id } = await imports.begin({ fileName: "list.csv", bytes: 10 });
      mkdirSync(join(world.folder, "imports"), { recursive: true });
      symlinkSync("/dev/full", join(world.folder, "imports", `${id}.csv`));
      const refused = await Promise.resolve()
        .then(() =>
          imports.chunk({ id, offset: 0, base64: Buffer.from("email\na@b.c").toString("base64") }),
        )
        .catch((error: unknown) => explainError(error, world.folder));
      expect(refused).toContain("The disk is full");
    },
  );
});
