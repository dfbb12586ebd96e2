import { HOUR, MINUTE, SECOND, type Instant } from "../shared/clock.ts";
import { makeId } from "../shared/id.ts";
import { findStep } from "../domain/campaign.ts";
import type { SendOutcome } from "../mail/mailer.ts";
import { blockAccount, clearAccountProblem, type AccountRow } from "../storage/accounts.ts";
import {
  endEnrollment,
  exitOpenEnrollments,
  getEnrollment,
  type EnrollmentRow,
} from "../storage/enrollments.ts";
import { recordEvent } from "../storage/events.ts";
import {
  addAttempt,
  countAttempts,
  getMessage,
  markNotSent,
  markSent,
  markUncertain,
  requeue,
  type MessageRow,
} from "../storage/messages.ts";
import { addNotice } from "../storage/notices.ts";
import { suppress } from "../storage/suppressions.ts";
import { leaveStep, planHolding } from "./advance.ts";
import { applyActions } from "./apply-actions.ts";
import { checkGoals } from "./check-goals.ts";
import type { EngineParts } from "./engine-parts.ts";

/** Waits before a soft refusal is tried again, like Postfix: five minutes, then doubling, at most 67. */
const SOFT_WAITS = [5, 10, 20, 40, 67].map((minutes) => minutes * MINUTE);
/** A soft refusal is given up after this long. */
const SOFT_LIMIT = 48 * HOUR;
/** Waits after connection failures; the first few are tried again at once-ish. */
const BREAKER_WAITS = [
  5 * SECOND,
  15 * SECOND,
  30 * SECOND,
  MINUTE,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
];

/**
 * X6: what became of a message: its own row, the attempt, the account, the step's actions and the run's
 * next place, in one transaction. An outcome that nobody can know is recorded as uncertain and the run goes
 * on as if it was sent.
 */
export function recordOutcome(
  parts: EngineParts,
  messageId: number,
  account: AccountRow,
  outcome: SendOutcome,
): void {
  const { db, clock } = parts;
  const now = clock.wall();
  db.transaction(() => {
    const message = getMessage(db, messageId);
    if (!message) return;
    switch (outcome.kind) {
      case "accepted":
        markSent(db, message.id, outcome.reply, now);
        clearAccountProblem(db, account.id);
        if (message.state === "in_flight")
          takeAsSent(parts, message, now, "the server accepted it", now);
        break;
      case "uncertain":
        if (markUncertain(db, message.id, outcome.problem)) becomeUncertain(parts, message, now);
        break;
      case "aborted":
        // Refused at the last check: the message row already says why.
        break;
      case "not-sent":
        addAttempt(
          db,
          message.id,
          {
            stage: outcome.stage,
            code: null,
            enhanced: null,
            outcome: outcome.scope,
            text: outcome.problem,
          },
          now,
        );
        requeue(db, message.id, now, outcome.problem);
        backOff(parts, account, outcome.problem, now);
        break;
      case "refused":
        recordRefusal(parts, message, account, outcome, now);
        break;
    }
  });
  parts.changes.tell("messages", "reports", "campaigns", "contacts", "accounts");
}

/** A message whose end nobody saw: as sent from when it was handed over, listed for the owner. */
export function becomeUncertain(parts: EngineParts, message: MessageRow, now: Instant): void {
  takeAsSent(parts, message, message.intentAt ?? now, "it may have been sent", now);
}

/**
 * The step's actions happen here, once: only a message that was in flight for the first time comes by. Whoever left
 * the campaign between the dot and its answer was mailed all the same, so the actions hold for them too.
 */
function takeAsSent(
  parts: EngineParts,
  message: MessageRow,
  sentAt: Instant,
  reason: string,
  now: Instant,
): void {
  const { db } = parts;
  if (message.resolution === "resent") return;
  const run = message.enrollmentId === null ? undefined : getEnrollment(db, message.enrollmentId);
  if (!run) return;
  const step = findStep(planHolding(db, run, message.stepId).steps, message.stepId ?? "");
  if (isWaitingFor(run, message))
    leaveStep(parts, run, { move: "sent", sinceAt: sentAt, reason, cause: "send" }, now);
  if (step?.kind === "email") applyActions(parts, run, step.actions, now);
  checkGoals(parts, run.contactId, now);
}

function recordRefusal(
  parts: EngineParts,
  message: MessageRow,
  account: AccountRow,
  refused: Extract<SendOutcome, { kind: "refused" }>,
  now: Instant,
): void {
  const { db } = parts;
  const reply = `${refused.code} ${refused.text}`.replace(/\s+/gu, " ").trim();
  addAttempt(
    db,
    message.id,
    {
      stage: refused.stage,
      code: refused.code,
      enhanced: refused.enhanced,
      outcome: refused.scope,
      text: refused.text,
    },
    now,
  );
  switch (refused.scope) {
    case "recipient-hard":
      markNotSent(db, message.id, "failed", "the address does not exist", reply);
      if (message.contactId === null) return;
      recordBounce(parts, message, "bounced", reply, now);
      suppress(db, message.contactId, "bounced", "refused by the mail server", now);
      exitOpenEnrollments(db, message.contactId, "the address bounced", now);
      return;
    case "recipient-soft": {
      const wait =
        SOFT_WAITS[Math.min(countAttempts(db, message.id) - 1, SOFT_WAITS.length - 1)] ?? MINUTE;
      const giveUpAt = Math.min(
        message.notAfter ?? Number.POSITIVE_INFINITY,
        message.createdAt + SOFT_LIMIT,
      );
      if (refused.code < 500 && now + wait <= giveUpAt) {
        requeue(
          db,
          message.id,
          now + wait,
          "the recipient's server asked to try again later",
          reply,
        );
        return;
      }
      markNotSent(db, message.id, "failed", "refused by the recipient's server", reply);
      recordBounce(parts, message, "soft-bounced", reply, now);
      skipStep(parts, message, "refused by the recipient's server", now);
      return;
    }
    case "content":
      markNotSent(db, message.id, "failed", "the server refused the content", reply);
      tellOnce(
        parts,
        `The mail server refused an e-mail for its content: “${reply}”. Change the e-mail, then try again.`,
        now,
      );
      skipStep(parts, message, "the mail server refused its content", now);
      return;
    default:
      // The account's own trouble: the recipient keeps their place in the queue.
      requeue(db, message.id, now, reply, reply);
      blockOn(parts, account, refused.scope, reply, now);
  }
}

function recordBounce(
  parts: EngineParts,
  message: MessageRow,
  kind: string,
  reply: string,
  now: Instant,
): void {
  recordEvent(parts.db, {
    contactId: message.contactId ?? 0,
    occurredAt: now,
    receivedAt: now,
    kind,
    uid: makeId(parts.random),
    messageId: message.id,
    state: "done",
    data: { reply },
  });
}

function isWaitingFor(run: EnrollmentRow, message: MessageRow): boolean {
  return run.state === "active" && run.phase === "await_send" && run.stepId === message.stepId;
}

/** The run goes on behind the step that was not sent. */
export function skipStep(
  parts: EngineParts,
  message: MessageRow,
  reason: string,
  now: Instant,
  then: "skip" | "end" = "skip",
): void {
  const { db } = parts;
  const run = message.enrollmentId === null ? undefined : getEnrollment(db, message.enrollmentId);
  if (!run || !isWaitingFor(run, message)) return;
  if (then === "end") endEnrollment(db, run, { state: "done", reason, cause: "send" }, now);
  else leaveStep(parts, run, { move: "skip", sinceAt: now, reason, cause: "send" }, now);
}

function backOff(parts: EngineParts, account: AccountRow, problem: string, now: Instant): void {
  const failures = account.failures + 1;
  const wait = BREAKER_WAITS[Math.min(failures, BREAKER_WAITS.length) - 1] ?? HOUR;
  blockAccount(parts.db, account.id, { until: now + wait, problem, failures });
  if (failures === 5)
    tellOnce(
      parts,
      `The mail server ${account.host} cannot be reached: ${problem} Sending goes on by itself once it answers.`,
      now,
    );
}

function blockOn(
  parts: EngineParts,
  account: AccountRow,
  scope: string,
  reply: string,
  now: Instant,
): void {
  const waits: Readonly<Record<string, number>> = {
    "account-auth": 6 * HOUR,
    "account-quota": HOUR,
    "account-rate": 10 * MINUTE,
    "domain-authentication": 6 * HOUR,
  };
  const sentences: Readonly<Record<string, string>> = {
    "account-auth":
      "The mail server did not accept the sign-in. Check user and password under Settings → Mail account.",
    "account-quota":
      "The account has reached its provider's limit. Sending goes on by itself; nobody is skipped.",
    "account-rate": "The mail server asked us to send more slowly. Sending goes on by itself.",
    "domain-authentication":
      "The mail server says your domain is not authenticated (SPF, DKIM or DMARC). Ask your mail provider to set it up.",
  };
  const text = sentences[scope] ?? "The mail server refused us.";
  blockAccount(parts.db, account.id, {
    until: now + (waits[scope] ?? 5 * MINUTE),
    problem: `${text} (“${reply}”)`,
    failures: account.failures + 1,
  });
  tellOnce(parts, text, now);
}

/** One notice is enough while it has not been read. */
export function tellOnce(
  parts: EngineParts,
  text: string,
  now: Instant,
  link = "/settings/account",
): void {
  const { db } = parts;
  if (db.get("SELECT 1 FROM notice WHERE text = ? AND seen_at IS NULL", [text])) return;
  addNotice(db, { kind: "sending", text, link }, now);
  parts.changes.tell("settings");
}
