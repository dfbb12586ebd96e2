import { describe, expect, test } from "vitest";
import { decode, findEncoding } from "./decode.ts";
import { fileInMemory } from "./file-source.ts";

const text = "Vorname;Nachname;E-Mail\nJürgen;Groß;j@example.com\nZoë;Müller;z@example.com\n";

function utf8(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function bytes(...content: (number | string)[]): Uint8Array {
  return Buffer.concat(
    content.map((part) =>
      typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.of(part),
    ),
  );
}

/** In an encoding `Buffer` does not write. */
function encode(content: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const byteByCharacter = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) byteByCharacter.set(decoder.decode(Buffer.of(byte)), byte);
  return Buffer.from(Array.from(content, (character) => byteByCharacter.get(character) ?? 63));
}

async function read(content: Uint8Array, chunkBytes?: number): Promise<string> {
  const source = fileInMemory(content, chunkBytes);
  const { label } = await findEncoding(source);
  let all = "";
  for await (const piece of decode(source, label)) all += piece.text;
  return all;
}

describe("A list comes out as it was written", () => {
  const polish = "Imię;Nazwisko\nŁukasz;Wójcik\nStanisław;Kościółek\nŻaneta;Dąbrowska\n".repeat(3);
  const russian = "Имя;Фамилия\nАнна;Иванова\nПётр;Сидоров\n";
  const greek = "Όνομα;Επώνυμο\nΓιώργος;Παπαδόπουλος\n";
  const cases: [name: string, content: Uint8Array, expected: string][] = [
    ["in UTF-8", utf8(text), text],
    ["in UTF-8 with a byte order mark", utf8(`\ufeff${text}`), text],
    ["in ASCII", utf8("a,b\n1,2\n"), "a,b\n1,2\n"],
    ["in UTF-16, little end first", Buffer.from(`\ufeff${text}`, "utf16le"), text],
    ["in UTF-16, big end first", Buffer.from(`\ufeff${text}`, "utf16le").swap16(), text],
    ["in UTF-16 without a mark", Buffer.from(text, "utf16le"), text],
    ["in UTF-16, big end first, without a mark", Buffer.from(text, "utf16le").swap16(), text],
    ["in Windows-1252", bytes("J\xfcrgen;Gro\xdf;10 \x80\n"), "Jürgen;Groß;10 €\n"],
    ["in Windows-1250", encode(polish, "windows-1250"), polish],
    ["in Windows-1251", encode(russian, "windows-1251"), russian],
    ["in KOI8-R", encode(russian, "koi8-r"), russian],
    ["in Windows-1253", encode(greek, "windows-1253"), greek],
    [
      "with its one umlaut behind a long plain start",
      bytes("a,b\n".repeat(90_000), "J\xfcrgen,x\n"),
      `${"a,b\n".repeat(90_000)}Jürgen,x\n`,
    ],
  ];
  test.each(cases)("%s", async (_name, content, expected) => {
    expect(await read(content)).toBe(expected);
  });

  test("however small the pieces are", async () => {
    for (const size of [1, 2, 3, 5]) expect(await read(utf8(text), size)).toBe(text);
  });
});

test("A few damaged characters do not turn a list in UTF-8 into another encoding", async () => {
  const content = bytes(
    utf8(text.repeat(30)).reduce((all, byte) => all + String.fromCharCode(byte), ""),
    0xff,
    "\n",
  );
  const { label, note } = await findEncoding(fileInMemory(content));
  expect(label).toBe("utf-8");
  expect(note).toContain("damaged");
});

test("What was not in UTF-8 is said", async () => {
  expect(await findEncoding(fileInMemory(bytes("J\xfcrgen;Gro\xdf\n")))).toEqual({
    label: "windows-1252",
    note: "The file is not in UTF-8; it was read as Windows-1252 (Western European).",
  });
});

describe("What is not a list is refused by name", () => {
  const cases: [name: string, content: Uint8Array, words: string][] = [
    ["an empty file", bytes(), "The file is empty."],
    ["a PNG picture", bytes(0x89, "PNG\r\n", 0x1a, "\n", 0, 0, 0, 13), "a PNG picture"],
    ["a JPEG picture", bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16), "a JPEG picture"],
    ["an Excel workbook", bytes("PK\u0003\u0004", 20, 0, 6, 0), "an Excel workbook (.xlsx)"],
    ["an old Excel workbook", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "an old Excel workbook (.xls)"],
    ["a PDF", bytes("%PDF-1.7\n"), "a PDF document"],
    ["a compressed file", bytes(0x1f, 0x8b, 8, 0), "a compressed file"],
    ["a web page", bytes("\n<!DOCTYPE html><html></html>"), "a web page"],
    ["JSON", bytes('[{"email": "ana@example.com"}]'), "JSON data"],
    ["a vCard", bytes("BEGIN:VCARD\r\nVERSION:3.0\r\n"), "an address card (vCard)"],
    ["bytes of any kind", bytes("abc", 0, 0, 1, 2, "def", 0, 7), "not text"],
  ];
  test.each(cases)("%s", async (_name, content, words) => {
    await expect(findEncoding(fileInMemory(content))).rejects.toMatchObject({
      name: "CallFailed",
      code: "invalid",
      message: expect.stringContaining(words),
    });
  });
});
