/** What a custom field holds. Dates are "yyyy-mm-dd"; text, number and boolean are JSON's own. */
export type FieldType = "text" | "number" | "date" | "boolean";

/** Columns of a contact that rules and merge tags name like fields; always text. */
export const builtInFields: ReadonlyMap<string, string> = new Map([
  ["address", "E-mail address"],
  ["first_name", "First name"],
  ["last_name", "Last name"],
  ["time_zone", "Time zone"],
]);
