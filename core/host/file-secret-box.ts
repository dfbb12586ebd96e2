import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { CallFailed } from "../contract/failure.ts";
import type { SecretBox } from "../shared/secret-box.ts";

const VERSION = "f1";
const KEY_BYTES = 32;

/** True for what a file secret box sealed, under whatever key. */
export function isSealedByFile(text: string): boolean {
  return text.startsWith(`${VERSION}.`);
}

/**
 * AES-256-GCM with a key in a file only its owner may read. It keeps secrets out of the database, its copies
 * and the log; who can read the whole data folder can read them, so it does not call itself strong.
 */
export function createFileSecretBox(keyPath: string): SecretBox {
  let key: Buffer | undefined;

  function keyOf(): Buffer {
    if (key) return key;
    if (!existsSync(keyPath)) makeKey(keyPath);
    const read = readFileSync(keyPath);
    if (read.length !== KEY_BYTES) throw damagedKey(keyPath);
    key = read;
    return key;
  }

  return {
    isStrong: false,
    // Awaited, so that a damaged key is a rejection like any other.
    async seal(plain) {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", keyOf(), iv);
      const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url")}`;
    },
    async open(text) {
      try {
        const bytes = Buffer.from(text.slice(VERSION.length + 1), "base64url");
        const decipher = createDecipheriv("aes-256-gcm", keyOf(), bytes.subarray(0, 12), {
          authTagLength: 16,
        });
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString(
          "utf8",
        );
      } catch (error) {
        if (error instanceof CallFailed) throw error;
        throw new CallFailed({
          code: "conflict",
          message:
            "A stored password or key cannot be opened on this computer. Enter it again under Settings.",
        });
      }
    },
  };
}

/** Written beside and moved into place, so that a crash in between leaves no half key. */
function makeKey(path: string): void {
  writeFileSync(`${path}.new`, randomBytes(KEY_BYTES), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Never made anew by itself: that would lock everything sealed so far for good. */
function damagedKey(path: string): CallFailed {
  return new CallFailed({
    code: "conflict",
    message: `The key file ${path} is damaged. Put it back from a backup; without one, delete it and enter the saved passwords again under Settings. Nothing was changed.`,
  });
}
