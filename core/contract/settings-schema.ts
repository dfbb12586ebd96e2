import { z } from "zod";
import { timeSchema } from "../domain/schedule-schema.ts";
import { done, id, instant, nothing, shortText, zone } from "./procedure-schema.ts";

const tracking = z.enum(["everyone", "consented", "nobody"]);
const stage = z.object({ id, name: z.string().trim().min(1).max(60) });
export const field = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  label: z.string().trim().min(1).max(60),
  type: z.enum(["text", "number", "date", "boolean"]),
});
const notice = z.object({
  id: z.number().int(),
  at: instant,
  kind: z.string(),
  text: z.string(),
  link: z.string().nullable(),
});

export const settingsProcedures = {
  /** `isSetUp` is false until the business has been named; then the first run is shown. */
  get: {
    input: nothing,
    output: z.object({
      business: z.object({ name: z.string(), postalAddress: z.string(), zone }),
      tracking,
      perContactPerDay: z.number().int(),
      quietHours: z.object({ from: timeSchema, to: timeSchema }).nullable(),
      isSetUp: z.boolean(),
      isPaused: z.boolean(),
      isSecretStoreStrong: z.boolean(),
      dataFolder: z.string(),
      contractVersion: z.string(),
    }),
  },
  saveBusiness: {
    input: z.object({
      name: z.string().trim().min(1, "Please enter the name of your business.").max(120),
      postalAddress: z
        .string()
        .trim()
        .min(5, "Please enter your postal address; the law wants it in every marketing e-mail.")
        .max(300),
      zone,
      tracking,
    }),
    output: done,
  },
  setPerContactPerDay: {
    input: z.object({ perDay: z.number().int().min(1).max(50) }),
    output: done,
  },
  /** Null for none. Times are "HH:MM" on each contact's own clock. */
  setQuietHours: {
    input: z.object({ quiet: z.object({ from: timeSchema, to: timeSchema }).nullable() }),
    output: done,
  },
  setPaused: { input: z.object({ isPaused: z.boolean() }), output: done },
  /** What the window's foot and the tray say. */
  status: {
    input: nothing,
    output: z.object({
      now: instant,
      isPaused: z.boolean(),
      nextSendAt: instant.nullable(),
      waiting: z.number().int(),
      uncertain: z.number().int(),
      notices: z.array(notice),
    }),
  },
  markNoticeSeen: { input: z.object({ id: z.number().int() }), output: done },
  listStages: { input: nothing, output: z.array(stage.extend({ contacts: z.number().int() })) },
  /** Saves the whole ordered list; a stage in use cannot be left out. New stages have an empty id. */
  saveStages: {
    input: z.object({
      stages: z
        .array(z.object({ id: z.string().max(64), name: shortText }))
        .min(1)
        .max(30),
    }),
    output: done,
  },
  listFields: { input: nothing, output: z.array(field) },
  saveField: { input: field, output: done },
  listTags: {
    input: nothing,
    output: z.array(z.object({ tag: z.string(), contacts: z.number().int() })),
  },
};
