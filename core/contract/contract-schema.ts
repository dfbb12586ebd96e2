import type { z } from "zod";
import { accountsProcedures, practiceProcedures, relayProcedures } from "./accounts-schema.ts";
import { campaignsProcedures, emailsProcedures } from "./campaigns-schema.ts";
import { contactsProcedures } from "./contacts-schema.ts";
import { importsProcedures } from "./imports-schema.ts";
import { messagesProcedures, reportsProcedures } from "./reports-schema.ts";
import { runsProcedures } from "./runs-schema.ts";
import { goalsProcedures, segmentsProcedures } from "./segments-schema.ts";
import { settingsProcedures } from "./settings-schema.ts";

/** Everything the page may ask of the core, by area. */
export const contract = {
  settings: settingsProcedures,
  contacts: contactsProcedures,
  imports: importsProcedures,
  segments: segmentsProcedures,
  goals: goalsProcedures,
  campaigns: campaignsProcedures,
  runs: runsProcedures,
  emails: emailsProcedures,
  reports: reportsProcedures,
  messages: messagesProcedures,
  accounts: accountsProcedures,
  relay: relayProcedures,
  practice: practiceProcedures,
};

export type Contract = typeof contract;
export type Area = keyof Contract;

type Schema<P, Key extends "input" | "output"> =
  P extends Record<Key, infer S extends z.ZodType> ? S : never;

/** What a caller may pass, defaults left out. */
export type Input<A extends Area, N extends keyof Contract[A]> = z.input<
  Schema<Contract[A][N], "input">
>;
/** What a handler gets, defaults filled in. */
export type ParsedInput<A extends Area, N extends keyof Contract[A]> = z.output<
  Schema<Contract[A][N], "input">
>;
export type Output<A extends Area, N extends keyof Contract[A]> = z.output<
  Schema<Contract[A][N], "output">
>;

/** The handlers of one area, as `core/api/handlers` must provide them. */
export type AreaHandlers<A extends Area> = {
  readonly [N in keyof Contract[A]]: (
    input: ParsedInput<A, N>,
  ) => Promise<Output<A, N>> | Output<A, N>;
};

export type Handlers = { readonly [A in Area]: AreaHandlers<A> };
