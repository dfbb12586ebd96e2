import { describe, expect, test } from "vitest";
import { apartBlocks, inboxLine, previewDocument } from "./preview-document.ts";

const lines: readonly [name: string, words: string, line: string][] = [
  ["a preheader with its filler", "What we do \u034F\u200C\u00A0\u034F\u200C\u00A0 ", "What we do"],
  ["what stands behind it", `What we do${"\u034F\u200C\u00A0".repeat(40)} Hello Ana`, "What we do"],
  ["blanks and lines", "  Hello \n\n Ana,  ", "Hello Ana,"],
  ["nothing", "", ""],
  ["a long text", "x".repeat(200), `${"x".repeat(140)}…`],
];
describe("the line in an inbox", () => {
  for (const [name, words, line] of lines)
    test(name, () => {
      expect(inboxLine(words)).toBe(line);
    });
});

test("the words of two blocks stay apart", () => {
  expect(apartBlocks("<p>Hello</p><p>An<b>a</b></p><h1>So<br>on</h1>")).toBe(
    "<p>Hello</p> <p>An<b>a</b></p> <h1>So<br> on</h1> ",
  );
});

const html = `<html><head><title>x</title></head><body><table><tr><td height="16"></td></tr><tr><td align="left" style="a">A</td></tr><tr><td align="left" style="b">B</td></tr></table></body></html>`;

test("links of a previewed mail stay where they are", () => {
  expect(previewDocument(html, { blockIndex: null })).toContain('<head><base target="_blank">');
});

test("a previewed mail begins at the block that is written", () => {
  expect(previewDocument(html, { blockIndex: 1 })).toContain(
    '<td data-here align="left" style="b">',
  );
  expect(previewDocument(html, { blockIndex: 1 })).not.toContain(
    'data-here align="left" style="a"',
  );
  expect(previewDocument(html, { blockIndex: 9 })).not.toContain("<td data-here");
});
