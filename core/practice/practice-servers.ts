import type { Changes } from "../api/changes.ts";
import type { LocalRelay } from "../relay/local-relay.ts";
import type { Clock } from "../shared/clock.ts";
import { saveAccount } from "../storage/accounts.ts";
import type { WritableDb } from "../storage/db.ts";
import { addPracticeMail } from "../storage/practice-mails.ts";
import { getBusiness } from "../storage/settings.ts";
import { readMail } from "./read-mail.ts";
import { startSmtpSink } from "./smtp-sink.ts";

/** Practice's own mail server and relay, on this computer alone. */
export interface PracticeServers {
  close(): Promise<void>;
}

const ACCOUNT_ID = "practice";

/** Addresses that answer as real ones would: unknown, full, or busy for now. */
function refuse(to: string): { code: number; text: string } | undefined {
  const name = to.split("@")[0] ?? "";
  if (name === "bounce") return { code: 550, text: "5.1.1 no such user here" };
  if (name === "full") return { code: 452, text: "4.2.2 the mailbox is full" };
  return undefined;
}

export async function startPracticeServers(parts: {
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly relay: LocalRelay;
}): Promise<PracticeServers> {
  const { db, clock, changes, relay } = parts;
  const sink = await startSmtpSink({
    refuse,
    async onMail({ from, to, bytes }) {
      const { subject, token } = await readMail(bytes);
      addPracticeMail(db, { to, from, subject, token, raw: bytes }, clock.wall());
      changes.tell("practice");
    },
  });
  await relay.start();
  saveAccount(
    db,
    {
      id: ACCOUNT_ID,
      name: "Practice mail server",
      fromName: getBusiness(db).name || "Your business",
      fromAddress: "you@practice.example",
      replyTo: null,
      host: "127.0.0.1",
      port: sink.port,
      security: "none",
      user: null,
      sealedPassword: null,
      maxConnections: 3,
      perSecond: null,
      perMinute: null,
      perHour: null,
      perDay: null,
      isTracking: 1,
    },
    clock.wall(),
  );
  return { close: () => sink.close() };
}
