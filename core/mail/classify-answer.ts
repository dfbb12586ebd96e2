import type { AnswerScope, Stage } from "./mailer.ts";

interface Rule {
  readonly scope: AnswerScope;
  readonly text: RegExp;
  /** Where the rule holds; everywhere by default. */
  readonly stages?: readonly Stage[];
}

const AT_RECIPIENT: readonly Stage[] = ["rcpt", "data", "body", "dot"];
const AT_CONTENT: readonly Stage[] = ["data", "body", "dot"];

/** Bad mailbox, system or syntax of the address, moved, null MX (RFC 3463 §3.2, RFC 7505 §4.2). */
const NO_SUCH_ADDRESS = /\b5\.1\.(?:[1236]|10)\b/u;

/**
 * Texts before codes: providers answer trouble of the sender with codes that look like bounces, and about
 * half of all 5xx answers say nothing about whether an address exists. First match wins, so what a rule
 * below may match depends on the rules above. Sources: help pages of the providers named in the texts.
 */
const RULES: readonly Rule[] = [
  // Gmail, about one busy recipient; its words look like our own rate.
  { scope: "recipient-soft", text: /receiving mail (?:at a rate|too quickly)/iu },
  // Gmail and Workspace; Microsoft 365; SES, Sendgrid, iCloud and hosting panels.
  {
    scope: "account-quota",
    text: /daily (?:user )?(?:sending|message) (?:limit|quota)|\b[45]\.4\.5\b|dailylimitexceeded|daily smtp relay limit|reached a limit for sending/iu,
  },
  {
    scope: "account-quota",
    text: /submission ?quota ?exceeded|daily limit for message recipients|\b5\.1\.90\b|\b5\.7\.70\d\b|tenant has exceeded|\b5\.7\.508\b/iu,
  },
  {
    scope: "account-quota",
    text: /maximum credits exceeded|exceeded your (?:daily )?sending (?:limit|quota)|(?:sending|message|mail|daily) (?:limit|quota) .*exceeded for (?:the )?day/iu,
  },
  {
    scope: "account-rate",
    text: /peak smtp relay limit|try again later, closing connection|unusual rate|\b4\.7\.28\b|too much mail|sending too fast|too many (?:messages|connections|recipients|login attempts)|exceeded the max(?:imum)? e?-?mails? per hour|sending rate exceeded|concurrent connections limit|sender thread limit|rate.?limit(?:ed| exceeded)?/iu,
  },
  // Signing in, and sending as somebody else.
  {
    scope: "account-auth",
    text: /\b5\.7\.(?:139|30)\b|smtpclientauthentication|basic authentication is not supported|application-specific password|username and password not accepted|authentication (?:credentials )?(?:is )?(?:required|invalid|unsuccessful)|must (?:issue a starttls|(?:first )?authenticate|log ?in)|not (?:logged in|authenticated yet)/iu,
  },
  {
    scope: "account-auth",
    text: /sender (?:address )?rejected: not (?:owned|logged)|not owned by (?:user|auth)|not (?:allowed|permitted|authori[sz]ed) to send (?:as|from|using)|sendasdenied|\b5\.7\.60\b|(?:email|sender|from) address (?:is )?not verified|sender (?:mail )?(?:verify|address) (?:failed|not allowed)|unauthenticated senders? not allowed/iu,
  },
  {
    scope: "account-auth",
    text: /relay(?:ing)? (?:access )?(?:denied|prohibited|not (?:permitted|allowed))|unable to relay|(?:not configured to|may not|cannot|won't) relay|relaying to .* prohibited|allowed rcpthosts/iu,
  },
  {
    scope: "domain-authentication",
    text: /\b[45]\.7\.(?:2[3567]|30|32|509|515)\b|\bdmarc\b|\bspf\b|\bdkim\b|unauthenticated (?:e-?mail|mail|from)|purported responsible address|\b5\.1\.8\b|sender(?:'s)? (?:address |domain |e?-?mail )?.*(?:domain )?(?:does not exist|not found|not exist)|domain of sender/iu,
  },
  // The way we come, not whom we write to.
  {
    scope: "content",
    text: /black ?-?list|block ?-?list|deny ?-?list|spamhaus|dnsbl|\brbls?\b|banned sending ip|barracudacentral|\bptr\b|reverse dns|name lookup failed|(?:poor|bad|low) reputation|client host .*(?:blocked|rejected)|\bip\b.{0,40}(?:blocked|blacklisted|rejected|refused)/iu,
    stages: AT_RECIPIENT,
  },
  {
    scope: "recipient-soft",
    text: /mail ?box (?:is )?(?:full|size exceeded)|(?:over|exceeded|exceeds)[\w ]{0,12}quota|quota (?:is )?(?:exceeded|full)|insufficient (?:system )?storage|out of storage|\b[45]\.2\.2\b/iu,
  },
  {
    scope: "recipient-soft",
    text: /grey-?list|temporar(?:y|ily)|try (?:again )?later|(?:mailbox|account|user|e-?mail)[\w ',]{0,40}(?:busy|disabled|inactive|locked|suspended|deactivated|blocked|bloqu)|inactive (?:e-?mail|account|user|mailbox|recipient)|\b5\.2\.1\b(?!.*unknown)/iu,
  },
  {
    scope: "content",
    text: /\bspam|\bube\b|virus|malware|phish|content (?:was |is )?(?:rejected|refused|blocked)|(?:message|mail|e-?mail) (?:was |is |has been )?(?:filtered|blocked|rejected|too (?:big|large)|not accepted|length exceeds|size exceeds)|message size|headers? (?:too large|error)|rfc ?5?\d{3}|\b5\.3\.4\b|\b5\.2\.3\b|\b5\.6\.\d\b|policy|policies|security reasons/iu,
    stages: ["mail", ...AT_RECIPIENT],
  },
  { scope: "recipient-hard", text: NO_SUCH_ADDRESS, stages: AT_RECIPIENT },
  {
    scope: "recipient-hard",
    text: /(?:user|recipient|mailbox|account|address)\W{0,3}(?:is |was )?(?:unknown|not (?:found|known|exist|present)|invalid|no longer (?:exists|valid|accepts))|unknown (?:user|recipient|mailbox|local|address|e-?mail)|no (?:such|valid|mailbox|account|user|one)\b.{0,20}(?:user|recipient|mailbox|person|address|here|name)|(?:invalid|non-?existent|bad) (?:user|recipient|mailbox|address|destination)|recip(?:ient)?notfound/iu,
    stages: AT_RECIPIENT,
  },
  {
    scope: "recipient-hard",
    text: /(?:user|recipient|mailbox|account|address|you tried to reach|domain|host).{0,60}does ?n[o']t (?:exist|have)|not (?:a|our) (?:valid |known |local )?(?:user|mailbox|recipient|customer)|mailbox (?:is )?(?:unavailable|not available)|(?:recipient|address) (?:address )?rejected(?!: .*(?:policy|grey|block|spf))/iu,
    stages: AT_RECIPIENT,
  },
  {
    scope: "recipient-hard",
    text: /null ?mx|does ?n[o']t accept (?:any )?(?:e-?)?mail|(?:user|recipient|address|mailbox) (?:has )?moved|host (?:or domain name )?(?:is )?(?:unknown|not found)|domain (?:name )?not found/iu,
    stages: AT_RECIPIENT,
  },
];

export interface Answer {
  readonly stage: Stage;
  readonly code: number;
  /** Without the code; lines joined by line breaks. */
  readonly text: string;
}

/** Who a server's answer is about. Only a clear word about the recipient is hard. */
export function classifyAnswer({ stage, code, text }: Answer): AnswerScope {
  // RFC 5321 §4.2.1: the server is leaving; before the mail was whole that says nothing about the mail.
  if (code === 421 && stage !== "dot" && !isAboutAccount(text)) return "connection";
  const line = text.replace(/\s+/gu, " ");
  const rule = RULES.find(
    (candidate) => (candidate.stages?.includes(stage) ?? true) && candidate.text.test(line),
  );
  if (!rule) return unsaid(stage, code);
  // A temporary code never makes an address dead, nor a mail unfit.
  const isAboutMail = rule.scope === "recipient-hard" || rule.scope === "content";
  if (isAboutMail && code < 500) return unsaid(stage, code);
  // To a whole mail filters answer "user unknown" as well; only the code can be trusted there.
  if (rule.scope === "recipient-hard" && stage !== "rcpt" && !NO_SUCH_ADDRESS.test(line))
    return "recipient-soft";
  // Before a recipient was named the answer cannot be about them.
  return rule.scope.startsWith("recipient") && !AT_RECIPIENT.includes(stage)
    ? unsaid(stage, code)
    : rule.scope;
}

function isAboutAccount(text: string): boolean {
  return RULES.some((rule) => rule.scope.startsWith("account") && rule.text.test(text));
}

/** What an answer means by its place alone. */
function unsaid(stage: Stage, code: number): AnswerScope {
  if (stage === "auth") return code >= 500 ? "account-auth" : "connection";
  if (stage === "mail") return code >= 500 ? "account-auth" : "connection";
  if (AT_CONTENT.includes(stage)) return code >= 500 ? "content" : "recipient-soft";
  if (stage === "rcpt") return code === 530 || code === 503 ? "account-auth" : "recipient-soft";
  return "connection";
}

/** The enhanced status code at the head of an answer (RFC 2034), or null. */
export function enhancedCode(text: string): string | null {
  return /^\W{0,2}([245]\.\d{1,3}\.\d{1,3})\b/u.exec(text)?.[1] ?? null;
}
