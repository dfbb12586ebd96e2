import { describe, expect, test } from "vitest";
import type { z } from "zod";
import type { columnTarget } from "#core/contract/imports-schema.ts";
import type { ColumnTarget } from "./columns.ts";
import { CHUNK_BYTES, fileInMemory, fileOnDisk, type FileSource } from "./file-source.ts";
import { inspectFile } from "./inspect-file.ts";
import { BATCH_ROWS, readContacts } from "./read-contacts.ts";
import type { ReadRow } from "./read-contacts.ts";
import { rejectedCsvHead, rejectedCsvRow } from "./rejected-csv.ts";

const known = { fields: [], stages: ["Stranger", "Visitor", "Lead", "Customer", "Promoter"] };

async function read(text: string, mapping?: ColumnTarget[]): Promise<ReadRow[]> {
  const source = fileInMemory(new TextEncoder().encode(text));
  const file = await inspectFile(source, known);
  const rows: ReadRow[] = [];
  const targets = mapping ?? file.columns.map(({ target }) => target);
  for await (const batch of readContacts(source, file, targets)) rows.push(...batch.rows);
  return rows;
}

function only(rows: readonly ReadRow[]): ReadRow {
  expect(rows).toHaveLength(1);
  return rows[0] as ReadRow;
}

test("A row becomes everything it says", async () => {
  const text =
    "Email;First name;Last name;Company;Time zone;Stage;Tags;Signup date;Orders;VIP;Status;Tracking consent\n" +
    "Ana@Example.com; Ana ;RUIZ;Ruiz & Co;europe/madrid;lead;a, b;a;03.05.2026;1.234,5;ja;active;no\n";
  expect(only(await read(text.replace("a, b;a", '"a, b;a"')))).toEqual({
    rowNumber: 2,
    cells: expect.arrayContaining(["Ana@Example.com"]),
    repeatsRow: null,
    candidate: {
      address: "ana@example.com",
      firstName: "Ana",
      lastName: "RUIZ",
      zone: "Europe/Madrid",
      stage: "lead",
      tags: ["a", "b"],
      status: "subscribed",
      trackingConsent: false,
      fields: { company: "Ruiz & Co", signup_date: "2026-05-03", orders: 1234.5, vip: true },
      isRole: false,
      suggestion: null,
      notes: [],
    },
  });
});

describe("A cell of a row becomes", () => {
  const cases: [name: string, text: string, candidate: object][] = [
    [
      "both names from one",
      "Email,Name\nana@example.com,Ana Ruiz",
      { firstName: "Ana", lastName: "Ruiz" },
    ],
    [
      "both names from the address",
      "Email\nAna Ruiz <ana@example.com>",
      { firstName: "Ana", lastName: "Ruiz", address: "ana@example.com" },
    ],
    [
      "nothing where it is blank",
      "Email,City,Company\nana@example.com,,x",
      { fields: { company: "x" } },
    ],
    [
      "nothing where a program wrote nothing",
      "Email,Orders\nana@example.com,N/A\nb@example.com,2\nc@example.com,3",
      { fields: {}, notes: [] },
    ],
    [
      "a note where it is no date",
      "Email,Birthday\nana@example.com,unknown\nb@example.com,1980-01-02\nc@example.com,1980-01-02",
      { fields: {}, notes: ["“unknown” in “Birthday” is not a date; it was left out."] },
    ],
    [
      "text with its lines kept",
      'Email,Notes\nana@example.com,"one\r\ntwo"',
      { fields: { notes: "one\ntwo" } },
    ],
    [
      "text that is no formula any more",
      "Email,Notes\nana@example.com,'=1+1",
      { fields: { notes: "=1+1" } },
    ],
    [
      "an umlaut as one letter",
      "Email,City\nana@example.com,Ko\u0308ln",
      { fields: { city: "Köln" } },
    ],
    [
      "unsubscribed by an opt-out",
      "Email,Opt-out\nana@example.com,yes\nb@example.com,no",
      { status: "unsubscribed" },
    ],
    [
      "tags from a program's brackets",
      'Email,Tags\nana@example.com,"[""a"",""b c""]"',
      { tags: ["a", "b c"] },
    ],
    ["a suggestion", "Email\nana@gmial.com", { suggestion: "ana@gmail.com" }],
    ["the mark of an office", "Email\ninfo@example.com", { isRole: true }],
  ];
  test.each(cases)("%s", async (_name, text, candidate) => {
    expect((await read(text))[0]).toMatchObject({ candidate });
  });
});

describe("A row is left out", () => {
  const cases: [name: string, row: string, reason: RegExp][] = [
    ["without an address", ",Ana,active", /missing/],
    ["with a bad address", "ana@,Ana,active", /nothing after the @/],
    ["with two addresses", '"a@example.com, b@example.com",Ana,active', /more than one/],
    ["with a status nobody knows", "ana@example.com,Ana,maybe", /“maybe” in “Status” is no status/],
    ["with too many cells", "ana@example.com,Ana,active,more", /4 cells where the list has 3/],
    ["with a quote never closed", 'ana@example.com,"Ruiz, Ana,active', /quotation mark/],
  ];
  test.each(cases)("%s", async (_name, row, reason) => {
    const good = "ken@example.com,Ken,active\n";
    const rows = await read(
      `Email,First name,Status\n${good}${row}\n${good.replace("ken", "kim")}`,
    );
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatchObject({ rowNumber: 3, problem: expect.stringMatching(reason) });
    expect(rows[2]).toMatchObject({ rowNumber: 4, candidate: { address: "kim@example.com" } });
  });
});

test("A row that repeats an address names the first row that had it", async () => {
  const rows = await read(
    "Email,City\nana@example.com,Bonn\n ANA@example.COM ,Köln\nken@example.com,Ulm\nAna@Example.com,Kiel",
  );
  expect(rows.map((row) => "candidate" in row && row.repeatsRow)).toEqual([null, 2, null, 2]);
});

test("A list in which every row is bad comes out row by row", async () => {
  const rows = await read("Email,City\nana,Bonn\nken,Köln\n,Ulm\n");
  expect(rows.map((row) => "problem" in row)).toEqual([true, true, true]);
});

describe("A mapping is refused", () => {
  const skip: ColumnTarget = { kind: "skip" };
  const field: ColumnTarget = { kind: "field", key: "city", label: "City", type: "text" };
  const cases: [name: string, mapping: ColumnTarget[], words: RegExp][] = [
    ["without an address", [skip, field, skip], /No column is chosen/],
    ["with two addresses", [{ kind: "address" }, { kind: "address" }, skip], /“Email” and “City”/],
    ["with one field twice", [{ kind: "address" }, field, field], /“City” and “Town”/],
    [
      "with a full and a first name",
      [{ kind: "address" }, { kind: "full-name" }, { kind: "first-name" }],
      /not both/,
    ],
    ["of another width", [{ kind: "address" }], /3 columns and the mapping 1/],
  ];
  test.each(cases)("%s", async (_name, mapping, words) => {
    await expect(read("Email,City,Town\nana@example.com,a,b", mapping)).rejects.toThrow(words);
  });
});

test("However long a list is, only a little of it is held at a time", async () => {
  let pulled = 0;
  // Rows are made as they are read, so that what is held shows as what was pulled and not yet given out.
  const row = `${"x".repeat(900)}\n`;
  const source: FileSource = {
    bytes: 24 * 1024 * 1024,
    async *open() {
      pulled = 0;
      for (let n = 0; pulled < this.bytes;) {
        let text = n === 0 ? "Email,Note\n" : "";
        while (text.length < CHUNK_BYTES) text += `p${(n += 1)}@example.com,${row}`;
        pulled += text.length;
        yield new TextEncoder().encode(text);
      }
    },
  };
  const file = await inspectFile(source, known);
  let rows = 0;
  let mostHeld = 0;
  for await (const batch of readContacts(source, file, [{ kind: "address" }, { kind: "skip" }])) {
    mostHeld = Math.max(mostHeld, pulled - batch.bytesRead);
    rows += batch.rows.length;
  }
  expect(rows).toBeGreaterThan(25_000);
  expect(mostHeld).toBeLessThanOrEqual(4 * CHUNK_BYTES);
});

test("Batches are small, in order, and tell how far they are", async () => {
  const text = `Email\n${Array.from({ length: 12_345 }, (_, index) => `p${index}@example.com\n`).join("")}`;
  const source = fileInMemory(new TextEncoder().encode(text));
  const file = await inspectFile(source, known);
  const numbers: number[] = [];
  let bytesRead = 0;
  for await (const batch of readContacts(source, file, [{ kind: "address" }])) {
    expect(batch.rows.length).toBeLessThanOrEqual(BATCH_ROWS);
    expect(batch.bytesRead).toBeGreaterThanOrEqual(bytesRead);
    bytesRead = batch.bytesRead;
    for (const row of batch.rows) numbers.push(row.rowNumber);
  }
  expect(bytesRead).toBe(source.bytes);
  expect(numbers).toEqual(Array.from({ length: 12_345 }, (_, index) => index + 2));
});

test("The sample list has 500 rows with the usual dirt", async () => {
  const { readFileSync } = await import("node:fs");
  const path = new URL("../../assets/sample-contacts.csv", import.meta.url).pathname;
  const source = fileOnDisk(path, readFileSync(path).length);
  const file = await inspectFile(source, known);
  const rows: ReadRow[] = [];
  for await (const batch of readContacts(
    source,
    file,
    file.columns.map(({ target }) => target),
  )) {
    rows.push(...batch.rows);
  }
  const good = rows.filter((row) => "candidate" in row);
  expect(rows).toHaveLength(500);
  expect({
    good: good.length,
    repeated: good.filter(({ repeatsRow }) => repeatsRow !== null).length,
    roles: good.filter(({ candidate }) => candidate.isRole).length,
    unread: good.filter(({ candidate }) => candidate.notes.length > 0).length,
    stages: new Set(good.map(({ candidate }) => candidate.stage)).size,
  }).toEqual({ good: 471, repeated: 16, roles: 9, unread: 3, stages: 6 });
  for (const { candidate } of good)
    expect(candidate.address).toMatch(/[@.]example\.(?:com|org|net)$/);
});

test("The file of rejected rows is mended and imported again as it was", async () => {
  const text = 'Email,Notes\nana@,=1+1\n@example.com,"a\nb, ""c"""\nken@example.com,fine\n';
  const source = fileInMemory(new TextEncoder().encode(text));
  const file = await inspectFile(source, known);
  let rejected = rejectedCsvHead(file);
  for (const row of await read(text)) {
    if ("problem" in row) rejected += rejectedCsvRow({ ...row, reason: row.problem }, file);
  }
  expect(rejected).toBe(
    "\ufeffEmail,Notes,Row in the original file,Why it was left out\r\n" +
      "ana@,'=1+1,2,There is nothing after the @ sign of the e-mail address.\r\n" +
      '\'@example.com,"a\nb, ""c""",3,There is nothing before the @ sign of the e-mail address.\r\n',
  );
  const mended = rejected.replace("ana@,", "ana@example.com,").replace("'@example", "kim@example");
  expect((await read(mended)).map((row) => "candidate" in row && row.candidate)).toMatchObject([
    { address: "ana@example.com", fields: { notes: "=1+1" } },
    { address: "kim@example.com", fields: { notes: 'a\nb, "c"' } },
  ]);
});

test("The contract's targets and ours are the same", () => {
  const ours: ColumnTarget[] = [{ kind: "skip" }];
  const theirs: z.infer<typeof columnTarget>[] = ours;
  const back: ColumnTarget[] = theirs;
  expect(back).toBe(ours);
});
