import { domainToAscii } from "./punycode.ts";
import { suggestDomain } from "./typo-domain.ts";

/** Where a contact stands with us. Only `subscribed` and `unconfirmed` may ever be mailed. */
export type ContactStatus =
  | "subscribed"
  | "unsubscribed"
  | "bounced"
  | "complained"
  | "unconfirmed"
  | "archived";

/** A well-formed address and what is worth knowing about it, or one sentence about what is wrong. */
export type AddressReading = AddressRead | { readonly problem: string };

export interface AddressRead {
  /** Normalised: trimmed, lower case, invisible characters gone, the domain in its ASCII form. */
  readonly address: string;
  /** What stood before the address in `Ana Ruiz <ana@example.com>`; null where nothing did. */
  readonly name: string | null;
  /** Belongs to an office rather than a person: "info@", "sales@". Worth a flag, never a refusal. */
  readonly isRole: boolean;
  /** The address that was probably meant. Only a suggestion. */
  readonly suggestion: string | null;
  /** The part before the @ is not ASCII: only servers that offer SMTPUTF8 (RFC 6531) take it. */
  readonly needsSmtpUtf8: boolean;
}

/** RFC 5321 §4.5.3.1, in octets; 254 is what the 256 of a path leaves without its brackets. */
const MOST_LOCAL_OCTETS = 64;
const MOST_DOMAIN_OCTETS = 253;
const MOST_LABEL_OCTETS = 63;
const MOST_OCTETS = 254;

const PLAIN =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9.-]*[a-z0-9]$/;
const LOCAL = /^[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]+$/u;
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
/** Soft hyphen, zero-width characters, byte order mark, and the marks that turn the writing direction. */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/**
 * Reads one address as people type and export it. `Name <a@b>`, `mailto:`, quotes and brackets around it
 * and a full stop or comma after it are taken off; two addresses, line breaks and everything a mail
 * server would refuse by its form alone are problems. Follows the HTML5 rule for e-mail fields, with the
 * lengths of RFC 5321 and a domain that could exist.
 */
export function parseAddress(text: string): AddressReading {
  const lower = text.trim().toLowerCase();
  if (PLAIN.test(lower)) return readPlain(lower, null);

  const visible = text
    .replace(INVISIBLE, "")
    .replace(/\uff20/g, "@")
    .trim();
  if (visible === "") return { problem: "The e-mail address is missing." };
  if (CONTROL.test(visible)) {
    return { problem: "There is a line break or control character inside the e-mail address." };
  }
  if (countAddresses(visible) > 1) {
    return { problem: "There is more than one e-mail address here. Keep one for each contact." };
  }
  const { address, name } = unwrap(visible);
  return readPlain(address.normalize("NFC").toLowerCase(), name);
}

function countAddresses(text: string): number {
  return text.match(/[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;<>()"]+/g)?.length ?? 0;
}

function unwrap(text: string): { address: string; name: string | null } {
  const named = /^(?<name>[^<>]*)<(?<address>[^<>]*)>[\s.,;]*$/.exec(text);
  if (named?.groups) {
    const name = (named.groups["name"] ?? "")
      .trim()
      .replace(/^["']+|["']+$/g, "")
      .trim();
    return { address: unwrap(named.groups["address"] ?? "").address, name: name || null };
  }
  let address = text.replace(/[\s.,;]+$/, "").replace(/^[\s,;]+/, "");
  const wrapped =
    /^(?:"(?<a>[^"@]+@[^"]+)"|'(?<b>[^']+)'|\((?<c>[^()]+)\)|\[(?<d>[^[\]]+)\])$/.exec(address);
  if (wrapped?.groups) {
    const { a, b, c, d } = wrapped.groups;
    address = (a ?? b ?? c ?? d ?? "").trim();
  }
  return { address: address.replace(/^mailto:\s*/i, ""), name: null };
}

/** `address` is in lower case and holds no control characters. */
function readPlain(address: string, name: string | null): AddressReading {
  const at = address.lastIndexOf("@");
  if (at < 0) return { problem: "There is no @ sign in the e-mail address." };
  const local = address.slice(0, at);
  const domain = readDomain(address.slice(at + 1));
  const problem = localProblem(local) ?? domain.problem;
  if (problem !== null) return { problem };
  const whole = `${local}@${domain.ascii}`;
  if (octets(local) > MOST_LOCAL_OCTETS || octets(whole) > MOST_OCTETS) {
    return { problem: "The e-mail address is longer than mail servers allow." };
  }
  return {
    address: whole,
    name,
    isRole: isRole(local),
    suggestion: domain.suggestion === null ? null : `${local}@${domain.suggestion}`,
    needsSmtpUtf8: octets(local) !== local.length,
  };
}

function localProblem(local: string): string | null {
  if (local === "") return "There is nothing before the @ sign of the e-mail address.";
  if (/\s/.test(local)) return "There is a space inside the e-mail address.";
  if (local.includes("@")) return "There is more than one @ sign in the e-mail address.";
  if (local.startsWith(".") || local.endsWith(".") || local.includes("..")) {
    return "A dot is out of place before the @ sign of the e-mail address.";
  }
  if (LOCAL.test(local)) return null;
  const odd = Array.from(local).find((character) => !LOCAL.test(character)) ?? "";
  return `The e-mail address holds “${odd}”, which mail servers do not accept.`;
}

interface DomainReading {
  readonly ascii: string;
  readonly problem: string | null;
  readonly suggestion: string | null;
}

/** Lists name the same few thousand domains again and again. */
const REMEMBERED_DOMAINS = 5_000;
const readingByDomain = new Map<string, DomainReading>();

function readDomain(domain: string): DomainReading {
  let reading = readingByDomain.get(domain);
  if (!reading) {
    const ascii = domainToAscii(domain);
    const problem = domainProblem(domain, ascii);
    const suggestion = problem === null && ascii !== undefined ? suggestDomain(ascii) : null;
    reading = { ascii: ascii ?? "", problem, suggestion };
    if (readingByDomain.size >= REMEMBERED_DOMAINS) readingByDomain.clear();
    readingByDomain.set(domain, reading);
  }
  return reading;
}

function domainProblem(domain: string, ascii: string | undefined): string | null {
  if (domain === "") return "There is nothing after the @ sign of the e-mail address.";
  if (/\s/.test(domain)) return "There is a space inside the e-mail address.";
  if (domain.includes(",")) {
    return "There is a comma after the @ sign of the e-mail address, where a dot belongs.";
  }
  if (domain.startsWith("[")) return "The e-mail address needs a domain name, not a number.";
  if (ascii === undefined) {
    return "There is a character after the @ sign of the e-mail address that no domain can hold.";
  }
  const labels = ascii.split(".");
  if (labels.some((label) => label === "")) {
    return "A dot is out of place after the @ sign of the e-mail address.";
  }
  const ending = labels.at(-1) ?? "";
  if (labels.length < 2) {
    return "The e-mail address stops too early: there is no ending such as “.com” after the @ sign.";
  }
  if (labels.some((label) => label.startsWith("-") || label.endsWith("-"))) {
    return "A hyphen is out of place after the @ sign of the e-mail address.";
  }
  if (ending.length < 2 || /^\d/.test(ending)) {
    return `No domain ends in “.${ending}”; look at what follows the @ sign of the e-mail address.`;
  }
  if (
    ascii.length > MOST_DOMAIN_OCTETS ||
    labels.some((label) => label.length > MOST_LABEL_OCTETS)
  ) {
    return "The e-mail address is longer than mail servers allow.";
  }
  return null;
}

/** The length in UTF-8. */
function octets(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // Each half of a surrogate pair is two of the pair's four octets.
    if (unit < 0x80) count += 1;
    else if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) count += 2;
    else count += 3;
  }
  return count;
}

const ROLES: ReadonlySet<string> = new Set(
  (
    "abuse accounting accounts admin administration administrator anfrage bestellung billing bookings " +
    "buchhaltung career careers comercial commercial compta comptabilite contact contacto contato contatti " +
    "customerservice editor enquiries events facturacion feedback finance hello help helpdesk hostmaster hr " +
    "hallo info infos information inquiries invoices it jobs karriere kontakt kundenservice legal mail " +
    "mailbox marketing media news newsletter no-reply noreply office orders personal post poststelle " +
    "postmaster pr presse press privacy recruiting redaktion reception rechnung root sales secretariat " +
    "security sekretariat service shop staff support team tech ufficio vendas ventas vertrieb verwaltung " +
    "webmaster welcome"
  ).split(" "),
);

function isRole(local: string): boolean {
  const [name = ""] = local.split("+");
  return ROLES.has(name);
}
