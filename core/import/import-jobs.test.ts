import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestWorld, type TestWorld } from "../test-world.ts";

let world: TestWorld;
beforeEach(async () => {
  world = await openTestWorld({ start: Date.parse("2026-03-02T08:00:00Z") });
});
afterEach(() => world.close());

async function upload(content: string): Promise<string> {
  const { imports } = world.app.handlers;
  const { id } = await imports.begin({ fileName: "list.csv", bytes: content.length });
  if (content !== "") {
    await imports.chunk({
      id,
      offset: 0,
      base64: Buffer.from(content, "latin1").toString("base64"),
    });
  }
  return id;
}

describe("A file that cannot be a list of contacts", () => {
  const cases = [
    { name: "an empty one", content: "", sentence: "This file is empty. Choose another one." },
    { name: "a workbook", content: "PK\u0003\u0004 and so on", sentence: /Excel workbook/u },
    { name: "a picture", content: "\u0089PNG\r\n\u001a\n\0\0\0", sentence: /PNG picture/u },
    { name: "bytes of any kind", content: "ab\0\u0001\0\u0002cd\0\0ef", sentence: /not text/u },
    {
      name: "prose, with an address somewhere in it",
      content: `# Dripline\n\nE-mail for small businesses, on your own computer.\n${"It sends, waits, and reacts to what people do.\n".repeat(12)}Write to ana@example.com\n`,
      sentence: /No column of this file looks like e-mail addresses/u,
    },
    {
      name: "a list without addresses",
      content: "name,city\nAna,Lisbon\nKen,Tokyo\n",
      sentence: /No column of this file looks like e-mail addresses/u,
    },
    { name: "column names alone", content: "email,name\n", sentence: /not one contact/u },
  ];
  test.each(cases)("is refused, and the import says so ever after: $name", async (file) => {
    const { imports } = world.app.handlers;
    const id = await upload(file.content);
    await expect(imports.inspect({ id })).rejects.toThrow(file.sentence);
    const status = await imports.status({ id });
    expect(status.state).toBe("failed");
    expect(status.problem).toMatch(file.sentence);
    expect(readdirSync(join(world.folder, "imports"))).toEqual([]);
  });
});

test("A list in which no row is good changes nobody, and gives every row back with its reason", async () => {
  const { imports, contacts } = world.app.handlers;
  const id = await upload("email,name\nana,Ana\nken@,Ken\n,Eva\n");
  await imports.inspect({ id });
  const options = {
    existing: "overwrite",
    tag: "",
    startCampaigns: false,
    consentSource: "",
  } as const;
  const mapping = [{ kind: "address" }, { kind: "full-name" }] as const;
  const over = new Promise<void>((resolve) => {
    async function look(): Promise<void> {
      if ((await imports.status({ id })).state !== "done") return;
      stop();
      resolve();
    }
    const stop = world.app.onChange(() => void look());
  });
  await imports.run({ id, mapping: [...mapping], options });
  await over;
  const { result, rejected } = await imports.status({ id });
  expect(result).toMatchObject({ rows: 3, added: 0, invalid: 3 });
  expect(rejected.map(({ row, reason }) => [row, reason !== ""])).toEqual([
    [2, true],
    [3, true],
    [4, true],
  ]);
  expect(await contacts.listIds({ query: "", rule: null })).toEqual({ ids: [] });
});

test("A file that is a list waits for its columns to be named", async () => {
  const { imports } = world.app.handlers;
  const id = await upload("email,name\nana@example.com,Ana\n");
  const { columns } = await imports.inspect({ id });
  expect(columns.map(({ target }) => target.kind)).toEqual(["address", "full-name"]);
  expect(await imports.status({ id })).toMatchObject({ state: "mapping", problem: null });
});

describe("What was chosen for a file", () => {
  async function inspected() {
    const { imports } = world.app.handlers;
    const id = await upload("email,city\nana@example.com,Porto\nnot an address,Faro\n");
    const { columns } = await imports.inspect({ id });
    const mapping = columns.map(({ target }) => target);
    const options = {
      existing: "fill-blanks",
      tag: "",
      startCampaigns: false,
      consentSource: "",
    } as const;
    return { id, mapping, options };
  }
  async function finished(id: string) {
    const { imports } = world.app.handlers;
    for (;;) {
      const status = await imports.status({ id });
      if (status.job === null) return status;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  test("is there again, and a dry run of something else is out of date", async () => {
    const { imports } = world.app.handlers;
    const { id, ...plan } = await inspected();
    await imports.dryRun({ id, ...plan });
    expect(await finished(id)).toMatchObject({
      state: "mapping",
      isDryRunCurrent: true,
      dryRun: { rows: 2, added: 1, invalid: 1 },
    });

    const skipped = { ...plan, mapping: [{ kind: "address" }, { kind: "skip" }] as const };
    await imports.keepPlan({ id, options: skipped.options, mapping: [...skipped.mapping] });
    expect(await imports.status({ id })).toMatchObject({ isDryRunCurrent: false });
    expect(await imports.inspect({ id })).toMatchObject({ plan: skipped });

    const starting = { ...plan.options, startCampaigns: true };
    await imports.keepPlan({ id, mapping: plan.mapping, options: starting });
    expect(await imports.status({ id }), "who would start is counted either way").toMatchObject({
      isDryRunCurrent: true,
    });
  });

  test("is done without once the import is over, and so is the file", async () => {
    const { imports } = world.app.handlers;
    const { id, ...plan } = await inspected();
    await imports.run({ id, ...plan });
    expect(await finished(id)).toMatchObject({ state: "done", result: { added: 1, invalid: 1 } });
    expect(readdirSync(join(world.folder, "imports"))).toEqual([`${id}-rejected.csv`]);
    const { fileName, base64, nextOffset } = await imports.rejectedCsv({ id, offset: 0 });
    expect({ fileName, nextOffset }).toEqual({ fileName: "list-left-out.csv", nextOffset: null });
    expect(Buffer.from(base64, "base64").toString("utf8")).toContain("not an address,Faro,3,");
  });
});
