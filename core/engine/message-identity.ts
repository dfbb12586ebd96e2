import { createHmac } from "node:crypto";
import { must } from "../shared/assert.ts";
import type { Random } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "../storage/db.ts";
import type { EnrollmentRow } from "../storage/enrollments.ts";
import { getMeta, saveMeta } from "../storage/meta.ts";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const TOKEN_LENGTH = 26;

/** Makes the secret that tokens are made with, once. It stays in the database, so that a moved one keeps it. */
export function ensureTokenSecret(db: WritableDb, random: Random): void {
  if (getMeta(db, "token_secret") === undefined)
    saveMeta(db, "token_secret", Buffer.from(random(32)).toString("base64"));
}

/** The key that makes an intended e-mail unique, and the token made of it, the same on every attempt. */
export function messageIdentity(
  db: ReadableDb,
  run: EnrollmentRow,
  stepId: string,
): { readonly idemKey: string; readonly token: string } {
  const contactUid = db.get<{ uid: string }>("SELECT uid FROM contact WHERE id = ?", [
    run.contactId,
  ]);
  const idemKey = `v1|${run.campaignId}|${must(contactUid).uid}|${run.runNo}|${stepId}|${run.visit}`;
  return { idemKey, token: tokenOf(db, idemKey) };
}

/** The first 130 bits of HMAC-SHA256(secret, key) in base 32; also the local part of the Message-ID. */
export function tokenOf(db: ReadableDb, idemKey: string): string {
  const secret = Buffer.from(
    must(getMeta(db, "token_secret"), "the token secret is missing"),
    "base64",
  );
  const digest = createHmac("sha256", secret).update(idemKey).digest();
  let bits = 0;
  let value = 0;
  let text = "";
  for (const byte of digest) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && text.length < TOKEN_LENGTH) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
    }
  }
  return text;
}
