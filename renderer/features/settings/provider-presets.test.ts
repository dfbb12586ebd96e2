import { describe, expect, test } from "vitest";
import { presetForAddress, presetOfAccount, providerPresets } from "./provider-presets.ts";

describe("An address tells its provider", () => {
  test.each([
    { address: "ana@gmail.com", id: "gmail" },
    { address: "ana@GoogleMail.com ", id: "gmail" },
    { address: "ana@hotmail.com", id: "outlook" },
    { address: "ana@lindenhof.example", id: undefined },
    { address: "ana", id: undefined },
    { address: "", id: undefined },
  ])("“$address” is at $id", ({ address, id }) => {
    expect(presetForAddress(address)?.id).toBe(id);
  });
});

describe("A server tells its provider", () => {
  test.each([
    { host: "smtp.gmail.com", fromAddress: "ana@gmail.com", id: "gmail" },
    { host: "smtp.gmail.com", fromAddress: "ana@lindenhof.example", id: "google-workspace" },
    { host: " SMTP.office365.com", fromAddress: "ana@lindenhof.example", id: "microsoft-365" },
    { host: "smtp.fastmail.com", fromAddress: "ana@lindenhof.example", id: "fastmail" },
    { host: "mail.lindenhof.example", fromAddress: "ana@gmail.com", id: undefined },
    { host: "", fromAddress: "", id: undefined },
  ])("“$host” with “$fromAddress” is $id", ({ host, fromAddress, id }) => {
    expect(presetOfAccount({ host, fromAddress })?.id).toBe(id);
  });
});

test("Every provider limits what is sent, and no two give out the same addresses", () => {
  for (const { limits } of providerPresets)
    expect(limits.perDay ?? limits.perHour).toBeGreaterThan(0);
  const domains = providerPresets.flatMap((preset) => preset.domains);
  expect(new Set(domains).size).toBe(domains.length);
});
