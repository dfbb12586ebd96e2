import { MINUTE, SECOND, type Instant } from "../shared/clock.ts";
import { getDefaultAccount } from "../storage/accounts.ts";
import { listDue, nextPlannedSendAt, nextWakeAt } from "../storage/enrollments.ts";
import { countQueued, listReady, nextQueuedAt } from "../storage/messages.ts";
import { isPaused, saveIsPaused } from "../storage/settings.ts";
import { advance } from "./advance.ts";
import { createDates } from "./dates.ts";
import { createDelivery } from "./deliver.ts";
import type { Engine, Trouble } from "./engine.ts";
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
/** Waits after passes that failed, one after another. */
const RETRY_WAITS = [SECOND, 5 * SECOND, LONGEST_SLEEP];

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
export function createEngine(
  parts: EngineParts,
  host: {
    /** Lets others have the thread for a moment. */
    readonly breathe: () => Promise<void>;
    /** A sentence for the owner about an error nobody foresaw. */
    readonly explain: (error: unknown) => string;
    /** Told every quarter of a minute while the engine runs, and at its end. */
    readonly onBeat: () => void;
  },
): RunningEngine {
  const { db, clock, log } = parts;
  const { breathe, explain, onBeat } = host;
  const delivery = createDelivery(parts);
  const hearing = createHearing(parts);
  const dates = createDates(parts);
  let wake = new AbortController();
  let isStopped = false;
  let loop: Promise<void> | undefined;
  let running: Promise<number> | undefined;
  let lastBeatAt = 0;
  let failures = 0;
  let isRecovered = false;
  /** Why passes fail, in words; kept here, since what fails is often the database itself. */
  let trouble: Trouble | null = null;

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
    while (dates.work()) {
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

  /** What another life of the program left in flight is settled before anything else happens. */
  function recoverOnce(): void {
    if (isRecovered) return;
    const uncertain = recover(parts);
    if (uncertain > 0) log.warn("found mail of uncertain fate", { uncertain });
    isRecovered = true;
  }

  async function pass(): Promise<number> {
    recoverOnce();
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
      db.get("SELECT 1 FROM dirty_contact LIMIT 1") !== undefined ||
      (dates.nextAt() ?? Infinity) <= clock.wall()
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
    const next = earliest(nextWakeAt(db), dates.nextAt());
    return earliest(next, isPaused(db) ? null : nextQueuedSendAt());
  }

  /** When a queued mail may leave; null where there is none, or no account to send through. */
  function nextQueuedSendAt(): Instant | null {
    const queued = nextQueuedAt(db);
    if (queued === null || !getDefaultAccount(db)) return null;
    return Math.max(queued, delivery.freeAt() ?? queued);
  }

  async function tryPass(): Promise<void> {
    try {
      const now = clock.wall();
      // In trouble the smallest thing is tried first: where not even that can be written, no server is bothered.
      if (trouble || now - lastBeatAt >= BEAT_EVERY || now < lastBeatAt) {
        beat(db, parts.bootId, now);
        onBeat();
        lastBeatAt = now;
      }
      await runDue();
      failures = 0;
      const wasTrouble = trouble !== null;
      trouble = null;
      if (wasTrouble) parts.changes.tell("settings");
    } catch (error) {
      // The next pass tries again; what was committed stays, what was not is as if never begun.
      const text = explain(error);
      if (trouble?.text !== text) log.error("a pass of the engine failed", { error });
      trouble = { text, at: trouble?.at ?? clock.wall() };
      failures += 1;
      parts.changes.tell("settings");
    }
  }

  async function runLoop(): Promise<void> {
    while (!isStopped) {
      await tryPass();
      if (isStopped) return;
      await clock.sleep(trouble ? retryWait() : untilNextPass(), wake.signal);
      wake = new AbortController();
    }
  }

  function retryWait(): number {
    return RETRY_WAITS[Math.min(failures, RETRY_WAITS.length) - 1] ?? LONGEST_SLEEP;
  }

  function untilNextPass(): number {
    const next = nextDueAt();
    const untilNext = next === null ? LONGEST_SLEEP : next - clock.wall();
    return Math.min(Math.max(untilNext, SECOND / 4), LONGEST_SLEEP);
  }

  return {
    kick: () => wake.abort(),
    runDue,
    nextDueAt,
    async hearNow() {
      const heard = await hearing.hear();
      // Who unsubscribed must be known before the next dot, not only at the next pass.
      while (reactToEvents(parts)) await breathe();
      return heard;
    },
    status() {
      return {
        nextSendAt: earliest(nextQueuedSendAt(), nextPlannedSendAt(db)),
        isPaused: isPaused(db),
        waiting: countQueued(db),
        trouble,
      };
    },
    setPaused(paused) {
      saveIsPaused(db, paused);
      parts.changes.tell("settings", "campaigns");
      wake.abort();
    },
    start() {
      loop ??= runLoop();
    },
    async stop() {
      isStopped = true;
      wake.abort();
      await delivery.stop();
      await loop;
      try {
        endBoot(db, parts.bootId, clock.wall());
        onBeat();
      } catch (error) {
        // A full disk must not keep the program from ending; the next start takes it for a hard stop.
        log.warn("the end could not be written down", { error });
      }
    },
  };
}

function earliest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
