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

test("A file that is a list waits for its columns to be named", async () => {
  const { imports } = world.app.handlers;
  const id = await upload("email,name\nana@example.com,Ana\n");
  const { columns } = await imports.inspect({ id });
  expect(columns.map(({ target }) => target.kind)).toEqual(["address", "full-name"]);
  expect(await imports.status({ id })).toMatchObject({ state: "mapping", problem: null });
});
