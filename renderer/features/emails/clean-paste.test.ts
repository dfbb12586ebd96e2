import { describe, expect, test } from "vitest";
import { cleanPaste } from "./clean-paste.ts";

function wordItem(level: number, marker: string, text: string): string {
  return `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
}

const cases: readonly [name: string, pasted: string, clean: string][] = [
  ["plain paragraphs stay", "<p>One</p><p>Two</p>", "<p>One</p><p>Two</p>"],
  [
    "Word's talk to itself goes",
    `<html xmlns:o="urn:x"><head><style>p{color:red}</style><!--[if gte mso 9]><xml><o:x>1</o:x></xml><![endif]--></head><body><!--StartFragment--><p class=MsoNormal>Hello<o:p></o:p></p><!--EndFragment--></body></html>`,
    `<html xmlns:o="urn:x"><head></head><body><p class=MsoNormal>Hello</p></body></html>`,
  ],
  [
    "Word's dots become a list",
    `<p>Three:</p>\n${wordItem(1, "·", "One")}\n${wordItem(1, "·", "Two")}\n<p>Done</p>`,
    "<p>Three:</p>\n<ul><li><p><span style='font-family:Symbol'></span>One</p></li><li><p><span style='font-family:Symbol'></span>Two</p></li></ul>\n<p>Done</p>",
  ],
  [
    "Word's numbers become a numbered list, deeper ones one within",
    wordItem(1, "1.", "A") + wordItem(2, "a.", "B") + wordItem(1, "2.", "C"),
    "<ol><li><p><span style='font-family:Symbol'></span>A</p><ol><li><p><span style='font-family:Symbol'></span>B</p></li></ol></li><li><p><span style='font-family:Symbol'></span>C</p></li></ol>",
  ],
  [
    "two lists with words between are two",
    `${wordItem(1, "·", "A")}<p>and</p>${wordItem(1, "·", "B")}`,
    "<ul><li><p><span style='font-family:Symbol'></span>A</p></li></ul><p>and</p><ul><li><p><span style='font-family:Symbol'></span>B</p></li></ul>",
  ],
  ["headings become bold", "<h2 class=x>News</h2>", "<p><strong>News</strong></p>"],
  [
    "a link that is in the email already is another one",
    '<a href="https://a.example" data-link="known">A</a><a href="https://b.example" data-link="moved">B</a>',
    '<a href="https://a.example">A</a><a href="https://b.example" data-link="moved">B</a>',
  ],
  ["addresses of files lead nowhere", '<a href="file:///C:/x.doc">A</a>', "<a>A</a>"],
  ["hard blanks become blanks", "a&nbsp;b\u00A0c", "a b c"],
  ["scripts go", "<p>a</p><script>alert('<p>')</script>", "<p>a</p>"],
];
describe("pasted HTML", () => {
  for (const [name, pasted, clean] of cases)
    test(name, () => {
      expect(cleanPaste(pasted, (id) => id === "known")).toBe(clean);
    });
});
