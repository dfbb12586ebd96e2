import { describe, expect, test } from "vitest";
import { emptyContent, type EmailContent } from "#core/domain/email-content.ts";
import { countProblems, placeProblems } from "./place-problems.ts";

const facts = { fieldKeys: new Set(["city"]) };
const good: EmailContent = {
  ...emptyContent,
  subject: "Hello",
  blocks: [{ id: "a", kind: "text", html: "<p>Hi</p>" }],
};

const cases: readonly [name: string, content: EmailContent, places: string[]][] = [
  ["a good email has none", good, []],
  ["an email without a subject", { ...good, subject: " " }, ["subject: The email has no subject."]],
  ["an email without blocks", { ...good, blocks: [] }, ["null: The email is empty."]],
  [
    "a tag without a fallback in the preheader",
    { ...good, preheader: "{{ contact.city }}" },
    ["preheader: {{ contact.city }} has no fallback: people without it will not get this email."],
  ],
  [
    "the same in two blocks is said at both",
    {
      ...good,
      blocks: [
        { id: "a", kind: "button", label: "", href: "https://a.example", linkId: "l1" },
        { id: "b", kind: "button", label: "", href: "https://b.example", linkId: "l2" },
      ],
    },
    ["a: A button has no words on it.", "b: A button has no words on it."],
  ],
  [
    "a name that another block gives is known",
    {
      ...good,
      blocks: [
        { id: "a", kind: "heading", text: '{% assign city = "Rome" %}', level: 1 },
        { id: "b", kind: "heading", text: "{{ city }}", level: 1 },
      ],
    },
    [],
  ],
  [
    "the text part by hand is looked at",
    { ...good, text: "{{ contact.city" },
    ["text: A merge tag is not closed: {{ needs its }}."],
  ],
];
describe("problems and their places", () => {
  for (const [name, content, places] of cases)
    test(name, () => {
      const found = placeProblems(content, facts);
      expect(found.map(({ place, text }) => `${place}: ${text}`)).toEqual(places);
    });
});

test("problems are counted in words", () => {
  const error = { severity: "error", text: "x" } as const;
  const note = { severity: "note", text: "y" } as const;
  expect(countProblems([])).toBeUndefined();
  expect(countProblems([error])).toBe("1 problem");
  expect(countProblems([note, note])).toBe("2 notes");
  expect(countProblems([error, error, note])).toBe("2 problems, 1 note");
});
