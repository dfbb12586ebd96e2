import { describe, expect, test } from "vitest";
import { hashOverPage, splitToken } from "./take-token.ts";

describe("The token in the printed address", () => {
  const cases = [
    { name: "is taken out", hash: "#token=abc", token: "abc", rest: "#/" },
    { name: "may stand behind a slash", hash: "#/token=abc", token: "abc", rest: "#/" },
    { name: "may name a page", hash: "#token=abc&at=/contacts", token: "abc", rest: "#/contacts" },
    {
      name: "cannot name another site",
      hash: "#token=abc&at=https://x.example",
      token: "abc",
      rest: "#/",
    },
    { name: "is missing where it is empty", hash: "#token=", token: undefined, rest: "#/" },
    {
      name: "is missing on any other page",
      hash: "#/contacts/1",
      token: undefined,
      rest: "#/contacts/1",
    },
    { name: "is missing without a hash", hash: "", token: undefined, rest: "#/" },
  ];
  test.each(cases)("$name", ({ hash, token, rest }) => {
    expect(splitToken(hash)).toEqual({ token, rest });
  });
});

describe("The printed address, opened over a page", () => {
  test.each([
    ["comes back to the page", "#token=abc", "#/contacts/1", "#token=abc&at=%2Fcontacts%2F1"],
    ["goes where it says", "#token=abc&at=/import", "#/contacts/1", "#token=abc&at=%2Fimport"],
    ["begins at the beginning over none", "#token=abc", "", "#token=abc&at=%2F"],
    ["is not what a link of the page is", "#/segments", "#/contacts/1", undefined],
  ])("%s", (_name, hash, page, expected) => {
    expect(hashOverPage(hash, page)).toBe(expected);
    if (expected !== undefined) expect(splitToken(expected).token).toBe("abc");
  });
});
