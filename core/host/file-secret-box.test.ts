import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFileSecretBox, isSealedByFile } from "./file-secret-box.ts";

let folder: string;
let keyPath: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dripline-secret-"));
  keyPath = join(folder, "secret.key");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("A secret in a file box", () => {
  test.each(["hunter2", "", "Ünï😀", "x".repeat(10_000)])(
    "comes out as it went in",
    async (plain) => {
      const sealed = await createFileSecretBox(keyPath).seal(plain);
      expect(await createFileSecretBox(keyPath).open(sealed)).toBe(plain);
      expect(isSealedByFile(sealed)).toBe(true);
    },
  );

  test("cannot be read from what is stored, nor told from another by it", async () => {
    const box = createFileSecretBox(keyPath);
    const [first, second] = [await box.seal("hunter2"), await box.seal("hunter2")];
    expect(first).not.toContain("hunter2");
    expect(first).not.toBe(second);
  });

  test.each([
    ["was changed", (sealed: string) => sealed.replace(/.$/u, (end) => (end === "A" ? "Q" : "A"))],
    ["was cut", (sealed: string) => sealed.slice(0, 12)],
    ["has a shortened seal", (sealed: string) => sealed.slice(0, 3 + 16 + 6)],
    ["is of another box", () => "os1.abcd"],
    ["is empty", () => ""],
  ])("is refused in words where it %s", async (_name, spoil) => {
    const box = createFileSecretBox(keyPath);
    const sealed = await box.seal("hunter2 and more");
    await expect(box.open(spoil(sealed))).rejects.toThrow("Enter it again under Settings");
  });

  test("is refused in words where another folder sealed it", async () => {
    const sealed = await createFileSecretBox(join(folder, "other.key")).seal("hunter2");
    await createFileSecretBox(keyPath).seal("mine");
    await expect(createFileSecretBox(keyPath).open(sealed)).rejects.toThrow("on this computer");
  });
});

describe("The key", () => {
  test.skipIf(process.platform === "win32")("can be read by its owner alone", async () => {
    await createFileSecretBox(keyPath).seal("hunter2");
    expect(statSync(keyPath).mode & 0o777).toBe(0o600);
  });

  test("is never made anew over a damaged one, which would lock what was sealed", async () => {
    writeFileSync(keyPath, "short");
    await expect(createFileSecretBox(keyPath).seal("hunter2")).rejects.toThrow("is damaged");
    await expect(createFileSecretBox(keyPath).open("f1.abcd")).rejects.toThrow("is damaged");
    expect(readFileSync(keyPath, "utf8")).toBe("short");
  });
});

test("A file box does not call itself strong", () => {
  expect(createFileSecretBox(keyPath).isStrong).toBe(false);
});
