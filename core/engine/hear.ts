import { CallFailed } from "../contract/failure.ts";
import { must } from "../shared/assert.ts";
import { SECOND, type Instant } from "../shared/clock.ts";
import { LATENESS } from "../domain/interaction-finding.ts";
import { humanOrMachine } from "../tracking/human-or-machine.ts";
import { readRelayKey, type RelayKeys } from "../tracking/token.ts";
import { ackRelay, pullPage } from "../relay/pull.ts";
import type { ContactEvent } from "../domain/contact-event.ts";
import type { RelayEvent, RelayPage, WebEventData } from "../relay/protocol.ts";
import { recordEvent } from "../storage/events.ts";
import { wakeUndecidedRuns } from "../storage/enrollments.ts";
import { getMessageByToken, resolveAsSent, type MessageRow } from "../storage/messages.ts";
import { addNotice } from "../storage/notices.ts";
import {
  getSource,
  isDeaf,
  saveHeard,
  saveSourceProblem,
  type SourceRow,
} from "../storage/sources.ts";
import type { EngineParts } from "./engine-parts.ts";
import { tellOnce } from "./record-outcome.ts";

const KINDS = { o: "opened", c: "clicked", h: "probed", u: "unsubscribed", w: "web" } as const;
/** Links followed within this long of each other are one burst. */
const BURST = 10 * SECOND;

export interface Heard {
  readonly events: number;
  readonly problem: string | null;
}

export interface Hearing {
  /** Pulls everything the relay has for us and stores it. Without a relay there is nothing to hear. */
  hear(): Promise<Heard>;
  /** True where there is a relay and it was last tried longer than `age` ago. */
  isStale(now: Instant, age: number): boolean;
}

export function createHearing(parts: EngineParts): Hearing {
  const { db, clock } = parts;
  let triedAt: Instant | null = null;

  async function hear(): Promise<Heard> {
    const source = getSource(db, "relay");
    if (!source?.url || !source.sealedKey) return { events: 0, problem: null };
    triedAt = clock.wall();
    const keys = await openKeys(source);
    if ("problem" in keys) return unheard(0, keys.problem);
    const relay = { url: source.url, pullKey: keys.pull };
    let stored = 0;
    for (let cursor = source.cursor, epoch = source.epoch; ;) {
      const askedAt = clock.wall();
      const pulled = await pullPage(parts.fetch, relay, { after: cursor, epoch });
      if ("problem" in pulled) return unheard(stored, pulled.problem);
      const { page } = pulled;
      if (epoch !== null && page.epoch !== epoch) {
        tellReset(parts);
        epoch = page.epoch;
        cursor = 0;
        continue;
      }
      if (epoch !== null && page.oldest > cursor + 1 && cursor > 0)
        tellExpired(parts, page.oldest - cursor - 1);
      stored += storePage(parts, page, askedAt);
      cursor = page.next;
      epoch = page.epoch;
      if (page.more) continue;
      if (stored > 0) await ackRelay(parts.fetch, relay, page.next);
      // Who waited out a silence, or was looked at just before, need not wait for the next look.
      wakeUndecidedRuns(db, askedAt - LATENESS, clock.wall());
      parts.changes.tell("relay");
      return { events: stored, problem: null };
    }
  }

  async function openKeys(source: SourceRow): Promise<RelayKeys | { readonly problem: string }> {
    try {
      return await relayKeysOf(parts, source);
    } catch (error) {
      if (error instanceof CallFailed) return { problem: error.message };
      throw error;
    }
  }

  /** Nothing is decided on silence; after a day of it mail is held back too, and the owner is told. */
  function unheard(events: number, problem: string): Heard {
    saveSourceProblem(db, "relay", problem);
    if (isDeaf(db, clock.wall()))
      tellOnce(
        parts,
        `The relay was not heard for a day, so no mail leaves and nobody is taken for not having opened or clicked. ${problem} Everything goes on by itself once the relay is heard.`,
        clock.wall(),
        "/settings/relay",
      );
    parts.changes.tell("relay", "settings");
    return { events, problem };
  }

  return {
    hear,
    isStale: (now, age) =>
      getSource(db, "relay") !== undefined &&
      (triedAt === null || now - triedAt >= age || now < triedAt),
  };
}

/** The relay's keys, opened once per sealed text. */
export async function relayKeysOf(
  parts: Pick<EngineParts, "secrets">,
  source: SourceRow,
): Promise<RelayKeys> {
  return must(
    readRelayKey(await parts.secrets.open(must(source.sealedKey))),
    "a stored relay key is whole",
  );
}

/** X1: the page's events and how far we have heard, in one transaction; hearing a page twice changes nothing. */
function storePage(parts: EngineParts, page: RelayPage, askedAt: Instant): number {
  const { db, clock } = parts;
  return db.transaction(() => {
    const now = clock.wall();
    const clockOffset = now - page.now;
    let stored = 0;
    for (const event of page.events)
      if (storeEvent(parts, event, page.epoch, clockOffset, now)) stored += 1;
    saveHeard(db, "relay", {
      epoch: page.epoch,
      cursor: page.next,
      // A whole page holds everything the relay had when we asked.
      watermark: page.more ? null : askedAt,
      clockOffset,
      at: now,
    });
    return stored;
  });
}

function storeEvent(
  parts: EngineParts,
  event: RelayEvent,
  epoch: string,
  clockOffset: number,
  now: Instant,
): boolean {
  const { db } = parts;
  const kind = KINDS[event.k];
  const message = getMessageByToken(db, event.s);
  const sentAt = message?.intentAt ?? now;
  // Never before the mail left and never after we heard it, whatever the relay's clock says.
  const occurredAt = Math.min(Math.max(event.t + clockOffset, Math.min(sentAt, now)), now);
  const verdict = message ? judge(parts, message, event, kind, occurredAt) : undefined;
  const isCounted = message?.kind === "campaign";
  const id = recordEvent(db, {
    contactId: message?.contactId ?? 0,
    occurredAt,
    receivedAt: now,
    kind,
    uid: `relay:${epoch}:${event.seq}`,
    messageId: message?.id ?? null,
    linkId: event.l,
    url: event.u,
    class: verdict?.class ?? "human",
    classReason: verdict?.reason ?? null,
    sourceId: "relay",
    sourceSeq: event.seq,
    state: message ? (isCounted || kind === "unsubscribed" ? "new" : "done") : "orphan",
    // The token only where no row of ours holds it.
    data: {
      ...(event.d && toldBy(event.d)),
      ua: event.ua,
      ip: event.ip,
      how: event.m,
      ...(message ? {} : { token: event.s }),
    },
  });
  // Whoever or whatever looked at it, it had arrived.
  if (id > 0 && message?.state === "uncertain") resolveAsSent(db, message.id, "evidence");
  return id > 0;
}

function toldBy({ e, p, n }: WebEventData): ContactEvent {
  return {
    name: e,
    properties: { ...(p !== undefined && { page: p }), ...(n !== undefined && { number: n }) },
  };
}

function judge(
  parts: EngineParts,
  message: MessageRow,
  event: RelayEvent,
  kind: string,
  occurredAt: Instant,
): { class: "human" | "machine" | "unsure"; reason: string } | undefined {
  if (kind !== "opened" && kind !== "clicked" && kind !== "probed") return undefined;
  const { db } = parts;
  const burst = db.get<{ n: number }>(
    `SELECT count(DISTINCT link_id) AS n FROM event
     WHERE message_id = ? AND kind = 'clicked' AND occurred_at BETWEEN ? AND ? AND link_id IS NOT ?`,
    [message.id, occurredAt - BURST, occurredAt + BURST, event.l],
  );
  const linksInBurst = (burst?.n ?? 0) + 1;
  const acceptedAt = message.acceptedAt ?? message.intentAt ?? 0;
  const verdict = humanOrMachine(
    { kind, userAgent: event.ua, occurredAt },
    { acceptedAt, linksInBurst },
  );
  // One link too many at once shows that the ones before it were a program's too.
  if (kind === "clicked" && linksInBurst >= 3)
    db.run(
      `UPDATE event SET class = 'machine', class_reason = ? WHERE message_id = ? AND kind = 'clicked' AND occurred_at BETWEEN ? AND ?`,
      [verdict.reason, message.id, occurredAt - BURST, occurredAt + BURST],
    );
  return verdict;
}

function tellReset(parts: EngineParts): void {
  addNotice(
    parts.db,
    {
      kind: "relay",
      text: "The relay was set up anew. Everything it still knows is being read again; nothing counts twice.",
      link: "/settings/relay",
    },
    parts.clock.wall(),
  );
}

function tellExpired(parts: EngineParts, missing: number): void {
  addNotice(
    parts.db,
    {
      kind: "relay",
      text: `${missing} events at the relay were older than 90 days and gone before Dripline heard them.`,
      link: "/settings/relay",
    },
    parts.clock.wall(),
  );
}
