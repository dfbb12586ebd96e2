import { describe, expect, test } from "vitest";
import { pageHeaders } from "./page-headers.ts";

function policyOf(headers: Record<string, string>): Map<string, string> {
  const rules = (headers["content-security-policy"] ?? "").split("; ");
  return new Map(
    rules.map((rule) => [rule.split(" ")[0] ?? "", rule.split(" ").slice(1).join(" ")]),
  );
}

describe("The page's content security policy", () => {
  test.each([
    ["default-src", "'none'"],
    ["script-src", "'self'"],
    ["style-src", "'self' 'unsafe-inline'"],
    ["img-src", "'self' data: https:"],
    ["frame-src", "'none'"],
    ["base-uri", "'none'"],
    ["form-action", "'none'"],
    ["frame-ancestors", "'none'"],
    ["connect-src", "'self'"],
  ])("%s is %s", (directive, value) => {
    expect(policyOf(pageHeaders()).get(directive)).toBe(value);
  });

  test("names the socket the page may call, and nothing else", () => {
    expect(policyOf(pageHeaders(["ws://127.0.0.1:4877"])).get("connect-src")).toBe(
      "'self' ws://127.0.0.1:4877",
    );
  });
});

test("No address leaks and no type is guessed", () => {
  expect(pageHeaders()).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
});
