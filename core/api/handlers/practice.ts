import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AreaHandlers } from "../../contract/contract-schema.ts";
import { CallFailed } from "../../contract/failure.ts";
import { actAsRecipient } from "../../practice/act-as-recipient.ts";
import { advanceTo } from "../../practice/advance-clock.ts";
import { readMail } from "../../practice/read-mail.ts";
import { findByAddress } from "../../storage/contacts.ts";
import {
  countPracticeMails,
  getPracticeMail,
  listPracticeMails,
  markPracticeMailRead,
} from "../../storage/practice-mails.ts";
import { SECOND } from "../../shared/clock.ts";
import type { AppParts } from "../app-parts.ts";
import { done } from "../done.ts";

const READING_TIME = 30 * SECOND;
const NEVER_IN_REAL = "This is only there in practice. Switch to practice first.";

export function practiceHandlers(
  parts: AppParts,
  addSample: (bytes: Uint8Array) => Promise<number>,
): AreaHandlers<"practice"> {
  const { db, clock, changes, engine } = parts;
  let isMoving = false;

  function requireMail(id: number) {
    const mail = getPracticeMail(db, id);
    if (!mail) throw new CallFailed({ code: "not-found", message: "This mail is gone." });
    return mail;
  }

  return {
    status: () => ({
      now: clock.wall(),
      ...countPracticeMails(db),
      nextAt: engine.nextDueAt(),
      isMoving,
    }),
    listMail: (input) => listPracticeMails(db, input),
    async getMail({ id }) {
      const { raw, token: _token, ...mail } = requireMail(id);
      const { html, text, headers, links } = await readMail(raw);
      if (!mail.isRead) {
        markPracticeMailRead(db, id);
        changes.tell("practice");
      }
      return {
        ...mail,
        html,
        text,
        headers: [...headers],
        links: [...links],
        contactId: findByAddress(db, mail.to)?.uid ?? null,
      };
    },
    async act({ mailId, act }) {
      const mail = requireMail(mailId);
      // Nobody reads within seconds: what happens so soon after the sending is a program's doing.
      parts.practiceClock?.moveTo(mail.at + READING_TIME);
      const text = await actAsRecipient(parts, mail, act);
      await engine.hearNow();
      engine.kick();
      changes.tell("practice", "contacts", "reports");
      return { text };
    },
    async advance({ by }) {
      const { practiceClock } = parts;
      if (!practiceClock) throw new CallFailed({ code: "conflict", message: NEVER_IN_REAL });
      if (isMoving)
        throw new CallFailed({
          code: "conflict",
          message: "The clock is being moved already. Wait until it stands.",
        });
      const target = by.kind === "ms" ? clock.wall() + by.ms : engine.nextDueAt();
      if (target === null)
        throw new CallFailed({
          code: "conflict",
          message: "Nothing is planned, so there is no next moment to move to.",
        });
      isMoving = true;
      try {
        return { sent: await advanceTo(engine, practiceClock, target), now: clock.wall() };
      } finally {
        isMoving = false;
        changes.tell("practice", "settings", "campaigns", "reports", "contacts");
      }
    },
    async clear() {
      if (!parts.startOver) throw new CallFailed({ code: "conflict", message: NEVER_IN_REAL });
      await parts.startOver();
      return done;
    },
    async addSampleContacts() {
      if (parts.world !== "practice")
        throw new CallFailed({ code: "conflict", message: NEVER_IN_REAL });
      const bytes = readFileSync(join(parts.assetsFolder, "sample-contacts.csv"));
      return { added: await addSample(bytes) };
    },
  };
}
