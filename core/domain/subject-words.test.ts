import { expect, test } from "vitest";
import { subjectWords } from "./subject-words.ts";

test.each([
  ["Which plan fits you?", "Which plan fits you?"],
  ['Welcome, {{ contact.first_name | default: "there" }}!', "Welcome, {first name}!"],
  ["{% if contact.city %}Hello{% endif %}", "Hello"],
  ["", ""],
])("a subject in words: %s", (subject, expected) => {
  expect(subjectWords(subject)).toBe(expected);
});
