import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestWorld, type TestWorld } from "../../test-world.ts";

let world: TestWorld;
beforeEach(async () => {
  world = await openTestWorld({ start: Date.parse("2026-03-02T08:00:00Z") });
});
afterEach(() => world.close());

async function add(name: string): Promise<string> {
  const { id } = await world.app.handlers.contacts.save({
    id: null,
    address: `${name}@example.com`,
    firstName: name,
    lastName: null,
    stageId: "lead",
    zone: null,
    fields: {},
    trackingConsent: null,
  });
  return id;
}

test("Everyone of a list can be named at once, without the archive", async () => {
  const { contacts } = world.app.handlers;
  const ana = await add("ana");
  const anton = await add("anton");
  await add("bo");
  const gone = await add("anke");
  await contacts.archive({ ids: [gone] });
  expect(await contacts.listIds({ query: "an", rule: null })).toEqual({ ids: [ana, anton] });
  expect(
    await contacts.listIds({
      query: "",
      rule: { kind: "status", test: "is", status: "archived" },
    }),
  ).toEqual({ ids: [gone] });
});

test("What is done to many says whom it changed, so that an undo brings back no more", async () => {
  const { contacts } = world.app.handlers;
  const ids = [await add("ana"), await add("bo")];
  const [ana = "", bo = ""] = ids;
  await contacts.addTag({ ids: [ana], tag: "hot" });
  expect(await contacts.addTag({ ids: [...ids, "nobody"], tag: "hot" })).toEqual({ ids: [bo] });
  expect(await contacts.removeTag({ ids: [bo], tag: "hot" })).toEqual({ ids: [bo] });
  expect(await contacts.removeTag({ ids, tag: "hot" })).toEqual({ ids: [ana] });
  expect(await contacts.archive({ ids: [ana] })).toEqual({ ids: [ana] });
  expect(await contacts.archive({ ids })).toEqual({ ids: [bo] });
  expect(await contacts.restore({ ids })).toEqual({ ids });
  expect(await contacts.restore({ ids })).toEqual({ ids: [] });
});

test("Unsubscribing somebody who is gone is refused", () => {
  expect(() => world.app.handlers.contacts.unsubscribe({ id: "nobody" })).toThrow(
    "This contact is gone.",
  );
});
