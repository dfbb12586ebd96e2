import { createHash } from "node:crypto";
import { CallFailed } from "../contract/failure.ts";
import type { CampaignPlan } from "../domain/campaign.ts";
import { noAnswer, notReached, refusal } from "../engine/fake-server.ts";
import { must } from "../shared/assert.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../shared/clock.ts";
import { openStory } from "../story-world.ts";
import { tellCommits } from "./crashing-db.ts";
import { createDice } from "./dice.ts";
import {
  brokenAtArrival,
  brokenAtEnd,
  brokenAtIntent,
  brokenAtRest,
  type Deed,
} from "./invariants.ts";
import { LIMITS, NAMES, NIGHTS, STARTS, ZONES } from "./circumstances.ts";
import { foresee } from "./foresee.ts";
import { createPlanner, TAGS } from "./random-plan.ts";
import { refuse } from "./refuse.ts";
import { steerSomebody } from "./steer-somebody.ts";
import type { Tally } from "./tally.ts";

/** What happens in one life: enough for some weeks. */
export const STEPS = 30;

export interface Simulated {
  /** The same for the same seed, wherever and whenever it runs. */
  readonly trace: string;
  /** What was not kept, and the last of what was done before; empty where every promise was. */
  readonly broken: readonly string[];
}

/**
 * Lives through some weeks of a Dripline with made-up campaigns, people, an owner and bad luck, all of it from
 * `seed`, and looks at every intent and after every step whether a promise was broken. Ends at the first one.
 */
export async function simulate(seed: number, steps: number, tally: Tally): Promise<Simulated> {
  const life = await beginLife(seed, tally);
  try {
    for (let n = 0; n < steps && life.broken.length === 0; n++) await life.step();
    if (life.broken.length === 0) await life.end();
    const broken = life.broken.length === 0 ? [] : [...life.broken, ...life.lines.slice(-60)];
    return { trace: createHash("sha256").update(life.lines.join("\n")).digest("hex"), broken };
  } finally {
    await life.close();
  }
}

interface Life {
  step(): Promise<void>;
  end(): Promise<void>;
  readonly broken: readonly string[];
  /** What was done, the newest last. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

async function beginLife(seed: number, tally: Tally): Promise<Life> {
  const dice = createDice(seed);
  const start = Date.parse(`${dice.pick(STARTS)}T0${dice.below(10)}:00:00Z`);
  const accountLimits = dice.pick(LIMITS);
  const quiet = dice.chance(0.3) ? dice.pick(NIGHTS) : null;
  const limits = { ...accountLimits, perContact: dice.between(1, 3) };
  /** A clock that is set back and people who move make the plain truth unknowable; such lives look at less. */
  const isSteady = dice.chance(0.5);
  const deeds: Deed[] = [];
  const lines: string[] = [];
  const broken: string[] = [];
  const zones = new Map<string, string | null>();
  const campaigns = new Map<
    string,
    { planner: ReturnType<typeof createPlanner>; plan: CampaignPlan }
  >();
  const intents = new Set<string>();
  let isBegun = false;
  let isOver = false;
  let server: "good" | "moody" | "away" = "good";
  let endsAtIntent = false;
  let commitsLeft = Number.POSITIVE_INFINITY;
  let disk: string | undefined;
  /** Mails whose dot may still get out though the life that gave it has ended. */
  let onTheWire: readonly string[] = [];

  const story = await openStory({
    start,
    seed,
    account: { maxConnections: dice.between(1, 4), ...accountLimits },
    wrapDb(db) {
      // A life ends by a copy of its files, not by a power cut, so nothing need wait for the disk.
      db.pragma("synchronous = OFF");
      return tellCommits(db, () => {
        if (disk === undefined && isBegun) {
          const before = intents.size;
          broken.push(...brokenAtIntent(story, intents, { deeds, zones, limits, quiet, isSteady }));
          if (endsAtIntent && intents.size > before) commitsLeft = 0;
        }
        commitsLeft -= 1;
        if (commitsLeft > 0 || disk !== undefined) return;
        disk = story.snapshot();
        onTheWire = story.db
          .all<{ token: string }>("SELECT token FROM message WHERE state = 'in_flight'")
          .map(({ token }) => token);
      });
    },
  });

  function note(text: string): void {
    lines.push(`${new Date(story.clock.wall()).toISOString()} ${text}`);
  }

  story.server.before = async (mail) => {
    if (disk !== undefined) return notReached;
    if (server === "away") return notReached;
    if (!isOver && dice.chance(0.15)) await hurry(mail.token);
    return server === "moody" && dice.chance(0.4) ? refuse(dice, tally) : undefined;
  };
  story.server.atDot = ({ token }) => {
    if (disk !== undefined)
      return onTheWire.includes(token) && dice.chance(0.7) ? undefined : noAnswer;
    if (server !== "moody" || !dice.chance(0.25)) return undefined;
    tally.add("lost after the intent");
    return dice.chance(0.5) ? noAnswer : refusal(451, "recipient-soft");
  };
  story.server.after = (mail) => {
    note(`arrived ${mail.subject} ${mail.to}`);
    broken.push(...brokenAtArrival(story, mail, { deeds, zones, limits, quiet, isSteady }));
    if (!isOver) foresee(mail, { story, dice, tally, deeds, isSteady, note });
    if (disk !== undefined) tally.add("arrived in a crash");
    if (server !== "moody" || !dice.chance(0.25)) return undefined;
    tally.add("lost answer");
    return noAnswer;
  };

  /** Something happens while a mail is on its way. */
  async function hurry(token: string): Promise<void> {
    tally.add("meanwhile");
    const contact = story.db.get<{ uid: string }>(
      "SELECT c.uid FROM message m JOIN contact c ON c.id = m.contact_id WHERE m.token = ?",
      [token],
    );
    const what = dice.below(4);
    note(`meanwhile ${what}`);
    if (what === 0 && contact) await story.app.handlers.contacts.unsubscribe({ id: contact.uid });
    if (what === 1) await story.app.handlers.settings.setPaused({ isPaused: true });
    if (what === 2) story.clock.moveTo(story.clock.wall() + dice.pick([SECOND, HOUR, 12 * HOUR]));
    if (what === 3) await pauseSome();
  }

  async function pauseSome(): Promise<void> {
    for (const id of idsOf("live"))
      // While one was paused, another connection's hurry may have paused the next.
      if (idsOf("live").includes(id)) await story.app.handlers.campaigns.pause({ id });
  }

  function idsOf(state: string): string[] {
    return story.db
      .all<{ id: string }>("SELECT id FROM campaign WHERE state = ? ORDER BY id", [state])
      .map(({ id }) => id);
  }

  function uids(): string[] {
    return story.db
      .all<{ uid: string }>("SELECT uid FROM contact ORDER BY id")
      .map(({ uid }) => uid);
  }

  async function addPerson(name: string): Promise<void> {
    const zone = dice.pick(ZONES);
    zones.set(`${name}@example.com`, zone);
    await story.addPerson(name, zone);
  }

  async function saveStage(): Promise<void> {
    const { contacts } = story.app.handlers;
    const id = dice.pick(uids());
    const { address, stageId, zone } = await contacts.get({ id });
    const isMoving = !isSteady && dice.chance(0.5);
    const nextZone = isMoving ? dice.pick(ZONES) : zone;
    zones.set(must(address), nextZone);
    await story.editPerson(id, {
      stageId: isMoving || stageId !== "lead" ? "lead" : "customer",
      zone: nextZone,
    });
  }

  /** A day some time before or after now, or none. */
  async function saveDate(): Promise<void> {
    const day = new Date(story.clock.wall() + dice.between(-5, 20) * DAY).toISOString();
    const renewal = dice.chance(0.2) ? "" : day.slice(0, 10);
    await story.editPerson(dice.pick(uids()), { fields: { renewal } });
  }

  /** Makes a campaign, or publishes another version of one, until the checks let it through. */
  async function publish(id: string | undefined): Promise<void> {
    const known = id === undefined ? undefined : campaigns.get(id);
    const planner =
      known?.planner ??
      createPlanner(dice, `c${campaigns.size}`, {
        now: () => story.clock.wall(),
        others: () => [...campaigns.keys()],
      });
    for (let tries = 0; tries < 20; tries++) {
      const plan = known ? planner.edited(known.plan) : planner.plan();
      try {
        const made = await story.goLive(plan, id);
        campaigns.set(made, { planner, plan });
        tally.add(known ? "published with people inside" : "went live");
        return;
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error;
        tally.add("refused by the checks");
        if (!known) {
          for (const draft of idsOf("draft"))
            await story.app.handlers.campaigns.remove({ id: draft });
        }
      }
    }
  }

  async function owner(): Promise<void> {
    const { contacts, settings, messages, campaigns: all } = story.app.handlers;
    const what = dice.pick([
      "tag",
      "tag",
      "untag",
      "stage",
      "stage",
      "date",
      "date",
      "event",
      "steer",
      "steer",
      "person",
      "person",
      "unsubscribe",
      "pause",
      "resume",
      "resume",
      "campaign",
      "campaign",
      "campaign",
      "again",
      "stop",
    ] as const);
    tally.add(`owner: ${what}`);
    note(`owner: ${what}`);
    switch (what) {
      case "tag":
        await contacts.addTag({ ids: [dice.pick(uids())], tag: dice.pick(TAGS) });
        return;
      case "untag":
        await contacts.removeTag({ ids: [dice.pick(uids())], tag: dice.pick(TAGS) });
        return;
      case "stage":
        await saveStage();
        return;
      case "date":
        await saveDate();
        return;
      case "steer":
        await steerSomebody(story, dice);
        return;
      case "event":
        await contacts.addEvent({ id: dice.pick(uids()), name: "called", properties: {} });
        return;
      case "person": {
        const name = NAMES[uids().length];
        if (name !== undefined) await addPerson(name);
        return;
      }
      case "unsubscribe":
        if (dice.chance(0.3)) await contacts.unsubscribe({ id: dice.pick(uids()) });
        return;
      case "pause":
        if (dice.chance(0.5)) await settings.setPaused({ isPaused: true });
        else await pauseSome();
        return;
      case "resume":
        await resumeAll();
        return;
      case "campaign": {
        const ids = [...campaigns.keys()];
        if (ids.length < 2 && dice.chance(0.5)) await publish(undefined);
        else await publish(dice.pick(ids));
        return;
      }
      case "again": {
        const ids = story.db
          .all<{ id: number }>("SELECT id FROM message WHERE state = 'uncertain' ORDER BY id")
          .map(({ id }) => id);
        if (ids.length > 0)
          await messages.resolveUncertain({ ids, as: dice.chance(0.5) ? "again" : "sent" });
        return;
      }
      case "stop":
        for (const id of idsOf("live")) if (dice.chance(0.1)) await all.stop({ id });
    }
  }

  async function resumeAll(): Promise<void> {
    await story.app.handlers.settings.setPaused({ isPaused: false });
    for (const id of idsOf("paused")) await story.app.handlers.campaigns.resume({ id });
  }

  function luck(): void {
    const what = dice.pick(["server", "server", "relay", "epoch", "back"] as const);
    if (what === "server") server = dice.pick(["good", "moody", "moody", "moody", "away"]);
    if (what === "relay") story.relay.isDown = true;
    if (what === "epoch" && dice.chance(0.3)) story.relay.epoch += "x";
    if (what === "back" && !isSteady)
      story.clock.moveTo(story.clock.wall() - dice.pick([MINUTE, 3 * HOUR, 2 * DAY]));
    tally.add(`luck: ${what}`);
    note(`luck: ${what}, server ${server}, relay ${story.relay.isDown ? "down" : "up"}`);
  }

  /** The engine looks at the relay every few minutes, not only when something is due. */
  async function live(hours: number): Promise<void> {
    for (let n = 0; n < hours; n++) await story.pass(HOUR);
  }

  /** The life that died leaves the disk as it was; what it did after that moment never happened. */
  async function reviveAfterCrash(): Promise<void> {
    commitsLeft = Number.POSITIVE_INFINITY;
    endsAtIntent = false;
    if (disk === undefined) return;
    tally.add("crash");
    note("crashed");
    const left = disk;
    await story.restart(left);
    disk = undefined;
    // What was typed in the lost moment may be gone.
    for (const { address, zone } of story.db.all<{ address: string; zone: string | null }>(
      "SELECT address, zone FROM contact",
    ))
      zones.set(address, zone);
    for (const id of campaigns.keys())
      if (!story.db.get("SELECT 1 FROM campaign WHERE id = ?", [id])) campaigns.delete(id);
  }

  function check(): void {
    broken.push(...brokenAtRest(story, { isIdle: disk === undefined }));
  }

  isBegun = true;
  await story.app.handlers.settings.setPerContactPerDay({ perDay: limits.perContact });
  await story.app.handlers.settings.setQuietHours({ quiet });
  for (let n = dice.between(3, 5); n > 0; n--) await addPerson(must(NAMES[n - 1]));
  await story.app.handlers.settings.saveField({ key: "renewal", label: "Renewal", type: "date" });
  for (const _ of uids()) if (dice.chance(0.5)) await saveDate();
  await publish(undefined);

  return {
    async step() {
      if (dice.chance(0.2)) commitsLeft = dice.between(1, 15);
      else endsAtIntent = dice.chance(0.15);
      if (dice.chance(0.4)) story.relay.isDown = false;
      if (server === "away" && dice.chance(0.4)) server = "good";
      if (dice.chance(0.2)) await resumeAll();
      const roll = dice.below(20);
      if (roll < 6) await owner();
      else if (roll < 10) luck();
      if (dice.chance(0.92)) await live(dice.pick([1, 1, 5, 5, 24, 24, 48]));
      else {
        tally.add("sleep");
        await story.sleep(dice.pick([HOUR, DAY, 6 * DAY]));
      }
      await reviveAfterCrash();
      await story.app.engine.runDue();
      check();
    },
    async end() {
      note("all is well again");
      isOver = true;
      server = "good";
      story.relay.isDown = false;
      await resumeAll();
      await story.pass(300 * DAY);
      check();
      broken.push(...(await brokenAtEnd(story, tally)));
      const journal = story.db.all(
        "SELECT enrollment_id, seq, at, move, reason FROM decision ORDER BY 1, 2",
      );
      note(JSON.stringify(journal));
    },
    broken,
    lines,
    close: () => story.close(),
  };
}
