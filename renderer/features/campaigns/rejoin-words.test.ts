import { expect, test } from "vitest";
import { email, end, hot, lane, split } from "#core/domain/plan-examples.ts";
import { rejoinWords } from "./rejoin-words.ts";

test.each([
  [split([lane("yes", hot, [email("a")]), lane("no", null)]), "everyone continues here"],
  [split([lane("yes", hot, [end]), lane("no", null)]), "everyone but “yes” continues here"],
  [split([lane("yes", hot, [end]), lane("no", null, [end])]), "nobody continues here"],
  [
    split([
      lane("yes", hot, [split([lane("in", hot, [end]), lane("out", null)])]),
      lane("no", null),
    ]),
    "everyone continues here",
  ],
])("who goes on below a split: %#", (step, expected) => {
  expect(rejoinWords(step)).toBe(expected);
});
