import { describe, expect, test } from "vitest";
import { mergeSyntaxProblems, mergeTagsIn } from "./merge-tag.ts";

test.each([
  ['Hello {{ contact.first_name | default: "there" }}', "contact.first_name", true],
  ["{{contact.first_name}}", "contact.first_name", false],
  ["{{- contact.first_name -}}", "contact.first_name", false],
  ['{{ contact.city | upcase | default: "x" }}', "contact.city", true],
])("%s names %s", (text, path, hasFallback) => {
  expect(mergeTagsIn(text)).toEqual([{ path, hasFallback }]);
});

test("a decision is no merge tag", () => {
  expect(mergeTagsIn("{% if contact.city %}x{% endif %}")).toEqual([]);
});

describe("what Liquid understands has no problem", () => {
  for (const text of [
    "no tags at all, not even { one } or 100 %",
    'Hello {{ contact.first_name | default: "there" | capitalize }}',
    '{{ contact.first_name | default: "a | b" }}',
    "{% if contact.city %}in {{ contact.city }}{% else %}somewhere{% endif %}",
    "{% unless contact.stage == 'customer' %}Buy{% elsif contact.city %}?{% endunless %}",
    "{% for item in event.items %}{{ item.name }}{% break %}{% endfor %}",
    "{% case contact.stage %}{% when 'a' %}A{% else %}B{% endcase %}",
    "{% assign name = contact.first_name %}{{ name }}",
    "{% comment %}{{ anything | at_all }}{% endcomment %}",
  ])
    test(`says what it should of ${text}`, () => {
      expect(mergeSyntaxProblems(text)).toEqual([]);
    });
});

describe("what Liquid would stumble over is told in words", () => {
  for (const [text, says] of [
    ["Hello {{ contact.first_name", "A merge tag is not closed: {{ needs its }}."],
    ["Hello {{ contact.first_name }", "A merge tag is not closed: {{ needs its }}."],
    ["Hello contact.first_name }}", "A merge tag is not opened: }} needs its {{."],
    ["{{ }}", "A merge tag is empty: {{ }}. Choose one from the list."],
    [
      "{{ contact.first_name | shout }}",
      "{{ contact.first_name | shout }} uses “shout”, which Dripline does not know.",
    ],
    [
      "{{ contact.<b>first</b>_name }}",
      "The merge tag {{ contact.first_name }} changes its looks in the middle. Write it again in one style.",
    ],
    ["{% if contact.city %}x", "A {% if %} is not closed: it needs {% endif %}."],
    ["x{% endif %}", "{% endif %} closes a part that was not opened."],
    ["{% else %}", "{% else %} stands outside of the part it belongs to."],
    ["{% include 'secrets' %}", "{% include 'secrets' %} is not a tag that Dripline knows."],
  ] as const)
    test(`says what it should of ${text}`, () => {
      expect(mergeSyntaxProblems(text)).toEqual([says]);
    });
});
