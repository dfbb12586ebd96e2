import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { readRows } from "./csv.ts";
import type { CsvRow } from "./csv.ts";
import { fileInMemory } from "./file-source.ts";

async function read(
  text: string,
  options: { delimiter?: string; columnCount?: number; chunkBytes?: number } = {},
): Promise<CsvRow[]> {
  const { delimiter = ",", columnCount = 0, chunkBytes } = options;
  const source = fileInMemory(new TextEncoder().encode(text), chunkBytes);
  const rows: CsvRow[] = [];
  for await (const batch of readRows(source, { encoding: "utf-8", delimiter, columnCount })) {
    for (const row of batch.rows) rows.push(row);
  }
  return rows;
}

describe("Rows are cut", () => {
  const cases: [name: string, text: string, rows: string[][]][] = [
    [
      "at line feeds",
      "a,b\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "at Windows line ends",
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "at old Mac line ends",
      "a,b\rc,d\r",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "at mixed line ends",
      "a,b\r\nc,d\ne,f\rg,h",
      [
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
        ["g", "h"],
      ],
    ],
    [
      "without a last line end",
      "a,b\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["not at a comma in quotes", '"a,1",b', [["a,1", "b"]]],
    [
      "not at a line end in quotes",
      '"a\r\n1",b\r\nc,d',
      [
        ["a\n1", "b"],
        ["c", "d"],
      ],
    ],
    ["with doubled quotes read as one", '"say ""hi""",b', [['say "hi"', "b"]]],
    [
      "with inch marks left alone",
      '5" pipe,b\nc,d',
      [
        ['5" pipe', "b"],
        ["c", "d"],
      ],
    ],
    ["with blanks after a closing quote", '"a"  ,b\n"c"\t\n', [["a", "b"], ["c"]]],
    ["with empty quoted cells", '"",""\na,', [["a", ""]]],
    [
      "without blank rows",
      "a,b\n\n  \n,\nc,d\n\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
  ];
  test.each(cases)("%s", async (_name, text, rows) => {
    expect((await read(text)).map(({ cells }) => cells)).toEqual(rows);
  });
});

test("Rows are numbered as a spreadsheet numbers them", async () => {
  const rows = await read('a,b\n\n"c\nc",d\ne,f');
  expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([1, 3, 4]);
});

describe("With two columns expected", () => {
  const cases: [
    name: string,
    text: string,
    rows: [rowNumber: number, firstCell: string, isGood: boolean][],
  ][] = [
    [
      "a short row is fine",
      "a\nc,d",
      [
        [1, "a", true],
        [2, "c", true],
      ],
    ],
    [
      "blank cells too many are fine",
      "a,b,,\nc,d",
      [
        [1, "a", true],
        [2, "c", true],
      ],
    ],
    [
      "a cell too many is a problem",
      "a,b,c\nc,d",
      [
        [1, "a", false],
        [2, "c", true],
      ],
    ],
    [
      "quotes inside a quoted cell are kept",
      '"a "big" one",b\nc,d',
      [
        [1, 'a "big" one', true],
        [2, "c", true],
      ],
    ],
    [
      "a quoted word at the start is kept",
      '"Big" Al,b\nc,"d"',
      [
        [1, '"Big" Al', true],
        [2, "c", true],
      ],
    ],
    [
      "a quote never closed that spoils nothing is dropped",
      'a,"b\nc,"d"',
      [
        [1, "a", true],
        [2, "c", true],
      ],
    ],
    [
      "a quote never closed costs one row",
      'a,"b,x\nc,"d"\ne,f',
      [
        [1, "a", false],
        [2, "c", true],
        [3, "e", true],
      ],
    ],
    [
      "a quote never closed at the end costs one row",
      'a,b\nc,"d,x',
      [
        [1, "a", true],
        [2, "c", false],
      ],
    ],
  ];
  test.each(cases)("%s", async (_name, text, expected) => {
    const rows = await read(text, { columnCount: 2 });
    expect(rows.map((row) => [row.rowNumber, row.cells[0], row.problem === null])).toEqual(
      expected,
    );
  });
});

test("An opening quote without a partner in its row is dropped", async () => {
  const [row] = await read('a,"b\nc,"d"', { columnCount: 2 });
  expect(row).toEqual({ rowNumber: 1, cells: ["a", "b"], problem: null });
});

test("A quote that swallows a million characters costs one row", async () => {
  const text = `a,"b,x\n${"c,d\n".repeat(400_000)}`;
  const rows = await read(text, { columnCount: 2 });
  expect(rows).toHaveLength(400_001);
  expect(rows[0]).toMatchObject({ rowNumber: 1, problem: expect.stringMatching(/quotation mark/) });
  expect(rows.filter(({ problem }) => problem !== null)).toHaveLength(1);
});

test("A file full of quotes that never close is refused", async () => {
  const text = 'a,"b c\n'.repeat(200_000);
  await expect(read(text, { columnCount: 3 })).rejects.toThrow(/do not pair up, from row 1 on/);
});

test("A line without end is refused", async () => {
  await expect(read("a".repeat(2_500_000))).rejects.toThrow(/longer than a million characters/);
});

test("A giant cell is a problem of its row alone", async () => {
  const rows = await read(`a,"${"x".repeat(150_000)}"\nc,d`, { columnCount: 2 });
  expect(rows.map(({ problem }) => problem)).toEqual([
    expect.stringMatching(/holds 150,000 characters/),
    null,
  ]);
});

test("A thousand columns are read; more than five thousand are refused", async () => {
  expect((await read(`${"a,".repeat(999)}a`))[0]?.cells).toHaveLength(1_000);
  await expect(read(`${"a,".repeat(5_000)}a`)).rejects.toThrow(/5,001 columns/);
});

test("Where the pieces are cut makes no difference", async () => {
  const text = 'a;"b;\r\n""b""\r\n"\r\nü;"€"\r\n\r\n"c" ;d\r\n';
  const whole = await read(text, { delimiter: ";" });
  for (let chunkBytes = 1; chunkBytes < 12; chunkBytes++) {
    expect(await read(text, { delimiter: ";", chunkBytes })).toEqual(whole);
  }
});

test("What a well-behaved program wrote is read back", async () => {
  const cell = fc.string({ unit: fc.constantFrom(..."ab ü;,\t|\"'\n\r=".split("")), maxLength: 8 });
  const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 12,
    }),
  );
  const written = fc.record({
    table,
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    newline: fc.constantFrom("\n", "\r\n", "\r"),
    chunkBytes: fc.integer({ min: 1, max: 40 }),
  });
  await fc.assert(
    fc.asyncProperty(written, async ({ table: rows, delimiter, newline, chunkBytes }) => {
      const text = Papa.unparse(rows, { delimiter, newline, quotes: true });
      const expected = rows
        .map((cells) => cells.map((value) => value.replace(/\r\n?/g, "\n")))
        .filter((cells) => cells.some((value) => value.trim() !== ""));
      const back = await read(text, { delimiter, columnCount: rows[0]?.length ?? 0, chunkBytes });
      expect(back.map(({ cells }) => cells)).toEqual(expected);
      expect(back.every(({ problem }) => problem === null)).toBe(true);
    }),
  );
});
