import type { AreaHandlers, ParsedInput } from "../../contract/contract-schema.ts";
import { CallFailed } from "../../contract/failure.ts";
import { findStep } from "../../domain/campaign.ts";
import type { ContactEvent } from "../../domain/contact-event.ts";
import { parseAddress } from "../../domain/contact.ts";
import type { FieldType } from "../../domain/field.ts";
import { type FieldValue, readFieldValue } from "../../domain/field-value.ts";
import { addDuration } from "../../domain/duration.ts";
import { startOfDay } from "../../domain/day-moment.ts";
import { isDay } from "../../domain/field-test.ts";
import { stepMention } from "../../domain/step-mention.ts";
import { isZone } from "../../domain/zone.ts";
import { explainEmail } from "../../engine/why.ts";
import { canSkipWait } from "../../engine/steer.ts";
import { must } from "../../shared/assert.ts";
import type { Instant } from "../../shared/clock.ts";
import { makeId } from "../../shared/id.ts";
import { getCampaignHead, getVersion } from "../../storage/campaigns.ts";
import {
  addContact,
  changeContact,
  type ContactChange,
  contactIdOf,
  findByAddress,
  getContact,
  heedSuppression,
  listContactIds,
  listContacts,
  restoreContact,
  setSnoozed,
  setStatus,
  statusOf,
} from "../../storage/contacts.ts";
import type { ReadableDb } from "../../storage/db.ts";
import { exitOpenEnrollments, listEnrollments } from "../../storage/enrollments.ts";
import { listEventNames, recordEvent } from "../../storage/events.ts";
import { listFields } from "../../storage/fields.ts";
import { getBusiness } from "../../storage/settings.ts";
import { listStages } from "../../storage/stages.ts";
import { suppress, suppressionOf } from "../../storage/suppressions.ts";
import { addTag, removeTag } from "../../storage/tags.ts";
import { listTimeline } from "../../storage/timeline.ts";
import type { AppParts } from "../app-parts.ts";
import { done } from "../done.ts";
import type { Reading } from "../reads.ts";

/** Those that look at every contact. */
export function contactReads({ db, now }: Reading) {
  return {
    list: (input: ParsedInput<"contacts", "list">) => listContacts(db, input, now()),
    listIds: (input: ParsedInput<"contacts", "listIds">) => ({
      ids: listContactIds(db, input, now()),
    }),
    listEventNames: () => listEventNames(db),
  } satisfies Partial<AreaHandlers<"contacts">>;
}

export function contactsHandlers(
  parts: AppParts,
): Omit<AreaHandlers<"contacts">, keyof ReturnType<typeof contactReads>> {
  const { db, clock, changes, engine } = parts;

  function requireId(uid: string): number {
    const id = contactIdOf(db, uid);
    if (id === undefined)
      throw new CallFailed({ code: "not-found", message: "This contact is gone." });
    return id;
  }

  /** One transaction over the chosen contacts; those deleted meanwhile are left out. Says whom `work` changed. */
  function forEach(
    uids: readonly string[],
    work: (id: number) => boolean,
  ): { readonly ids: string[] } {
    const ids = db.transaction(() =>
      uids.filter((uid) => {
        const id = contactIdOf(db, uid);
        return id !== undefined && work(id);
      }),
    );
    tellOfChange();
    return { ids };
  }

  function tellOfChange(): void {
    changes.tell("contacts", "segments", "settings", "campaigns");
    engine.kick();
  }

  return {
    get({ id }) {
      const contact = getContact(db, id);
      if (!contact) throw new CallFailed({ code: "not-found", message: "This contact is gone." });
      const suppression = contact.address === null ? undefined : suppressionOf(db, contact.address);
      const { innerId, ...details } = contact;
      return {
        ...details,
        snoozedUntil:
          details.snoozedUntil !== null && details.snoozedUntil > clock.wall()
            ? details.snoozedUntil
            : null,
        isSuppressed: suppression !== undefined,
        suppressionReason: suppression?.reason ?? null,
        enrollments: listEnrollments(db, innerId).map((run) => {
          const step =
            run.stepId === null
              ? undefined
              : findStep(getVersion(db, run.versionId).plan.steps, run.stepId);
          const isOpen = run.state === "active" || run.state === "held";
          return {
            id: run.uid,
            canSkipWait: canSkipWait(db, run, clock.wall()),
            campaignId: run.campaignId,
            campaignName: must(getCampaignHead(db, run.campaignId)).name,
            state: run.state,
            where: isOpen
              ? step
                ? stepMention(step)
                : "The beginning"
              : (run.exitReason ?? "finished"),
            enteredAt: run.enteredAt,
            nextAt: isOpen ? run.wakeAt : null,
          };
        }),
      };
    },

    why: ({ id, campaignId, stepId }) =>
      explainEmail(db, requireId(id), campaignId, stepId, clock.wall()),

    timeline: ({ id }) => listTimeline(db, requireId(id), clock.wall()),

    save({ id, ...input }) {
      const inner = id === null ? undefined : requireId(id);
      const change = readChange(db, input);
      const other = findByAddress(db, change.address);
      if (other && other.uid !== id) throw isTaken(change.address, other);
      const uid = id ?? makeId(parts.random);
      db.transaction(() => {
        const now = clock.wall();
        if (inner !== undefined) changeContact(db, inner, change, now);
        const saved = inner ?? addContact(db, uid, change, now);
        // The list of those who may not be mailed outlives the contact.
        if (heedSuppression(db, saved, now))
          exitOpenEnrollments(db, saved, "the address is on the suppression list", now);
      });
      tellOfChange();
      return { id: uid };
    },

    addTag: ({ ids, tag }) =>
      forEach(ids, (id) =>
        addTag(db, id, tag, clock.wall(), { isQuiet: false, uid: makeId(parts.random) }),
      ),
    removeTag: ({ ids, tag }) => forEach(ids, (id) => removeTag(db, id, tag, clock.wall())),
    unsubscribe({ id }) {
      const inner = requireId(id);
      db.transaction(() => {
        // Into the contact's own story first: the list of those who may not be mailed has none.
        if (statusOf(db, inner) !== "archived") setStatus(db, inner, "unsubscribed", clock.wall());
        suppress(db, inner, "unsubscribed", "by hand", clock.wall());
        exitOpenEnrollments(db, inner, "unsubscribed", clock.wall());
      });
      tellOfChange();
      return done;
    },
    snooze({ id, until }) {
      const inner = requireId(id);
      const now = clock.wall();
      const { zone } = getBusiness(db);
      const at = until === null ? null : snoozeEnd(until, now, zone);
      if (at === undefined || (at !== null && at <= now))
        throw new CallFailed({ code: "invalid", message: "Choose a day that is still to come." });
      db.transaction(() => {
        setSnoozed(db, inner, at, now);
      });
      tellOfChange();
      return done;
    },
    addEvent({ id, name, properties }) {
      const now = clock.wall();
      recordEvent(db, {
        contactId: requireId(id),
        occurredAt: now,
        receivedAt: now,
        kind: "custom",
        uid: `custom:${makeId(parts.random)}`,
        state: "new",
        data: { name, properties } satisfies ContactEvent,
      });
      tellOfChange();
      return done;
    },
    archive: ({ ids }) =>
      forEach(ids, (id) => {
        exitOpenEnrollments(db, id, "the contact was archived", clock.wall());
        return setStatus(db, id, "archived", clock.wall());
      }),
    restore: ({ ids }) => forEach(ids, (id) => restoreContact(db, id, clock.wall())),
  };
}

/** When a snooze ends; undefined where it names no day. */
function snoozeEnd(
  until: NonNullable<ParsedInput<"contacts", "snooze">["until"]>,
  now: Instant,
  zone: string,
): Instant | undefined {
  if (until.kind === "days") return addDuration(now, { amount: until.days, unit: "days" }, zone);
  return isDay(until.day) ? startOfDay(until.day, zone) : undefined;
}

function isTaken(
  address: string,
  other: { readonly name: string; readonly status: string },
): CallFailed {
  const whose = other.name === "" ? "" : ` (${other.name})`;
  const how =
    other.status === "archived"
      ? "in the archive. Restore that contact instead"
      : "in the list already. Open that contact to change it";
  return new CallFailed({ code: "conflict", message: `${address}${whose} is ${how}.` });
}

type Typed = Omit<ParsedInput<"contacts", "save">, "id">;

/** Throws `CallFailed` with the first thing that is wrong with what was typed. */
function readChange(db: ReadableDb, typed: Typed): ContactChange {
  const read = parseAddress(typed.address);
  if ("problem" in read) throw new CallFailed({ code: "invalid", message: read.problem });
  const { zone, stageId } = typed;
  if (zone !== null && !isZone(zone))
    throw new CallFailed({
      code: "invalid",
      message: `“${zone}” is not a time zone. Choose one from the list.`,
    });
  if (stageId !== null && !listStages(db).some((stage) => stage.id === stageId))
    throw new CallFailed({
      code: "invalid",
      message: "This stage is gone. Choose another one.",
    });
  return {
    address: read.address,
    firstName: typed.firstName?.trim() || read.name,
    lastName: typed.lastName?.trim() || null,
    stageId,
    zone,
    fields: readFields(db, typed.fields),
    trackingConsent: typed.trackingConsent,
  };
}

function readFields(db: ReadableDb, typed: Typed["fields"]): Record<string, FieldValue> {
  const known = new Map(listFields(db).map((field) => [field.key, field]));
  const fields: Record<string, FieldValue> = {};
  for (const [key, value] of Object.entries(typed)) {
    const field = known.get(key);
    // What is no field any more stays with the contact as it was.
    if (!field) continue;
    const read = readFieldValue(value, field.type);
    if (read === undefined)
      throw new CallFailed({
        code: "invalid",
        message: `“${String(value)}” does not fit “${field.label}”, which holds ${FITTING[field.type]}.`,
      });
    if (read !== null) fields[key] = read;
  }
  return fields;
}

const FITTING: Readonly<Record<FieldType, string>> = {
  text: "text",
  number: "a number, such as 12.5",
  date: "a date, such as 2026-03-31",
  boolean: "yes or no",
};
