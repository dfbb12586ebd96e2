import type { Action } from "../domain/action.ts";
import { readFieldValue } from "../domain/field-value.ts";
import { unreachable } from "../shared/assert.ts";
import type { Instant } from "../shared/clock.ts";
import { makeId } from "../shared/id.ts";
import { setField, setStage, setStatus } from "../storage/contacts.ts";
import {
  endEnrollment,
  exitOpenEnrollments,
  listOpenEnrollments,
  type EnrollmentRow,
} from "../storage/enrollments.ts";
import { fieldTypesOf } from "../storage/fields.ts";
import { addNotice } from "../storage/notices.ts";
import { suppress } from "../storage/suppressions.ts";
import { addTag, removeTag } from "../storage/tags.ts";
import type { EngineParts } from "./engine-parts.ts";
import { enroll } from "./enroll.ts";

/** Applies a step's actions in order, in the caller's transaction, so that they happen once per mail. */
export function applyActions(
  parts: EngineParts,
  run: EnrollmentRow,
  actions: readonly Action[],
  now: Instant,
): void {
  for (const action of actions) applyAction(parts, run, action, now);
  if (actions.length > 0) parts.changes.tell("contacts", "segments");
}

function applyAction(parts: EngineParts, run: EnrollmentRow, action: Action, now: Instant): void {
  const { db } = parts;
  const { contactId } = run;
  switch (action.kind) {
    case "add-tag":
      addTag(db, contactId, action.tag, now, { isQuiet: false, uid: makeId(parts.random) });
      return;
    case "remove-tag":
      removeTag(db, contactId, action.tag, now);
      return;
    case "set-field":
      setFieldTo(parts, contactId, action, now);
      return;
    case "clear-field":
      setField(db, contactId, action.field, null, now);
      return;
    case "set-stage":
      setStage(db, contactId, action.stageId, now, { onlyForward: action.onlyForward });
      return;
    case "unsubscribe":
      suppress(db, contactId, "unsubscribed", `campaign ${run.campaignId}`, now);
      exitOpenEnrollments(db, contactId, "unsubscribed by an action", now);
      return;
    case "archive":
      setStatus(db, contactId, "archived", now);
      exitOpenEnrollments(db, contactId, "the contact was archived", now);
      return;
    case "notify-owner":
      addNotice(db, { kind: "campaign", text: action.text, link: null }, now);
      parts.changes.tell("settings");
      return;
    case "start-campaign":
      enroll(parts, action.campaignId, contactId, `run:${run.uid}`, now);
      return;
    case "stop-campaign": {
      for (const open of listOpenEnrollments(db, contactId))
        if (open.campaignId === action.campaignId)
          endEnrollment(
            db,
            open,
            { state: "exited", reason: "stopped by another campaign", cause: "action" },
            now,
          );
      return;
    }
    default:
      unreachable(action);
  }
}

/** The value as its field holds it. What fits no longer, or has no field any more, changes nothing. */
function setFieldTo(
  { db }: EngineParts,
  contactId: number,
  { field, value }: Extract<Action, { kind: "set-field" }>,
  now: Instant,
): void {
  const type = fieldTypesOf(db).get(field);
  const read = type === undefined ? undefined : readFieldValue(value, type);
  if (read !== undefined) setField(db, contactId, field, read, now);
}
