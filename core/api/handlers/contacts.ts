import type { AreaHandlers } from "../../contract/contract-schema.ts";
import { CallFailed } from "../../contract/failure.ts";
import { findStep } from "../../domain/campaign.ts";
import { parseAddress } from "../../domain/contact.ts";
import { stepLabel } from "../../domain/step-label.ts";
import { isZone } from "../../domain/zone.ts";
import { must } from "../../shared/assert.ts";
import { makeId } from "../../shared/id.ts";
import { getCampaignHead, getVersion } from "../../storage/campaigns.ts";
import {
  addContact,
  changeContact,
  contactIdOf,
  findByAddress,
  getContact,
  listContacts,
  setStatus,
} from "../../storage/contacts.ts";
import { exitOpenEnrollments, listEnrollments } from "../../storage/enrollments.ts";
import { suppress, suppressionOf } from "../../storage/suppressions.ts";
import { addTag, removeTag } from "../../storage/tags.ts";
import { listTimeline } from "../../storage/timeline.ts";
import type { AppParts } from "../app-parts.ts";
import { done } from "../done.ts";

export function contactsHandlers(parts: AppParts): AreaHandlers<"contacts"> {
  const { db, clock, changes, engine } = parts;

  function requireId(uid: string): number {
    const id = contactIdOf(db, uid);
    if (id === undefined)
      throw new CallFailed({ code: "not-found", message: "This contact is gone." });
    return id;
  }

  /** One transaction over the chosen contacts; those deleted meanwhile are left out. */
  function forEach(uids: readonly string[], work: (id: number) => void): typeof done {
    db.transaction(() => {
      for (const uid of uids) {
        const id = contactIdOf(db, uid);
        if (id !== undefined) work(id);
      }
    });
    changes.tell("contacts", "segments", "settings", "campaigns");
    engine.kick();
    return done;
  }

  return {
    list: (input) => listContacts(db, input, clock.wall()),

    get({ id }) {
      const contact = getContact(db, id);
      if (!contact) throw new CallFailed({ code: "not-found", message: "This contact is gone." });
      const suppression = contact.address === null ? undefined : suppressionOf(db, contact.address);
      const { innerId, ...details } = contact;
      return {
        ...details,
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
            campaignId: run.campaignId,
            campaignName: must(getCampaignHead(db, run.campaignId)).name,
            state: run.state,
            where: isOpen
              ? step
                ? stepLabel(step)
                : "The beginning"
              : (run.exitReason ?? "finished"),
            enteredAt: run.enteredAt,
            nextAt: isOpen ? run.wakeAt : null,
          };
        }),
      };
    },

    timeline: ({ id }) => listTimeline(db, requireId(id), clock.wall()),

    save({ id, ...input }) {
      const read = parseAddress(input.address);
      if ("problem" in read) throw new CallFailed({ code: "invalid", message: read.problem });
      if (input.zone !== null && !isZone(input.zone))
        throw new CallFailed({
          code: "invalid",
          message: `“${input.zone}” is not a time zone. Choose one from the list.`,
        });
      const other = findByAddress(db, read.address);
      if (other && other.uid !== id)
        throw new CallFailed({
          code: "conflict",
          message: `${read.address} is in the list already. Open that contact to change it.`,
        });
      const change = { ...input, address: read.address };
      const uid = id ?? makeId(parts.random);
      db.transaction(() => {
        const now = clock.wall();
        if (id !== null) return changeContact(db, requireId(id), change, now);
        const inner = addContact(db, uid, change, now);
        // The list of those who may not be mailed outlives the contact.
        const suppression = suppressionOf(db, read.address);
        if (suppression)
          setStatus(
            db,
            inner,
            suppression.reason === "bounced"
              ? "bounced"
              : suppression.reason === "complained"
                ? "complained"
                : "unsubscribed",
            now,
          );
      });
      changes.tell("contacts", "segments");
      engine.kick();
      return { id: uid };
    },

    addTag: ({ ids, tag }) =>
      forEach(ids, (id) =>
        addTag(db, id, tag, clock.wall(), { isQuiet: false, uid: makeId(parts.random) }),
      ),
    removeTag: ({ ids, tag }) => forEach(ids, (id) => removeTag(db, id, tag, clock.wall())),
    unsubscribe: ({ id }) =>
      forEach([id], (inner) => {
        suppress(db, inner, "unsubscribed", "by hand", clock.wall());
        exitOpenEnrollments(db, inner, "unsubscribed", clock.wall());
      }),
    archive: ({ ids }) =>
      forEach(ids, (id) => {
        setStatus(db, id, "archived", clock.wall());
        exitOpenEnrollments(db, id, "the contact was archived", clock.wall());
      }),
    restore: ({ ids }) =>
      forEach(ids, (id) => {
        const row = db.get<{ address: string | null; status: string }>(
          "SELECT address, status FROM contact WHERE id = ?",
          [id],
        );
        if (row?.status !== "archived") return;
        const suppression = row.address === null ? undefined : suppressionOf(db, row.address);
        setStatus(db, id, suppression ? "unsubscribed" : "subscribed", clock.wall());
      }),
  };
}
