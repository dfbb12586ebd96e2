import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  keyIdOf,
  keysByIdOf,
  readRelayKey,
  signToken,
  verifyToken,
  writeRelayKey,
  type TokenKind,
} from "./token.ts";

const key = Buffer.alloc(32, 7);
const oldKey = Buffer.alloc(32, 8);
const keys = keysByIdOf([key]);
const kinds: readonly TokenKind[] = ["o", "c", "u", "w"];

describe("a token", () => {
  test("comes back as it was signed, whatever is in it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.record(
          {
            s: fc.string({ minLength: 1, maxLength: 40 }),
            l: fc.string({ maxLength: 40 }),
            u: fc.webUrl(),
            t: fc.nat(),
          },
          { requiredKeys: ["s"] },
        ),
        (kind, payload) => {
          expect(verifyToken(keys, kind, signToken(key, kind, payload))).toEqual(payload);
        },
      ),
    );
  });

  test("is exactly the documented text", () => {
    const body = Buffer.from(JSON.stringify({ s: "abc", k: keyIdOf(key) })).toString("base64url");
    const mac = createHmac("sha256", key).update(`o.${body}`).digest().subarray(0, 16);
    expect(signToken(key, "o", { s: "abc" })).toBe(`${body}.${mac.toString("base64url")}`);
  });

  test("of one kind is never good for another", () => {
    const goodFor = kinds.map((signed) => {
      const token = signToken(key, signed, { s: "abc" });
      return kinds.filter((read) => verifyToken(keys, read, token));
    });
    expect(goodFor).toEqual(kinds.map((kind) => [kind]));
  });

  test("with any one character changed is refused", () => {
    const token = signToken(key, "c", { s: "abc", u: "https://example.com/" });
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === "A" ? "B" : "A";
      const forged = token.slice(0, at) + other + token.slice(at + 1);
      expect(verifyToken(keys, "c", forged), forged).toBeUndefined();
    }
  });

  test("of another key is refused, even under our key's name", () => {
    expect(verifyToken(keys, "o", signToken(oldKey, "o", { s: "abc" }))).toBeUndefined();
    const body = Buffer.from(JSON.stringify({ s: "abc", k: keyIdOf(key) })).toString("base64url");
    const mac = createHmac("sha256", oldKey).update(`o.${body}`).digest().subarray(0, 16);
    expect(verifyToken(keys, "o", `${body}.${mac.toString("base64url")}`)).toBeUndefined();
  });

  test("signed before a change of keys stays good while the old key is kept", () => {
    const token = signToken(oldKey, "u", { s: "abc" });
    expect(verifyToken(keysByIdOf([key, oldKey]), "u", token)).toEqual({ s: "abc" });
  });

  test("without a key's name is tried with every key, and a link's number becomes its id", () => {
    const body = Buffer.from(JSON.stringify({ s: "abc", l: 3 })).toString("base64url");
    const mac = createHmac("sha256", oldKey).update(`c.${body}`).digest().subarray(0, 16);
    const token = `${body}.${mac.toString("base64url")}`;
    expect(verifyToken(keysByIdOf([key, oldKey]), "c", token)).toEqual({ s: "abc", l: "3" });
  });

  test("that is junk is refused without a throw", () => {
    fc.assert(
      fc.property(fc.string(), (junk) => {
        expect(verifyToken(keys, "o", junk)).toBeUndefined();
      }),
    );
    for (const body of ["null", "[]", "1", '"s"', "{}", '{"s":1}', '{"s":""}', "{", '{"k":{}}']) {
      const text = Buffer.from(body).toString("base64url");
      const mac = createHmac("sha256", key).update(`o.${text}`).digest().subarray(0, 16);
      const token = `${text}.${mac.toString("base64url")}`;
      expect(verifyToken(keys, "o", token), body).toBeUndefined();
      expect(verifyToken(keys, "o", `${token}.x`), body).toBeUndefined();
    }
    expect(verifyToken(keys, "o", "A".repeat(100_000))).toBeUndefined();
  });
});

describe("a relay key", () => {
  const bytes = Uint8Array.from({ length: 64 }, (_, index) => index);
  const text = writeRelayKey(bytes);

  test("is one text with both keys in it", () => {
    expect(text).toMatch(/^dr1_[\w-]{86}$/u);
    expect(readRelayKey(text)).toEqual({
      signing: Buffer.from(bytes.slice(0, 32)),
      pull: Buffer.from(bytes.slice(32)).toString("base64url"),
    });
  });

  test("survives being pasted from a mail", () => {
    expect(readRelayKey(`  ${text.slice(0, 40)}\r\n${text.slice(40)}\n`)).toEqual(
      readRelayKey(text),
    );
  });

  test.each([
    ["nothing", ""],
    ["another text", "hello"],
    ["a key cut short", text.slice(0, -4)],
    ["a key with something behind it", `${text}AAAA`],
    ["another version", text.replace("dr1_", "dr2_")],
    ["signs that no key has", text.replace("dr1_", "dr1_*")],
  ])("is not %s", (_, wrong) => {
    expect(readRelayKey(wrong)).toBeUndefined();
  });
});
