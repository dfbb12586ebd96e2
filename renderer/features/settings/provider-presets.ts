import type { InputOf } from "../../client/call-name.ts";

type Account = InputOf<"accounts.save">;

export interface ProviderPreset {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Endings of addresses this provider gives out; own domains are nobody's. */
  readonly domains: readonly string[];
  readonly server: Pick<Account, "host" | "port" | "security">;
  readonly limits: Limits;
  /** What to know before the first sign-in. */
  readonly advice: string;
}

export type Limits = Pick<
  Account,
  "maxConnections" | "perSecond" | "perMinute" | "perHour" | "perDay"
>;

const slow: Limits = {
  maxConnections: 1,
  perSecond: null,
  perMinute: 10,
  perHour: null,
  perDay: null,
};
const appPassword =
  "Your usual password is not accepted: create an app password in the security settings of your account and paste it here.";
const unsure = "This provider’s limits differ by plan: compare them with yours under Limits.";

/**
 * Servers and limits of well-known providers. A day's limit is four fifths of what the provider allows in 24 hours, for
 * mail written by hand counts too (Google help 166852; Microsoft: 10,000 recipients a day, 30 messages a minute, 3
 * connections; Apple support 102198). What could not be verified is cautious, and its advice says so.
 */
export const providerPresets: readonly ProviderPreset[] = [
  {
    id: "gmail",
    label: "Gmail",
    description: "Free addresses: 500 recipients a day",
    domains: ["gmail.com", "googlemail.com"],
    server: { host: "smtp.gmail.com", port: 465, security: "tls" },
    limits: { ...slow, perDay: 400 },
    advice: appPassword,
  },
  {
    id: "google-workspace",
    label: "Google Workspace",
    description: "Your own domain at Google: 2,000 a day, 500 in the trial",
    domains: [],
    server: { host: "smtp.gmail.com", port: 465, security: "tls" },
    limits: { ...slow, perMinute: 20, perDay: 1600 },
    advice: `${appPassword} In the trial Google allows 500 a day: set the limit to 400 until it is over.`,
  },
  {
    id: "microsoft-365",
    label: "Microsoft 365",
    description: "Your own domain at Microsoft: 10,000 a day, 30 a minute",
    domains: [],
    server: { host: "smtp.office365.com", port: 587, security: "starttls" },
    limits: { maxConnections: 3, perSecond: null, perMinute: 30, perHour: null, perDay: 8000 },
    advice:
      "Sending by SMTP must be switched on for this mailbox (“Authenticated SMTP” in the Microsoft 365 admin centre).",
  },
  {
    id: "outlook",
    label: "Outlook.com",
    description: "Personal addresses: 300 recipients a day, fewer at first",
    domains: ["outlook.com", "hotmail.com", "live.com", "msn.com"],
    server: { host: "smtp-mail.outlook.com", port: 587, security: "starttls" },
    limits: { ...slow, perDay: 240 },
    advice:
      "Create an app password in your Microsoft account. Microsoft refuses password sign-in for some personal accounts; check the account before you rely on it.",
  },
  {
    id: "icloud",
    label: "iCloud",
    description: "1,000 messages a day",
    domains: ["icloud.com", "me.com", "mac.com"],
    server: { host: "smtp.mail.me.com", port: 587, security: "starttls" },
    limits: { ...slow, perDay: 800 },
    advice: appPassword,
  },
  {
    id: "yahoo",
    label: "Yahoo",
    description: "About 500 a day; check your plan",
    domains: [
      "yahoo.com",
      "yahoo.co.uk",
      "yahoo.de",
      "yahoo.fr",
      "yahoo.es",
      "yahoo.it",
      "aol.com",
    ],
    server: { host: "smtp.mail.yahoo.com", port: 465, security: "tls" },
    limits: { ...slow, perDay: 400 },
    advice: `${appPassword} ${unsure}`,
  },
  {
    id: "fastmail",
    label: "Fastmail",
    description: "About 1,000 a day; check your plan",
    domains: ["fastmail.com", "fastmail.fm"],
    server: { host: "smtp.fastmail.com", port: 465, security: "tls" },
    limits: { ...slow, perDay: 800 },
    advice: `${appPassword} ${unsure}`,
  },
  {
    id: "zoho",
    label: "Zoho Mail",
    description: "50 a day in the free plan; check your plan",
    domains: ["zoho.com", "zohomail.com", "zohomail.eu"],
    server: { host: "smtp.zoho.com", port: 465, security: "tls" },
    limits: { ...slow, perDay: 40 },
    advice: `Own domains sign in at smtppro.zoho.com, European ones at smtp.zoho.eu. ${unsure}`,
  },
  {
    id: "own",
    label: "Another server",
    description: "Your web host’s, or any mail server you may send through",
    domains: [],
    server: { host: "", port: 587, security: "starttls" },
    limits: { ...slow, perHour: 80 },
    advice:
      "Your host’s help names the outgoing (SMTP) server. Shared hosts often allow 100 mails an hour, so Dripline starts below that.",
  },
];

export const ownServer = "own";

/** The provider that gives out addresses like this one; undefined for own domains. */
export function presetForAddress(address: string): ProviderPreset | undefined {
  const domain = address
    .slice(address.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase();
  return providerPresets.find(({ domains }) => domains.includes(domain));
}

/** The provider whose server this is; the one that gives out the address where several share a server. */
export function presetOfAccount(account: {
  readonly host: string;
  readonly fromAddress: string;
}): ProviderPreset | undefined {
  const candidates = providerPresets.filter(
    ({ id, server }) => id !== ownServer && server.host === account.host.trim().toLowerCase(),
  );
  const byAddress = presetForAddress(account.fromAddress);
  return (
    candidates.find((preset) => preset === byAddress) ??
    candidates.find(({ domains }) => domains.length === 0) ??
    candidates[0]
  );
}
