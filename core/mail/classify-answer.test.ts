import { describe, expect, test } from "vitest";
import { classifyAnswer, enhancedCode } from "./classify-answer.ts";
import type { AnswerScope, Stage } from "./mailer.ts";

/** Stage, answer, who it is about. Wordings as the providers send them. */
const cases: Readonly<Record<string, readonly (readonly [Stage, string, AnswerScope])[]>> = {
  "the account's limits are never a bounce": [
    [
      "dot",
      "550-5.4.5 Daily user sending limit exceeded. For more information on Gmail\n550 5.4.5 sending limits go to https://support.google.com/a/answer/166852",
      "account-quota",
    ],
    ["rcpt", "550 5.4.5 Daily user sending quota exceeded.", "account-quota"],
    ["dot", "550 5.4.5 Daily SMTP relay limit exceeded for user.", "account-quota"],
    ["rcpt", "550 5.7.1 You have reached a limit for sending mail.", "account-quota"],
    [
      "dot",
      "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException",
      "account-quota",
    ],
    [
      "rcpt",
      "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
      "account-quota",
    ],
    ["dot", "550 5.2.2 Submission quota exceeded", "account-quota"],
    ["rcpt", "550 5.7.705 Access denied, tenant has exceeded threshold", "account-quota"],
    ["dot", "454 Throttling failure: Daily message quota exceeded.", "account-quota"],
    ["mail", "452 4.5.3 Daily message limit reached", "account-quota"],
    ["dot", "451 Authentication failed: Maximum credits exceeded", "account-quota"],
    [
      "rcpt",
      "550 5.7.1 Your message was not sent: you have exceeded your daily sending limit",
      "account-quota",
    ],
  ],
  "a wish to go slower is the account's": [
    ["mail", "421 4.2.1 Peak SMTP relay limit exceeded for customer.", "account-rate"],
    ["mail", "421 4.7.0 Try again later, closing connection. (EHLO)", "account-rate"],
    [
      "dot",
      "421-4.7.28 Our system has detected an unusual rate of unsolicited mail",
      "account-rate",
    ],
    ["rcpt", "450 4.7.1 Error: too much mail from 192.0.2.1", "account-rate"],
    [
      "rcpt",
      "451 4.7.1 You are sending too fast. Too many messages. Try again in 300 seconds",
      "account-rate",
    ],
    [
      "rcpt",
      "550 Domain shop.example has exceeded the max emails per hour (250/250 (100%)) allowed.",
      "account-rate",
    ],
    ["dot", "454 Throttling failure: Maximum sending rate exceeded.", "account-rate"],
    [
      "mail",
      "432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending",
      "account-rate",
    ],
    ["auth", "454 4.7.0 Too many login attempts, please try again later.", "account-rate"],
    [
      "rcpt",
      "550 5.1.1 <ana@home.example> - 203.0.113.2 has sent to too many recipients this hour.",
      "account-rate",
    ],
  ],
  "signing in and being allowed to send is the account's": [
    [
      "auth",
      "535-5.7.8 Username and Password not accepted. Learn more at\n535 5.7.8 https://support.google.com/mail/?p=BadCredentials",
      "account-auth",
    ],
    ["auth", "534-5.7.9 Application-specific password required.", "account-auth"],
    [
      "auth",
      "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.",
      "account-auth",
    ],
    [
      "dot",
      "550 5.7.30 Basic authentication is not supported for Client Submission.",
      "account-auth",
    ],
    ["auth", "535 Incorrect authentication data", "account-auth"],
    ["mail", "530 5.7.0 Must issue a STARTTLS command first.", "account-auth"],
    ["mail", "530 5.7.1 Authentication required", "account-auth"],
    ["mail", "501 5.1.7 Bad sender address syntax", "account-auth"],
    [
      "rcpt",
      "553 5.7.1 <me@shop.example>: Sender address rejected: not owned by user ana",
      "account-auth",
    ],
    ["rcpt", "553 5.7.1 <me@shop.example>: Sender address rejected: not logged in", "account-auth"],
    [
      "dot",
      "554 5.2.252 SendAsDenied; ana@shop.example not allowed to send as me@shop.example",
      "account-auth",
    ],
    [
      "dot",
      "554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: me@shop.example",
      "account-auth",
    ],
    ["rcpt", "554 5.7.1 <ana@home.example>: Relay access denied", "account-auth"],
    ["rcpt", "550 5.7.1 Unable to relay", "account-auth"],
    ["rcpt", "550 relay not permitted", "account-auth"],
    [
      "rcpt",
      "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
      "account-auth",
    ],
  ],
  "what the domain's owner has to set up": [
    [
      "dot",
      "550-5.7.26 This mail has been blocked because the sender is unauthenticated.",
      "domain-authentication",
    ],
    [
      "dot",
      "421-4.7.26 This mail has been rate limited because it is unauthenticated.",
      "account-rate",
    ],
    ["dot", "550-5.7.27 SPF did not pass", "domain-authentication"],
    [
      "rcpt",
      "550; 5.7.515 Access denied, sending domain SHOP.EXAMPLE does not meet the required authentication level.",
      "domain-authentication",
    ],
    [
      "dot",
      "554 5.7.1 Your message was rejected due to shop.example's DMARC policy.",
      "domain-authentication",
    ],
    ["rcpt", "550 5.7.1 SPF check failed: authentication failed", "domain-authentication"],
    [
      "rcpt",
      "450 4.1.8 <me@shop.example>: Sender address rejected: Domain not found",
      "domain-authentication",
    ],
    [
      "mail",
      "553 5.1.8 <me@shop.example>... Domain of sender address me@shop.example does not exist",
      "domain-authentication",
    ],
  ],
  "an address that is gone": [
    [
      "rcpt",
      "550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos",
      "recipient-hard",
    ],
    [
      "rcpt",
      "550 5.1.1 <ana@home.example>: Recipient address rejected: User unknown in local recipient table",
      "recipient-hard",
    ],
    ["rcpt", "550 No such user here", "recipient-hard"],
    [
      "rcpt",
      "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
      "recipient-hard",
    ],
    [
      "rcpt",
      "550 5.4.1 <ana@home.example>: Recipient address rejected: Access denied",
      "recipient-hard",
    ],
    [
      "rcpt",
      "554 delivery error: dd This user doesn't have a yahoo.com account (ana@yahoo.com) [0]",
      "recipient-hard",
    ],
    ["rcpt", "550 Requested action not taken: mailbox unavailable", "recipient-hard"],
    ["rcpt", "551 5.1.6 User has moved; please try ana@new.example", "recipient-hard"],
    ["rcpt", "556 5.1.10 Recipient address has null MX", "recipient-hard"],
    ["rcpt", "550 Host unknown", "recipient-hard"],
    ["dot", "550 5.1.1 no such mailbox", "recipient-hard"],
  ],
  "an address that is there, but not now": [
    [
      "rcpt",
      "452-4.2.2 The email account that you tried to reach is over quota.",
      "recipient-soft",
    ],
    ["rcpt", "552 5.2.2 mailbox is full", "recipient-soft"],
    ["rcpt", "550 5.2.1 The email account that you tried to reach is disabled.", "recipient-soft"],
    ["rcpt", "550 5.1.1 <ana@icloud.example>: inactive email address", "recipient-soft"],
    [
      "rcpt",
      "450 4.2.0 <ana@home.example>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch",
      "recipient-soft",
    ],
    [
      "rcpt",
      "450 4.2.1 The user you are trying to contact is receiving mail too quickly.",
      "recipient-soft",
    ],
    [
      "rcpt",
      "550-5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages",
      "recipient-soft",
    ],
    [
      "rcpt",
      "450 4.1.1 <ana@home.example>: Recipient address rejected: unverified address: user unknown",
      "recipient-soft",
    ],
    ["rcpt", "451 4.3.0 internal error", "recipient-soft"],
    ["dot", "451 4.3.0 internal error", "recipient-soft"],
    ["dot", "421 4.3.2 shutting down", "recipient-soft"],
    ["dot", "550 User unknown", "recipient-soft"],
    ["rcpt", "550 nothing that anybody understands", "recipient-soft"],
  ],
  "the mail itself, or the way it came": [
    ["dot", "554 5.7.1 Message rejected as spam by Content Filtering.", "content"],
    [
      "dot",
      "552 5.7.0 This message was blocked because its content presents a potential security issue.",
      "content",
    ],
    ["mail", "552 5.3.4 Message size exceeds fixed limit", "content"],
    ["dot", "550 5.7.1 This message is not RFC 5322 compliant.", "content"],
    ["dot", "554 no", "content"],
    [
      "rcpt",
      "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
      "content",
    ],
    ["rcpt", "550 5.7.1 Recipient address rejected: blocked by policy", "content"],
  ],
  "the connection": [
    ["greeting", "554 5.7.1 no SMTP service here", "connection"],
    ["greeting", "421 too busy", "connection"],
    ["ehlo", "550 go away", "connection"],
    ["tls", "454 TLS not available", "connection"],
    ["auth", "451 4.3.0 the directory is away", "connection"],
    ["mail", "451 4.3.0 try again later", "connection"],
    ["rcpt", "421 4.4.2 timeout", "connection"],
    ["body", "421 4.3.2 shutting down", "connection"],
  ],
};

for (const [name, rows] of Object.entries(cases))
  describe(`An answer about ${name}`, () => {
    for (const [stage, answer, scope] of rows)
      test(`${stage}: ${answer.slice(0, 100)}`, () => {
        const code = Number(answer.slice(0, 3));
        const text = answer.replace(/^\d{3}[ ;-]*/gmu, "");
        expect(classifyAnswer({ stage, code, text })).toBe(scope);
      });
  });

test("no temporary answer ever makes an address dead", () => {
  for (const rows of Object.values(cases))
    for (const [stage, answer] of rows) {
      const text = answer.replace(/^\d{3}[ ;-]*/gmu, "");
      expect(classifyAnswer({ stage, code: 450, text })).not.toBe("recipient-hard");
    }
});

test.each([
  ["5.1.1 no such user", "5.1.1"],
  ["#5.1.0 Address rejected.", "5.1.0"],
  ["no such user", null],
  ["ana at 5.1.1 is not a code", null],
])("the enhanced code of “%s” is %s", (text, code) => {
  expect(enhancedCode(text)).toBe(code);
});
