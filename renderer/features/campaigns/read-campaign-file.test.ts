import { expect, test } from "vitest";
import { readCampaignFile } from "./read-campaign-file.ts";

test.each([
  ["nothing", "", "not a campaign"],
  ["no JSON", "first,last\nAna,Sousa", "not a campaign"],
  ["other JSON", '{"name":"x"}', "not a campaign"],
  ["a list", "[1,2]", "not a campaign"],
  ["a later format", '{"format":"dripline-campaign-2"}', "newer Dripline"],
])("a file with %s is refused in words", (_, text, expected) => {
  expect(readCampaignFile(text)).toEqual({ refused: expect.stringContaining(expected) });
});

test("a campaign's file is taken as it is", () => {
  const campaign = { format: "dripline-campaign-1", name: "Welcome" };
  expect(readCampaignFile(JSON.stringify(campaign))).toEqual({ campaign });
});
