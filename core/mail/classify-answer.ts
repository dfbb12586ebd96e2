import type { AnswerScope, Stage } from "./mailer.ts";

interface Rule {
  readonly scope: AnswerScope;
  readonly text: RegExp;
  readonly stages?: readonly Stage[];
}

/**
 * Texts before codes: providers answer trouble of the sender with codes that look like bounces. First match
 * wins. Sources: the providers' help pages named in the texts, and Sisimai's rules for hosts.
 */
const RULES: readonly Rule[] = [
  {
    scope: "account-quota",
    text: /daily user sending (limit|quota) exceeded|\b5\.4\.5\b|dailylimitexceeded|daily smtp relay limit|reached a limit for sending/i,
  },
  {
    scope: "account-quota",
    text: /submissionquotaexceeded|submission quota exceeded|daily limit for message recipients|5\.7\.70\d|tenant has exceeded|5\.7\.508/i,
  },
  {
    scope: "account-quota",
    text: /daily message quota exceeded|daily message limit|maximum credits exceeded|exceeded your (daily )?sending (limit|quota)|quota .*exceeded for (the )?day/i,
  },
  {
    scope: "account-rate",
    text: /peak smtp relay limit|try again later, closing connection|unusual rate|too much mail|sending too fast|too many messages|max(imum)? e?-?mails? per hour|maximum sending rate|too many connections|concurrent connections limit|sender thread limit|too many login attempts|rate.?limit/i,
  },
  {
    scope: "account-auth",
    text: /5\.7\.139|smtpclientauthentication is disabled|basic authentication is not supported|application-specific password|authentication (required|failed|unsuccessful|credentials invalid)|username and password not accepted|must (issue a starttls|authenticate)|5\.7\.8\b/i,
  },
  {
    scope: "domain-authentication",
    text: /\b[45]\.7\.(26|27|30|32)\b|5\.7\.515|\bdmarc\b|spf (check )?fail|unauthenticated (email|mail)|dkim/i,
  },
  {
    scope: "recipient-soft",
    text: /mailbox (is )?full|over ?quota|quota exceeded|insufficient (system )?storage|\b[45]\.2\.2\b|greylist|temporar(y|ily)|try again later|mailbox (is )?(busy|disabled|inactive|locked)|account (is )?(disabled|suspended|inactive)/i,
  },
  {
    scope: "content",
    text: /\bspam\b|virus|malware|content (was )?(rejected|refused)|message (was )?(rejected|blocked) (due|because)|blocked by|message (size|too (big|large))|\b5\.3\.4\b|\b5\.6\.\d\b|policy/i,
    stages: ["data", "body", "dot"],
  },
  {
    scope: "recipient-hard",
    text: /user unknown|unknown user|no such (user|recipient|mailbox|person|address)|(user|recipient|mailbox|account|address)( address)? (rejected|not found|unknown|unavailable|invalid|does ?n[o']t exist)|does not exist|doesn't exist|invalid (recipient|mailbox|address)|not a (valid|known) (user|mailbox|recipient)|\b5\.1\.[1236]\b|\b5\.1\.10\b|null mx|does not accept mail|has moved|no mailbox here/i,
    stages: ["rcpt", "data", "body", "dot"],
  },
];

export interface Answer {
  readonly stage: Stage;
  readonly code: number;
  readonly text: string;
}

/** Who a server's answer is about. Only a clear word about the recipient is hard; the rest is soft. */
export function classifyAnswer({ stage, code, text }: Answer): AnswerScope {
  const rule = RULES.find(
    (candidate) => (candidate.stages?.includes(stage) ?? true) && candidate.text.test(text),
  );
  // A temporary code never makes an address dead.
  if (rule) return rule.scope === "recipient-hard" && code < 500 ? "recipient-soft" : rule.scope;
  switch (stage) {
    case "connect":
    case "greeting":
    case "ehlo":
    case "tls":
      return "connection";
    case "auth":
      return code >= 500 ? "account-auth" : "connection";
    case "mail":
      return code === 421 ? "connection" : code >= 500 ? "account-auth" : "account-rate";
    case "rcpt":
      return "recipient-soft";
    case "data":
    case "body":
    case "dot":
      return code >= 500 ? "content" : "recipient-soft";
  }
}

/** The enhanced status code at the head of an answer (RFC 2034), or null. */
export function enhancedCode(text: string): string | null {
  return /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? null;
}
