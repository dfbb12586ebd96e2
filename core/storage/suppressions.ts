import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import type { ContactStatus } from "../domain/segment.ts";
import { must } from "../shared/assert.ts";
import type { Instant, Random } from "../shared/clock.ts";
import type { ReadableDb, WritableDb } from "./db.ts";
import { getMeta, saveMeta } from "./meta.ts";
import { markDirty } from "./tags.ts";

export type SuppressionReason =
  | "unsubscribed"
  | "bounced"
  | "complained"
  | "by-hand"
  | "imported"
  | "erased";

/** What the contact's status becomes with each reason; an import's word counts as the contact's own. */
const STATUS: Readonly<Record<SuppressionReason, ContactStatus>> = {
  unsubscribed: "unsubscribed",
  bounced: "bounced",
  complained: "complained",
  "by-hand": "unsubscribed",
  imported: "unsubscribed",
  erased: "archived",
};

export function statusFor(reason: SuppressionReason): ContactStatus {
  return STATUS[reason];
}

/** The salt lives in the database, so that the list survives a move of the computer. */
export function ensureSuppressionSalt(db: WritableDb, random: Random): void {
  if (getMeta(db, "suppression_salt") === undefined)
    saveMeta(db, "suppression_salt", Buffer.from(random(32)).toString("base64"));
}

/** Read once: the salt of a database never changes. */
const keys = new WeakMap<ReadableDb, KeyObject>();

function keyOf(db: ReadableDb): KeyObject {
  const known = keys.get(db);
  if (known) return known;
  const salt = must(getMeta(db, "suppression_salt"), "the suppression salt is missing");
  const key = createSecretKey(salt, "base64");
  keys.set(db, key);
  return key;
}

function hashOf(db: ReadableDb, address: string): string {
  return createHmac("sha256", keyOf(db)).update(address.trim().toLowerCase()).digest("hex");
}

/** Puts a contact's address on the list, for good. The first reason stays. */
export function suppress(
  db: WritableDb,
  contactId: number,
  reason: SuppressionReason,
  source: string,
  at: Instant,
): void {
  db.run(
    "UPDATE contact SET status = ?, updated_at = ? WHERE id = ? AND status IN ('subscribed','unconfirmed','unsubscribed')",
    [STATUS[reason], at, contactId],
  );
  markDirty(db, contactId, "change");
  const contact = db.get<{ address: string | null }>("SELECT address FROM contact WHERE id = ?", [
    contactId,
  ]);
  if (contact?.address) suppressAddress(db, contact.address, reason, source, at);
}

export function suppressAddress(
  db: WritableDb,
  address: string,
  reason: SuppressionReason,
  source: string,
  at: Instant,
): void {
  db.run(
    "INSERT INTO suppression (address_hash, address, reason, source, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    [hashOf(db, address), address, reason, source, at],
  );
}

/** The reason an address may not be mailed, or undefined. */
export function suppressionOf(
  db: ReadableDb,
  address: string,
): { readonly reason: SuppressionReason; readonly at: Instant } | undefined {
  return db.get("SELECT reason, at FROM suppression WHERE address_hash = ?", [hashOf(db, address)]);
}

export function isSuppressed(db: ReadableDb, address: string): boolean {
  return suppressionOf(db, address) !== undefined;
}
