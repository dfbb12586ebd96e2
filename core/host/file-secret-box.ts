import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { CallFailed } from "../contract/failure.ts";
import type { SecretBox } from "../shared/secret-box.ts";

const VERSION = "f1";

/**
 * AES-256-GCM with a key in a file only its owner may read. It keeps secrets out of the database, its copies
 * and the log; who can read the whole data folder can read them, so it does not call itself strong.
 */
export function createFileSecretBox(keyPath: string): SecretBox {
  let key: Buffer | undefined;

  function keyOf(): Buffer {
    if (key) return key;
    if (!existsSync(keyPath)) writeFileSync(keyPath, randomBytes(32), { mode: 0o600, flag: "wx" });
    key = readFileSync(keyPath);
    return key;
  }

  return {
    isStrong: false,
    seal(plain) {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", keyOf(), iv);
      const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return Promise.resolve(
        `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url")}`,
      );
    },
    open(text) {
      try {
        const bytes = Buffer.from(text.slice(VERSION.length + 1), "base64url");
        const decipher = createDecipheriv("aes-256-gcm", keyOf(), bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
        return Promise.resolve(plain.toString("utf8"));
      } catch {
        return Promise.reject(
          new CallFailed({
            code: "conflict",
            message:
              "A stored password or key cannot be opened on this computer. Enter it again under Settings.",
          }),
        );
      }
    },
  };
}
