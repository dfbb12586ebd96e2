import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addContact } from "../storage/contacts.ts";
import { openStorage, type Storage } from "../storage/open-storage.ts";
import { createReader, type Reader } from "./reader.ts";

let folder: string;
let storage: Storage;
let reader: Reader;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "dripline-reader-"));
  storage = await openStorage(folder, "0");
  reader = createReader(storage.path, () => 1000);
});
afterEach(async () => {
  await reader.close();
  storage.close();
  rmSync(folder, { recursive: true, force: true });
});

function add(address: string): void {
  const blank = { firstName: null, lastName: null, stageId: null, zone: null };
  addContact(storage.db, address, { ...blank, address, fields: {}, trackingConsent: null }, 1000);
}

const everyone = {
  query: "",
  rule: null,
  sort: "address",
  isDescending: false,
  offset: 0,
  limit: 100,
} as const;

async function addresses(): Promise<(string | null)[]> {
  const { rows } = await reader.reads.contacts.list(everyone);
  return rows.map((row) => row.address);
}

test("sees at once what was committed before it was asked", async () => {
  expect(await addresses()).toEqual([]);
  add("ana@example.com");
  expect(await addresses()).toEqual(["ana@example.com"]);
});

test("leaves the main thread free while it counts", async () => {
  storage.db.transaction(() => {
    for (let n = 0; n < 3000; n++) add(`person-${n}@example.com`);
  });
  const order: string[] = [];
  const read = addresses().then(() => order.push("read"));
  await new Promise((resolve) => setImmediate(resolve));
  order.push("turn of the main thread");
  await read;
  expect(order).toEqual(["turn of the main thread", "read"]);
});

test("passes a refusal on as a refusal", async () => {
  await expect(reader.reads.reports.campaign({ id: "none" })).rejects.toMatchObject({
    name: "CallFailed",
    code: "not-found",
    message: "This campaign is gone.",
  });
});

test("fails what is open when it is closed, and starts again when asked again", async () => {
  await Promise.all([expect(addresses()).rejects.toThrow("Dripline is stopping."), reader.close()]);
  expect(await addresses()).toEqual([]);
});
