import { describe, expect, test } from "vitest";
import { mergeSyntaxProblems, mergeTagsIn } from "#core/domain/merge-tag.ts";
import { listMergeFields, mergeTagLabel, readMergeTag, writeMergeTag } from "./merge-fields.ts";

const fields = listMergeFields([{ key: "city", label: "City" }]);

const written: readonly [name: string, fallback: string | null, tag: string][] = [
  ["without a fallback", null, "{{ contact.city }}"],
  ["with one", "your town", '{{ contact.city | default: "your town" }}'],
  ["with an empty one", "", '{{ contact.city | default: "" }}'],
  ["with quotes in it", 'the "old" town', `{{ contact.city | default: 'the "old" town' }}`],
  ["with both quotes", `Bo's "town"`, `{{ contact.city | default: 'Bo’s "town"' }}`],
  ["with braces in it", "a }} {% b", '{{ contact.city | default: "a b" }}'],
  ["over two lines", "your\ntown", '{{ contact.city | default: "your town" }}'],
];
describe("a merge tag is written", () => {
  for (const [name, fallback, tag] of written)
    test(name, () => {
      const source = writeMergeTag({ path: "contact.city", fallback });
      expect(source.replace(/ {2,}/gu, " ")).toBe(tag);
      expect(mergeSyntaxProblems(source)).toEqual([]);
      expect(mergeTagsIn(source)).toEqual([
        { path: "contact.city", hasFallback: fallback !== null },
      ]);
      expect(readMergeTag(source)?.path).toBe("contact.city");
    });
});

const labels: readonly [source: string, label: string][] = [
  ['{{ contact.first_name | default: "there" }}', "First name"],
  ["{{contact.city}}", "City"],
  ["{{ contact.gone }}", "contact.gone"],
  ["{{ contact.city | upcase }}", "contact.city | upcase"],
  ['{% if contact.city == "Rome" %}', 'if contact.city == "Rome"'],
  ["{%- endif -%}", "endif"],
];
describe("a merge tag is called", () => {
  for (const [source, label] of labels)
    test(`${source}: ${label}`, () => {
      expect(mergeTagLabel(source, fields)).toBe(label);
    });
});

test("what the menu cannot write is left to be typed", () => {
  expect(readMergeTag("{{ contact.city | upcase }}")).toBeUndefined();
  expect(readMergeTag("{% if contact.city %}")).toBeUndefined();
  expect(readMergeTag("{{ contact.city | default: 'x' }}")).toEqual({
    path: "contact.city",
    fallback: "x",
  });
});
