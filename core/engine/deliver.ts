import { CallFailed } from "../contract/failure.ts";
import { MINUTE, SECOND, type Instant } from "../shared/clock.ts";
import type { Mailer, SendOutcome } from "../mail/mailer.ts";
import { blockAccount, getDefaultAccount, type AccountRow } from "../storage/accounts.ts";
import { getCampaignHead } from "../storage/campaigns.ts";
import { exitOpenEnrollments, getEnrollment } from "../storage/enrollments.ts";
import {
  getMessage,
  listReady,
  markIntent,
  markNotSent,
  requeue,
  type MessageRow,
} from "../storage/messages.ts";
import { getRecipient } from "../storage/recipients.ts";
import { isPaused } from "../storage/settings.ts";
import { getSource } from "../storage/sources.ts";
import { isSuppressed } from "../storage/suppressions.ts";
import { advance } from "./advance.ts";
import {
  composeFor,
  contentToSend,
  mayTrack,
  type ComposedMail,
  type LinkRelay,
} from "./compose-mail.ts";
import type { EngineParts } from "./engine-parts.ts";
import { relayKeysOf } from "./hear.ts";
import { accountFreeAt } from "./pace.ts";
import { preflight } from "./preflight.ts";
import { recordOutcome, skipStep, tellOnce } from "./record-outcome.ts";

/** Queue rows looked at in one go. */
const CLAIM = 50;
/** A mail whose content cannot be made for this person waits this long, until its late limit. */
const CONTENT_WAIT = 60 * MINUTE;
/** After so long the relay must be heard again before more mail leaves. */
const LONGEST_BURST = MINUTE;
/** What is under way at a stop is waited for this long; then its connection is cut. */
const LONGEST_GOODBYE = 10 * SECOND;
/** A password or key that cannot be opened is tried again this much later. */
const LOCKED_WAIT = 15 * MINUTE;

export interface Delivery {
  /**
   * Sends what may leave now, for at most a minute; resolves when nothing more may. Returns mails handed over.
   * Throws where the database cannot be written: no dot was given after that.
   */
  deliverReady(): Promise<number>;
  /** When the account has room again, as of the last delivery; null: no wait known. */
  freeAt(): Instant | null;
  /** Stops claiming and waits for the answers to what is under way. */
  stop(): Promise<void>;
}

export function createDelivery(parts: EngineParts): Delivery {
  const { db, clock } = parts;
  const busy = new Set<number>();
  /** One mail to a person at a time, or two could both believe that there is room under the person's limit. */
  const busyContacts = new Set<number>();
  const underWay = new Set<Promise<void>>();
  /** What the server said and the database could not take yet; nothing more is sent before it is written. */
  const unrecorded = new Map<number, { account: AccountRow; outcome: SendOutcome }>();
  let storageError: unknown;
  let open: { readonly account: AccountRow; readonly mailer: Mailer } | undefined;
  let freeAt: Instant | null = null;
  let isStopping = false;
  let handedOver = 0;
  let relay: LinkRelay | null = null;

  /** Reopened when the account's settings change, once what is under way has its answer. */
  async function openFor(account: AccountRow): Promise<Mailer> {
    const source = getSource(db, "relay");
    relay = source?.url ? { url: source.url, keys: await relayKeysOf(parts, source) } : null;
    if (open && isSameServer(open.account, account)) return open.mailer;
    await Promise.all(underWay);
    await open?.mailer.close();
    open = undefined;
    const password =
      account.sealedPassword === null ? null : await parts.secrets.open(account.sealedPassword);
    open = { account, mailer: parts.openMailer(account, password) };
    return open.mailer;
  }

  /** Undefined where a secret cannot be opened here: the owner is told, and nothing is sent for a while. */
  async function tryOpen(account: AccountRow): Promise<Mailer | undefined> {
    try {
      return await openFor(account);
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      const now = clock.wall();
      const problem = error.message;
      blockAccount(db, account.id, { until: now + LOCKED_WAIT, problem, failures: 0 });
      tellOnce(parts, problem, now);
      return undefined;
    }
  }

  /** Writes what became of a mail, or keeps it until the database can be written again. */
  function record(messageId: number, account: AccountRow, outcome: SendOutcome): void {
    try {
      recordOutcome(parts, messageId, account, outcome);
      unrecorded.delete(messageId);
    } catch (error) {
      unrecorded.set(messageId, { account, outcome });
      storageError ??= error;
    }
  }

  /** Throws what the database said where it still cannot be written. */
  function settleRecords(): void {
    storageError = undefined;
    for (const [messageId, { account, outcome }] of unrecorded) record(messageId, account, outcome);
    if (storageError !== undefined) throw storageError;
  }

  async function send(mail: PreparedMail, account: AccountRow, mailer: Mailer): Promise<void> {
    const outcome = await mailer.send({
      envelope: { from: account.fromAddress, to: mail.to },
      bytes: await mail.bytes(),
      async beforeDot() {
        if (storageError !== undefined || isStopping) return false;
        try {
          return takeIntent(parts, mail, account);
        } catch (error) {
          // Without a durable intent there is no dot; the pass ends and the owner is told.
          storageError ??= error;
          return false;
        }
      },
    });
    record(mail.messageId, account, outcome);
  }

  function startReady(account: AccountRow, mailer: Mailer): boolean {
    const now = clock.wall();
    const room = account.maxConnections - underWay.size;
    if (room <= 0) return false;
    let didAnything = false;
    for (const id of listReady(db, now, CLAIM + busy.size)) {
      if (busy.has(id)) continue;
      if (underWay.size >= account.maxConnections) break;
      freeAt = accountFreeAt(db, account, underWay.size, now);
      if (freeAt > now) break;
      const message = getMessage(db, id);
      if (!message) continue;
      const { contactId } = message;
      if (contactId !== null && busyContacts.has(contactId)) continue;
      didAnything = true;
      const mail = prepare(parts, message, account, relay, now);
      if (!mail) continue;
      busy.add(id);
      if (contactId !== null) busyContacts.add(contactId);
      const sending = send(mail, account, mailer).finally(() => {
        busy.delete(id);
        if (contactId !== null) busyContacts.delete(contactId);
        underWay.delete(sending);
        handedOver += 1;
      });
      underWay.add(sending);
    }
    return didAnything;
  }

  return {
    async deliverReady() {
      handedOver = 0;
      settleRecords();
      const burstEndsAt = clock.wall() + LONGEST_BURST;
      while (!isStopping && storageError === undefined && clock.wall() < burstEndsAt) {
        if (isPaused(db)) break;
        const account = getDefaultAccount(db);
        if (!account || listReady(db, clock.wall(), 1).length === 0) {
          if (underWay.size === 0) break;
          await Promise.race(underWay);
          continue;
        }
        const mailer = await tryOpen(account);
        if (!mailer) break;
        const didAnything = startReady(account, mailer);
        if (underWay.size > 0) await Promise.race(underWay);
        else if (!didAnything) break;
      }
      await Promise.all(underWay);
      if (storageError !== undefined) throw storageError;
      return handedOver;
    },
    freeAt: () => freeAt,
    async stop() {
      isStopping = true;
      const goodbye = new AbortController();
      await Promise.race([Promise.all(underWay), clock.sleep(LONGEST_GOODBYE, goodbye.signal)]);
      goodbye.abort();
      await open?.mailer.close();
      await Promise.all(underWay);
    },
  };
}

function isSameServer(a: AccountRow, b: AccountRow): boolean {
  return (
    a.id === b.id &&
    a.host === b.host &&
    a.port === b.port &&
    a.security === b.security &&
    a.user === b.user &&
    a.sealedPassword === b.sealedPassword &&
    a.maxConnections === b.maxConnections
  );
}

/** Preflight and composing; undefined where the message does not leave now. */
function prepare(
  parts: EngineParts,
  message: MessageRow,
  account: AccountRow,
  relay: LinkRelay | null,
  now: Instant,
): PreparedMail | undefined {
  const { db } = parts;
  return db.transaction(() => {
    const checked = preflight(parts, message, now);
    switch (checked.verdict) {
      case "go": {
        const { step, contact, plan, mayLeaveAt } = checked;
        const content = contentToSend(db, message.campaignId ?? "", step, "published");
        const isTracked = mayTrack(db, contact, account, plan.tracking);
        const mail = content
          ? composeFor(db, { message, contact, account, content, isTracked, relay }, now)
          : { problem: `The email of the step “${step.name}” has no content yet.` };
        if ("problem" in mail) {
          tellOnce(parts, mail.problem, now);
          requeue(db, message.id, now + CONTENT_WAIT, mail.problem);
          return undefined;
        }
        return { ...mail, mayLeaveAt };
      }
      case "later":
        // A limit of ours must not make the mail late.
        if (checked.isOurs && message.notAfter !== null)
          db.run("UPDATE message SET not_after = ? WHERE id = ?", [
            message.notAfter + Math.max(0, checked.at - message.notBefore),
            message.id,
          ]);
        requeue(db, message.id, Math.max(checked.at, now + 1), checked.reason);
        return undefined;
      case "drop":
        markNotSent(db, message.id, checked.state, checked.reason, null);
        if (checked.then !== "nothing") skipStep(parts, message, checked.reason, now, checked.then);
        break;
      case "reroute": {
        markNotSent(db, message.id, "cancelled", checked.reason, null);
        const run =
          message.enrollmentId === null ? undefined : getEnrollment(db, message.enrollmentId);
        if (run) {
          db.run("UPDATE enrollment SET phase = 'ready', wake_at = ? WHERE id = ?", [now, run.id]);
          advance(parts, run.id, "reroute");
        }
        break;
      }
      case "exit":
        markNotSent(db, message.id, "cancelled", checked.reason, null);
        if (message.contactId !== null)
          exitOpenEnrollments(db, message.contactId, checked.reason, now);
        break;
    }
    parts.changes.tell("messages", "campaigns", "reports", "contacts");
    return undefined;
  });
}

interface PreparedMail extends ComposedMail {
  readonly mayLeaveAt: (at: Instant) => boolean;
}

/**
 * X5, right before the dot: the last look at everything that must stop a mail, and the durable intent, in
 * one transaction. False leaves the DATA unfinished, which the server must throw away.
 */
function takeIntent(parts: EngineParts, mail: PreparedMail, account: AccountRow): boolean {
  const { db, clock } = parts;
  return db.transaction(() => {
    const message = getMessage(db, mail.messageId);
    const now = clock.wall();
    if (message?.state !== "queued" || isPaused(db)) return false;
    // A slow server may have kept us past the hour, and another mail may have used up the person's day.
    if (!mail.mayLeaveAt(now)) return false;
    if (message.campaignId !== null && getCampaignHead(db, message.campaignId)?.state !== "live")
      return false;
    const contact = message.contactId === null ? undefined : getRecipient(db, message.contactId);
    if (!contact || contact.address !== mail.to || contact.status !== "subscribed") return false;
    if (isSuppressed(db, mail.to)) return false;
    if (
      message.enrollmentId !== null &&
      message.resolution !== "resent" &&
      getEnrollment(db, message.enrollmentId)?.state !== "active"
    )
      return false;
    return markIntent(
      db,
      mail.messageId,
      {
        bootId: parts.bootId,
        accountId: account.id,
        toAddress: mail.to,
        subject: mail.subject,
        contentRev: mail.contentRev,
        contentHash: mail.contentHash,
        isTracked: mail.isTracked,
      },
      now,
    );
  });
}
