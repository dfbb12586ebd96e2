import { describe, expect, test } from "vitest";
import { blockHtml, editorHtml } from "./editor-html.ts";

const cases: readonly [name: string, html: string, marked: string][] = [
  ["words stay", "<p>Hello <strong>you</strong></p>", "<p>Hello <strong>you</strong></p>"],
  [
    "a merge tag becomes a piece",
    '<p>Hi {{ contact.first_name | default: "there" }}!</p>',
    '<p>Hi <span data-merge="{{ contact.first_name | default: &quot;there&quot; }}"></span>!</p>',
  ],
  [
    "so does what decides, with the signs the editor wrote",
    "<p>{% if contact.age &gt; 3 &amp;&amp; x %}a{% endif %}</p>",
    '<p><span data-merge="{% if contact.age &gt; 3 &amp;&amp; x %}"></span>a<span data-merge="{% endif %}"></span></p>',
  ],
  [
    "one in an address stays",
    '<p><a href="https://a.example/{{ contact.city }}" data-link="l">{{ contact.city }}</a></p>',
    '<p><a href="https://a.example/{{ contact.city }}" data-link="l"><span data-merge="{{ contact.city }}"></span></a></p>',
  ],
  [
    "an address may hold what ends a tag",
    `<p><a href='{{ contact.page | default: "a>b" }}'>x</a></p>`,
    `<p><a href='{{ contact.page | default: "a>b" }}'>x</a></p>`,
  ],
  [
    "one that changes its looks in the middle is no piece",
    "<p>{{ contact.<strong>city</strong> }}</p>",
    "<p>{{ contact.<strong>city</strong> }}</p>",
  ],
  ["one that is not closed stays", "<p>{{ contact.city</p>", "<p>{{ contact.city</p>"],
];
describe("a text block for the editor", () => {
  for (const [name, html, marked] of cases)
    test(name, () => {
      expect(editorHtml(html)).toBe(marked);
    });
});

test("what the editor wrote holds merge tags as they would be typed", () => {
  expect(
    blockHtml(
      '<p>Hi <strong><span data-merge="{{ contact.first_name | default: &quot;a&quot; }}">{{ contact.first_name | default: "a" }}</span></strong></p>',
    ),
  ).toBe('<p>Hi <strong>{{ contact.first_name | default: "a" }}</strong></p>');
});
