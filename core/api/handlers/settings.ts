import type { AreaHandlers } from "../../contract/contract-schema.ts";
import { CallFailed } from "../../contract/failure.ts";
import { contractVersion } from "../../contract/version.ts";
import { quietHoursProblem } from "../../domain/quiet-hours.ts";
import { isZone } from "../../domain/zone.ts";
import { makeId } from "../../shared/id.ts";
import { listFields, saveField } from "../../storage/fields.ts";
import { listUnseenNotices, markNoticeSeen } from "../../storage/notices.ts";
import {
  getBusiness,
  getPerContactPerDay,
  getQuietHours,
  getTracking,
  isPaused,
  saveBusiness,
  savePerContactPerDay,
  saveQuietHours,
  saveTracking,
} from "../../storage/settings.ts";
import { listStages, saveStages } from "../../storage/stages.ts";
import { listTags } from "../../storage/tags.ts";
import type { AppParts } from "../app-parts.ts";
import { done } from "../done.ts";

export function settingsHandlers(parts: AppParts): AreaHandlers<"settings"> {
  const { db, clock, changes, engine } = parts;
  return {
    get() {
      const business = getBusiness(db);
      return {
        business,
        tracking: getTracking(db),
        perContactPerDay: getPerContactPerDay(db),
        quietHours: getQuietHours(db),
        isSetUp: business.name !== "",
        isPaused: isPaused(db),
        isSecretStoreStrong: parts.secrets.isStrong,
        dataFolder: parts.dataFolder,
        contractVersion,
      };
    },
    saveBusiness({ tracking, ...business }) {
      if (!isZone(business.zone))
        throw new CallFailed({
          code: "invalid",
          message: `“${business.zone}” is not a time zone. Choose one from the list.`,
        });
      db.transaction(() => {
        saveBusiness(db, business);
        saveTracking(db, tracking);
        if (parts.world === "practice") db.run("UPDATE account SET from_name = ?", [business.name]);
      });
      changes.tell("settings", "accounts", "campaigns");
      return done;
    },
    setPerContactPerDay({ perDay }) {
      savePerContactPerDay(db, perDay);
      changes.tell("settings");
      engine.kick();
      return done;
    },
    setQuietHours({ quiet }) {
      const problem = quiet && quietHoursProblem(quiet);
      if (problem) throw new CallFailed({ code: "invalid", message: problem });
      saveQuietHours(db, quiet);
      changes.tell("settings", "campaigns");
      engine.kick();
      return done;
    },
    setPaused({ isPaused: paused }) {
      engine.setPaused(paused);
      return done;
    },
    status() {
      const { nextSendAt, waiting, trouble } = engine.status();
      const uncertain = db.get<{ n: number }>(
        "SELECT count(*) AS n FROM message WHERE state = 'uncertain'",
      );
      return {
        now: clock.wall(),
        isPaused: isPaused(db),
        nextSendAt,
        waiting,
        uncertain: uncertain?.n ?? 0,
        // What the database cannot take is told from memory; 0 is no notice's number, so it stays until it is over.
        notices: [
          ...(trouble ? [{ id: 0, kind: "sending", link: null, ...trouble }] : []),
          ...listUnseenNotices(db),
        ],
      };
    },
    markNoticeSeen({ id }) {
      markNoticeSeen(db, id, clock.wall());
      changes.tell("settings");
      return done;
    },
    listStages: () => listStages(db),
    saveStages({ stages }) {
      saveStages(db, stages, () => makeId(parts.random));
      changes.tell("settings", "contacts", "segments");
      return done;
    },
    listFields: () => listFields(db),
    saveField(field) {
      saveField(db, field);
      changes.tell("settings", "contacts");
      return done;
    },
    listTags: () => listTags(db),
  };
}
