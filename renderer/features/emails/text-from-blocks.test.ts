import { describe, expect, test } from "vitest";
import type { Block } from "#core/domain/email-content.ts";
import { textFromBlocks } from "./text-from-blocks.ts";

const cases: readonly [name: string, blocks: readonly Block[], text: string][] = [
  ["nothing", [], ""],
  [
    "paragraphs",
    [
      {
        id: "a",
        kind: "text",
        html: "<p>Hello &amp; <strong>welcome</strong></p><p>Bye<br>Bo</p>",
      },
    ],
    "Hello & welcome\n\nBye\nBo",
  ],
  [
    "lists",
    [
      {
        id: "a",
        kind: "text",
        html: "<p>Three:</p><ul><li><p>One</p></li><li><p>Two</p></li></ul><p>Done</p>",
      },
    ],
    "Three:\n- One\n- Two\n\nDone",
  ],
  [
    "links",
    [
      {
        id: "a",
        kind: "text",
        html: '<p>See <a href="https://a.example/x" data-link="l">our prices</a>.</p>',
      },
    ],
    "See our prices (https://a.example/x).",
  ],
  [
    "merge tags",
    [{ id: "a", kind: "text", html: '<p>Hi {{ contact.first_name | default: "there" }}</p>' }],
    'Hi {{ contact.first_name | default: "there" }}',
  ],
  [
    "other blocks",
    [
      { id: "a", kind: "heading", text: "News", level: 1 },
      { id: "b", kind: "divider" },
      { id: "c", kind: "button", label: "Read", href: "https://a.example", linkId: "l" },
      {
        id: "d",
        kind: "image",
        src: "https://a.example/i.png",
        alt: "A cake",
        href: null,
        linkId: null,
        width: null,
      },
    ],
    "News\n\n--------------------\n\nRead: https://a.example",
  ],
];
describe("the text part begins with", () => {
  for (const [name, blocks, text] of cases)
    test(name, () => {
      expect(textFromBlocks({ blocks })).toBe(text);
    });
});
