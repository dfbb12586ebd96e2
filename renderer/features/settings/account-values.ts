import type { InputOf, OutputOf } from "../../client/call-name.ts";
import { ownServer, presetOfAccount, providerPresets } from "./provider-presets.ts";

export type Account = OutputOf<"accounts.list">[number];

/** An account as its form holds it: text is never null, and an empty number is no limit. */
export interface AccountValues {
  provider: string;
  name: string;
  fromName: string;
  fromAddress: string;
  replyTo: string;
  host: string;
  port: number;
  security: "tls" | "starttls" | "none";
  /** Empty signs in with the address. */
  user: string;
  /** False for a server that lets this computer send without a sign-in. */
  isSigningIn: boolean;
  /** Empty keeps the password there is. */
  password: string;
  maxConnections: number;
  perSecond: number;
  perMinute: number;
  perHour: number;
  perDay: number;
  isTracking: boolean;
}

const NO_LIMIT = Number.NaN;

export function valuesOfAccount(account: Account): AccountValues {
  return {
    provider: presetOfAccount(account)?.id ?? ownServer,
    name: account.name,
    fromName: account.fromName,
    fromAddress: account.fromAddress,
    replyTo: account.replyTo ?? "",
    host: account.host,
    port: account.port,
    security: account.security,
    user: account.user ?? "",
    isSigningIn: account.user !== null,
    password: "",
    maxConnections: account.maxConnections,
    perSecond: account.perSecond ?? NO_LIMIT,
    perMinute: account.perMinute ?? NO_LIMIT,
    perHour: account.perHour ?? NO_LIMIT,
    perDay: account.perDay ?? NO_LIMIT,
    isTracking: account.isTracking,
  };
}

/** What choosing a provider fills in. */
export function valuesOfProvider(
  id: string,
): Pick<
  AccountValues,
  "host" | "port" | "security" | "maxConnections" | "perSecond" | "perMinute" | "perHour" | "perDay"
> {
  const preset = providerPresets.find((each) => each.id === id);
  if (!preset) throw new Error(`There is no provider “${id}”.`);
  const { server, limits } = preset;
  return {
    ...server,
    maxConnections: limits.maxConnections,
    perSecond: limits.perSecond ?? NO_LIMIT,
    perMinute: limits.perMinute ?? NO_LIMIT,
    perHour: limits.perHour ?? NO_LIMIT,
    perDay: limits.perDay ?? NO_LIMIT,
  };
}

/** A new account: who sends is the business, and the server is still to be named. */
export function newAccountValues(businessName: string): AccountValues {
  return {
    provider: ownServer,
    ...valuesOfProvider(ownServer),
    name: "",
    fromName: businessName,
    fromAddress: "",
    replyTo: "",
    user: "",
    isSigningIn: true,
    password: "",
    isTracking: true,
  };
}

/** What is saved. Blanks stand for what most accounts have: the address signs in and names the account. */
export function accountOfValues(
  values: AccountValues,
  id: string | null,
): InputOf<"accounts.save"> {
  const { provider: _provider, isSigningIn, ...rest } = values;
  const address = values.fromAddress.trim();
  return {
    ...rest,
    id,
    name: values.name.trim() || address,
    fromAddress: address,
    replyTo: values.replyTo.trim() || null,
    user: isSigningIn ? values.user.trim() || address : null,
    password: values.password === "" ? null : values.password,
    perSecond: limitOf(values.perSecond),
    perMinute: limitOf(values.perMinute),
    perHour: limitOf(values.perHour),
    perDay: limitOf(values.perDay),
  };
}

function limitOf(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(value);
}
