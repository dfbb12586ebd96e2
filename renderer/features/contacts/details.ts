import type { InputOf, OutputOf } from "../../client/call-name.ts";
import { parseAddress } from "#core/domain/contact.ts";
import type { FieldType } from "#core/domain/field.ts";
import { type FieldValue, readFieldValue } from "#core/domain/field-value.ts";
import { readTypedNumber, typedNumber } from "#core/domain/typed-number.ts";
import { NO_STAGE } from "./stage-options.ts";

export type Contact = OutputOf<"contacts.get">;
export type ContactField = OutputOf<"settings.listFields">[number];

/** What the form holds: text by name. Custom fields stand under `fieldName(key)`; blank is not known. */
export type Details = Readonly<Record<string, string>>;

export function fieldName(key: string): string {
  return `field ${key}`;
}

/** A contact as the form shows it. */
export function detailsOf(contact: Contact, fields: readonly ContactField[]): Details {
  const { trackingConsent } = contact;
  return {
    address: contact.address ?? "",
    firstName: contact.firstName ?? "",
    lastName: contact.lastName ?? "",
    stageId: contact.stageId ?? NO_STAGE,
    zone: contact.zone ?? "",
    trackingConsent: trackingConsent === null ? "" : trackingConsent ? "true" : "false",
    ...Object.fromEntries(fields.map(({ key }) => [fieldName(key), shown(contact.fields[key])])),
  };
}

function shown(value: FieldValue | undefined): string {
  return typeof value === "number" ? typedNumber(value) : String(value ?? "");
}

/** Names of what was typed and is not as it is saved; blanks around a text are no change. */
export function changedNames(saved: Details, draft: Details): readonly string[] {
  return Object.keys(draft).filter(
    (name) => name in saved && (draft[name] ?? "").trim() !== (saved[name] ?? "").trim(),
  );
}

const FITTING: Readonly<Record<Exclude<FieldType, "number">, string>> = {
  text: "Please enter text.",
  date: "Please enter a day there is.",
  boolean: "Please choose yes or no.",
};

/** What is wrong, in words, by the name of what it is wrong with. */
export function detailProblems(details: Details, fields: readonly ContactField[]): Details {
  const problems: Record<string, string> = {};
  const read = parseAddress(details["address"] ?? "");
  if ("problem" in read) problems["address"] = read.problem;
  for (const { key, type } of fields) {
    const typed = details[fieldName(key)] ?? "";
    if (readFieldValue(typed, type) === undefined)
      problems[fieldName(key)] = type === "number" ? numberProblem(typed) : FITTING[type];
  }
  return problems;
}

function numberProblem(typed: string): string {
  const read = readTypedNumber(typed);
  return "problem" in read ? read.problem : "";
}

/** What the core is asked to save. Give it details without problems. */
export function toSave(
  id: string,
  details: Details,
  fields: readonly ContactField[],
): InputOf<"contacts.save"> {
  const values: Record<string, FieldValue> = {};
  for (const { key, type } of fields) {
    const value = readFieldValue(details[fieldName(key)] ?? "", type);
    if (value !== null && value !== undefined) values[key] = value;
  }
  const { address, firstName, lastName, stageId, zone, trackingConsent } = details;
  return {
    id,
    address: address ?? "",
    firstName: firstName?.trim() || null,
    lastName: lastName?.trim() || null,
    stageId: stageId === NO_STAGE ? null : (stageId ?? null),
    zone: zone || null,
    trackingConsent: trackingConsent ? trackingConsent === "true" : null,
    fields: values,
  };
}
