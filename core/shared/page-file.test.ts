import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageFile } from "./page-file.ts";

describe("A file of the page", () => {
  test.each([
    ["/", ["index.html"], "text/html; charset=utf-8", false],
    ["/index.html", ["index.html"], "text/html; charset=utf-8", false],
    [
      "/assets/index-B_x-1.js",
      ["assets", "index-B_x-1.js"],
      "text/javascript; charset=utf-8",
      true,
    ],
    ["/assets/inter.v2.woff2", ["assets", "inter.v2.woff2"], "font/woff2", true],
  ])("%s is found", (pathname, segments, type, isHashed) => {
    expect(pageFile(pathname)).toEqual({ segments, type, isHashed });
  });

  test.each([
    "/../package.json",
    "/assets/../../secret.json",
    "/..%2f..%2fsecret.json",
    "/%2e%2e/secret.json",
    "/..\\secret.json",
    "/C:/secret.json",
    "//secret.json",
    "/.env.json",
    "/assets/",
    "/core.ts",
    "/dripline.db",
    "/a\0.js",
    "/%00.js",
    "",
    "index.html",
  ])("%j is refused", (pathname) => {
    expect(pageFile(pathname)).toBeUndefined();
  });

  test("never leads out of the folder, whatever is asked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."/\\.%2ef:a~js".split("")) }), (text) => {
        for (const segment of pageFile(`/${text}`)?.segments ?? [])
          expect(segment).toMatch(/^[^./\\%:][^/\\%:]*$/u);
      }),
    );
  });
});
