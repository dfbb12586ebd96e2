import { MINUTE, SECOND, type Instant } from "../shared/clock.ts";
import { listDue, nextPlannedSendAt, nextWakeAt } from "../storage/enrollments.ts";
import { countQueued, listReady, nextQueuedAt } from "../storage/messages.ts";
import { isPaused, saveIsPaused } from "../storage/settings.ts";
import { advance } from "./advance.ts";
import { createDelivery } from "./deliver.ts";
import type { Engine } from "./engine.ts";
import type { EngineParts } from "./engine-parts.ts";
import { createHearing } from "./hear.ts";
import { reactToEvents } from "./react.ts";
import { beat, endBoot, recover } from "./recover.ts";
import { drainDirty } from "./watch.ts";

/** Runs moved between two breaths, so that the process stays able to answer. */
const SLICE = 25;
/** Timers of the system stop in sleep and drift; we never trust one for longer than this. */
const LONGEST_SLEEP = 30 * SECOND;
const BEAT_EVERY = 15 * SECOND;
/** While mail leaves, the relay is heard at least this often. */
const HEAR_EVERY = MINUTE;

export interface RunningEngine extends Engine {
  /** Does everything that is due at the clock's now, until nothing is left. Returns mails handed over. */
  runDue(): Promise<number>;
  /** When something falls due next, by the engine's own plan; null: nothing is planned. */
  nextDueAt(): Instant | null;
  /** Hears the relay now, whatever the time since. */
  hearNow(): Promise<{ readonly events: number; readonly problem: string | null }>;
  start(): void;
  stop(): Promise<void>;
}

/** The loop: hear, react, look at changed contacts, move runs, send; again when something is due. */
export function createEngine(parts: EngineParts, breathe: () => Promise<void>): RunningEngine {
  const { db, clock, log } = parts;
  const delivery = createDelivery(parts);
  const hearing = createHearing(parts);
  let wake = new AbortController();
  let isStopped = false;
  let loop: Promise<void> | undefined;
  let running: Promise<number> | undefined;
  let lastBeatAt = 0;

  async function settle(): Promise<boolean> {
    let didAnything = false;
    while (reactToEvents(parts)) {
      didAnything = true;
      await breathe();
    }
    while (drainDirty(parts)) {
      didAnything = true;
      await breathe();
    }
    for (;;) {
      const due = listDue(db, clock.wall(), SLICE);
      for (const id of due) advance(parts, id, "time");
      if (due.length > 0) didAnything = true;
      if (due.length < SLICE) return didAnything;
      await breathe();
    }
  }

  async function pass(): Promise<number> {
    let sent = 0;
    for (;;) {
      const now = clock.wall();
      if (hearing.isStale(now, HEAR_EVERY) && needsHearing(now)) await hearing.hear();
      await settle();
      const left = await delivery.deliverReady();
      sent += left;
      if (left === 0 && !hasWorkNow()) return sent;
    }
  }

  /** Waiting runs are decided, and mail leaves, only on what the relay has told us up to now. */
  function needsHearing(now: Instant): boolean {
    return (
      listDue(db, now, 1).length > 0 ||
      listReady(db, now, 1).length > 0 ||
      hearing.isStale(now, 5 * MINUTE)
    );
  }

  function hasWorkNow(): boolean {
    return (
      listDue(db, clock.wall(), 1).length > 0 ||
      db.get("SELECT 1 FROM event WHERE state = 'new' LIMIT 1") !== undefined ||
      db.get("SELECT 1 FROM dirty_contact LIMIT 1") !== undefined
    );
  }

  /** One pass at a time; a caller during a pass gets one of its own after it. */
  async function runDue(): Promise<number> {
    while (running) await running.catch(() => 0);
    running = pass();
    try {
      return await running;
    } finally {
      running = undefined;
    }
  }

  function nextDueAt(): Instant | null {
    const queued = isPaused(db) ? null : nextQueuedAt(db);
    const freeAt = delivery.freeAt();
    const sendAt = queued === null ? null : Math.max(queued, freeAt ?? queued);
    return earliest(nextWakeAt(db), sendAt);
  }

  async function runLoop(): Promise<void> {
    while (!isStopped) {
      try {
        await runDue();
        const now = clock.wall();
        if (now - lastBeatAt >= BEAT_EVERY || now < lastBeatAt) {
          beat(db, parts.bootId, now);
          lastBeatAt = now;
        }
      } catch (error) {
        // The next pass tries again; what was committed stays, what was not is as if never begun.
        log.error("a pass of the engine failed", { error });
      }
      if (isStopped) return;
      const next = nextDueAt();
      const untilNext = next === null ? LONGEST_SLEEP : next - clock.wall();
      await clock.sleep(Math.min(Math.max(untilNext, SECOND / 4), LONGEST_SLEEP), wake.signal);
      wake = new AbortController();
    }
  }

  return {
    kick: () => wake.abort(),
    runDue,
    nextDueAt,
    hearNow: () => hearing.hear(),
    status() {
      const queued = nextQueuedAt(db);
      const sendAt = queued === null ? null : Math.max(queued, delivery.freeAt() ?? queued);
      return {
        nextSendAt: earliest(sendAt, nextPlannedSendAt(db)),
        isPaused: isPaused(db),
        waiting: countQueued(db),
      };
    },
    setPaused(paused) {
      saveIsPaused(db, paused);
      parts.changes.tell("settings", "campaigns");
      wake.abort();
    },
    start() {
      const uncertain = recover(parts);
      if (uncertain > 0) log.warn("found mail of uncertain fate", { uncertain });
      loop ??= runLoop();
    },
    async stop() {
      isStopped = true;
      wake.abort();
      await delivery.stop();
      await loop;
      endBoot(db, parts.bootId, clock.wall());
    },
  };
}

function earliest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
