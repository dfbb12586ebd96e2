import { describe, expect, test } from "vitest";
import { nameLinks, type LinkPiece } from "./name-links.ts";

function piece(
  from: number,
  to: number,
  linkId: string | null,
  href = "https://a.example",
): LinkPiece {
  return { from, to, linkId, href };
}

const cases: readonly [name: string, pieces: LinkPiece[], ids: string[]][] = [
  ["no links", [], []],
  ["a link keeps its id", [piece(1, 5, "a")], ["a"]],
  ["a new link gets one", [piece(1, 5, null)], ["new1"]],
  ["a link partly bold is one link", [piece(1, 3, "a"), piece(3, 5, "a")], ["a", "a"]],
  ["a new link partly bold is one link", [piece(1, 3, null), piece(3, 5, null)], ["new1", "new1"]],
  ["a copy gets its own id", [piece(1, 3, "a"), piece(8, 10, "a")], ["a", "new1"]],
  [
    "a copy partly bold gets one id",
    [piece(1, 3, "a"), piece(8, 10, "a"), piece(10, 12, "a")],
    ["a", "new1", "new1"],
  ],
  [
    "two links side by side are two",
    [piece(1, 3, null), piece(3, 5, null, "https://b.example")],
    ["new1", "new2"],
  ],
  ["two new links apart are two", [piece(1, 3, null), piece(8, 10, null)], ["new1", "new2"]],
];
describe("the ids of links", () => {
  for (const [name, pieces, ids] of cases)
    test(name, () => {
      let n = 0;
      expect(nameLinks(pieces, () => `new${++n}`)).toEqual(ids);
    });
});
