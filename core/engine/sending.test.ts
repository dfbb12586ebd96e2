import { afterEach, describe, expect, test } from "vitest";
import { must } from "../shared/assert.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../shared/clock.ts";
import { noAnswer, notReached, refusal } from "./fake-server.ts";
import { email, wait } from "./story-steps.ts";
import type { WritableDb } from "../storage/db.ts";
import { suppressAddress } from "../storage/suppressions.ts";
import { openStory, START, type Story, type StoryOptions } from "../story-world.ts";

let story: Story;
afterEach(() => story.close());

async function begin(options: StoryOptions = {}): Promise<void> {
  story = await openStory(options);
}

async function messages(): Promise<{ id: number; state: string; reason: string | null }[]> {
  const { rows } = await story.app.handlers.messages.list({ state: null, offset: 0, limit: 100 });
  return rows.map(({ id, state, reason }) => ({ id, state, reason })).toReversed();
}

async function states(): Promise<string[]> {
  return (await messages()).map((message) => message.state);
}

async function uncertainIds(): Promise<number[]> {
  return (await messages()).filter(({ state }) => state === "uncertain").map(({ id }) => id);
}

/** A first mail, and another a day later; the first one tags. */
const twoMails = {
  steps: [
    email("one", { actions: [{ kind: "add-tag", tag: "got one" }] }),
    wait("w", 1),
    email("two"),
  ],
};

async function tagEvents(): Promise<number> {
  return must(
    story.db.get<{ n: number }>("SELECT count(*) AS n FROM event WHERE kind = 'tag-added'"),
  ).n;
}

describe("at most once", () => {
  test("a mail whose end a crash swallowed is uncertain, listed, and never sent again by itself", async () => {
    await begin();
    await story.addPerson("ana");
    let disk = "";
    story.server.after = () => {
      disk ||= story.snapshot();
      return undefined;
    };
    await story.goLive(twoMails);
    await story.pass(MINUTE);
    await story.restart(disk);
    await story.pass(30 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one", "two"]);
    expect(await states()).toEqual(["uncertain", "sent"]);
    const { uncertain, notices } = await story.app.handlers.settings.status({});
    expect(uncertain).toBe(1);
    expect(notices.map(({ text }) => text)).toContainEqual(
      expect.stringContaining("1 e-mail may or may not have been sent"),
    );
    expect(await tagEvents()).toBe(1);
  });

  test("a crash before the intent costs nothing: the mail is sent by the next life", async () => {
    await begin();
    await story.addPerson("ana");
    let disk = "";
    story.server.before = () => {
      disk ||= story.snapshot();
      return undefined;
    };
    await story.goLive(twoMails);
    await story.pass(MINUTE);
    const before = story.server.arrived.length;
    await story.restart(disk);
    await story.pass(MINUTE);
    // The first life's mail never reached the disk's future; here it is the same token, sent once by each life.
    expect(before).toBe(1);
    expect(await states()).toEqual(["sent"]);
  });

  test("the owner sends an uncertain mail again: exactly one more, under the same token, without its actions", async () => {
    await begin();
    await story.addPerson("ana");
    story.server.after = () => noAnswer;
    await story.goLive(twoMails);
    await story.pass(MINUTE);
    expect(await states()).toEqual(["uncertain"]);
    story.server.after = () => undefined;
    await story.pass(2 * DAY);
    const ids = await uncertainIds();
    expect(await story.app.handlers.messages.resolveUncertain({ ids, as: "again" })).toEqual({
      resolved: 1,
    });
    await story.pass(MINUTE);
    expect(story.mailsTo("ana")).toEqual(["one", "two", "one"]);
    expect(new Set(story.server.arrived.map(({ token }) => token)).size).toBe(2);
    expect(await states()).toEqual(["sent", "sent"]);
    expect(await tagEvents()).toBe(1);
    await story.pass(30 * DAY);
    expect(story.server.arrived).toHaveLength(3);
  });

  test("sent again and refused, it is uncertain as before, with the reason", async () => {
    await begin();
    await story.addPerson("ana");
    story.server.after = () => noAnswer;
    await story.goLive(twoMails);
    await story.pass(MINUTE);
    story.server.before = () => refusal(550, "content");
    await story.app.handlers.messages.resolveUncertain({ ids: await uncertainIds(), as: "again" });
    await story.pass(MINUTE);
    expect(await messages()).toMatchObject([
      { state: "uncertain", reason: "the server refused the content" },
    ]);
  });

  test("whoever unsubscribed meanwhile is not sent it again", async () => {
    await begin();
    const id = await story.addPerson("ana");
    story.server.after = () => noAnswer;
    await story.goLive(twoMails);
    await story.pass(MINUTE);
    await story.app.handlers.contacts.unsubscribe({ id });
    await story.app.handlers.messages.resolveUncertain({ ids: await uncertainIds(), as: "again" });
    await story.pass(DAY);
    expect(story.server.arrived).toHaveLength(1);
    expect(await messages()).toMatchObject([
      { state: "uncertain", reason: "the contact is unsubscribed" },
    ]);
  });

  test("the owner may take an uncertain mail as sent", async () => {
    await begin();
    await story.addPerson("ana");
    story.server.after = () => noAnswer;
    await story.goLive(twoMails);
    await story.pass(MINUTE);
    await story.app.handlers.messages.resolveUncertain({ ids: await uncertainIds(), as: "sent" });
    expect(await states()).toEqual(["sent"]);
    expect(story.server.arrived).toHaveLength(1);
  });

  test("an open proves that an uncertain mail had arrived", async () => {
    await begin();
    await story.addPerson("ana");
    story.server.after = () => noAnswer;
    await story.goLive(twoMails);
    await story.pass(MINUTE);
    story.relay.hear("o", must(story.server.arrived[0]).token);
    await story.pass(HOUR);
    expect(await states()).toEqual(["sent"]);
  });
});

describe("the last moment before the dot", () => {
  test("whoever unsubscribes while their mail is on its way gets no dot", async () => {
    await begin();
    const id = await story.addPerson("ana");
    story.server.before = async () => {
      await story.app.handlers.contacts.unsubscribe({ id });
    };
    await story.goLive(twoMails);
    await story.pass(DAY);
    expect(story.server.arrived).toEqual([]);
    expect(await messages()).toMatchObject([{ state: "cancelled" }]);
  });

  test("an address put on the suppression list in that moment gets no dot, whatever its contact says", async () => {
    let db: WritableDb | undefined;
    await begin({ wrapDb: (opened) => (db = opened) });
    await story.addPerson("ana");
    await story.goLive(twoMails);
    story.server.before = () => {
      suppressAddress(must(db), "ana@example.com", "erased", "by hand", START);
      return Promise.resolve(undefined);
    };
    await story.pass(HOUR);

    expect(story.server.arrived).toHaveLength(0);
    expect(await states()).toEqual(["cancelled"]);
  });

  test("an unsubscribe that the relay tells in that moment counts too", async () => {
    await begin();
    await story.addPerson("ana");
    await story.goLive(twoMails);
    await story.pass(MINUTE);
    const { token } = must(story.server.arrived[0]);
    story.server.before = async () => {
      story.relay.hear("u", token);
      await story.app.handlers.relay.pullNow({});
    };
    await story.pass(2 * DAY);
    expect(story.mailsTo("ana")).toEqual(["one"]);
  });

  test.each(["campaign", "everything", "stopped"])(
    "nothing leaves after %s was paused or stopped",
    async (what) => {
      await begin();
      await story.addPerson("ana");
      let id = "";
      story.server.before = async () => {
        if (what === "campaign") await story.app.handlers.campaigns.pause({ id });
        else if (what === "stopped") await story.app.handlers.campaigns.stop({ id });
        else await story.app.handlers.settings.setPaused({ isPaused: true });
      };
      id = await story.goLive(twoMails);
      await story.pass(DAY);
      expect(story.server.arrived).toEqual([]);
      story.server.before = () => undefined;
      if (what === "stopped") {
        expect(await states()).toEqual(["cancelled"]);
        return;
      }
      if (what === "campaign") await story.app.handlers.campaigns.resume({ id });
      else await story.app.handlers.settings.setPaused({ isPaused: false });
      await story.pass(MINUTE);
      expect(story.mailsTo("ana")).toEqual(["one"]);
    },
  );

  test("a server that dawdles past the hour gets no dot", async () => {
    await begin({ start: Date.parse("2026-03-02T16:59:30Z") });
    await story.addPerson("ana");
    story.server.before = () => {
      story.clock.moveTo(Date.parse("2026-03-02T17:00:10Z"));
      story.server.before = () => undefined;
      return undefined;
    };
    await story.goLive({
      ...twoMails,
      schedule: {
        weekdays: [1, 2, 3, 4, 5],
        hours: { kind: "windows", windows: [{ from: "09:00", to: "17:00" }] },
        zone: { kind: "contact" },
      },
    });
    await story.pass(DAY);
    expect(story.server.arrived.map(({ at }) => new Date(at).toISOString())).toEqual([
      "2026-03-03T09:00:00.000Z",
    ]);
  });
});

describe("limits", () => {
  test("of an account count from the ledger, over a restart", async () => {
    await begin({ account: { perHour: 3, maxConnections: 3 } });
    for (const name of ["ana", "ben", "cem", "dia", "eva"]) await story.addPerson(name);
    await story.goLive(twoMails);
    await story.pass(MINUTE);
    expect(story.server.arrived).toHaveLength(3);
    await story.restart();
    await story.pass(50 * MINUTE);
    expect(story.server.arrived).toHaveLength(3);
    await story.pass(10 * MINUTE);
    expect(story.server.arrived).toHaveLength(5);
  });

  test("hold in every window, whatever the connections", async () => {
    await begin({ account: { perSecond: 1, perMinute: 10, maxConnections: 5 } });
    for (let n = 0; n < 25; n++) await story.addPerson(`p${n}`);
    await story.goLive({ steps: [email("one")] });
    await story.pass(10 * MINUTE);
    const times = story.server.arrived.map(({ at }) => at);
    expect(times).toHaveLength(25);
    const most = (length: number): number =>
      Math.max(
        ...times.map((from) => times.filter((at) => at >= from && at < from + length).length),
      );
    expect([most(SECOND), most(MINUTE)]).toEqual([1, 10]);
  });

  test("are not outrun by a clock that is turned back", async () => {
    await begin({ account: { perHour: 2 } });
    for (const name of ["ana", "ben", "cem"]) await story.addPerson(name);
    await story.goLive({ steps: [email("one")] });
    await story.pass(MINUTE);
    expect(story.server.arrived).toHaveLength(2);
    story.clock.moveTo(START - 2 * HOUR);
    await story.pass(HOUR);
    expect(story.server.arrived).toHaveLength(2);
    await story.pass(3 * HOUR);
    expect(story.server.arrived).toHaveLength(3);
  });

  test("of a person hold over all campaigns and connections", async () => {
    await begin({ account: { maxConnections: 5 } });
    await story.addPerson("ana");
    await story.app.handlers.settings.setPerContactPerDay({ perDay: 2 });
    for (const id of ["a", "b", "c", "d"]) await story.goLive({ steps: [email(id)] });
    await story.pass(23 * HOUR);
    expect(story.mailsTo("ana")).toHaveLength(2);
    await story.pass(2 * HOUR);
    expect(story.mailsTo("ana")).toHaveLength(4);
  });
});

describe("trouble with the mail server", () => {
  test("that does not answer: nothing is lost, the owner is told once, it goes on by itself", async () => {
    await begin({ account: { maxConnections: 1 } });
    await story.addPerson("ana");
    story.server.before = () => notReached;
    await story.goLive(twoMails);
    await story.pass(HOUR);
    const attempts = story.server.attempts;
    expect(attempts).toBeLessThan(15);
    const { notices } = await story.app.handlers.settings.status({});
    expect(notices).toHaveLength(1);
    expect(must(notices[0]).text).toContain("mail.example.org cannot be reached");
    story.server.before = () => undefined;
    await story.pass(HOUR);
    expect(story.mailsTo("ana")).toEqual(["one"]);
  });

  test.each([
    ["its own daily limit", 550, "account-quota"],
    ["its sign-in", 535, "account-auth"],
    ["its domain", 550, "domain-authentication"],
    ["our pace", 421, "account-rate"],
  ] as const)("about %s is nobody's bounce", async (_what, code, scope) => {
    await begin();
    const id = await story.addPerson("ana");
    story.server.before = () => refusal(code, scope);
    await story.goLive(twoMails);
    await story.pass(3 * HOUR);
    expect(story.server.attempts).toBeLessThan(20);
    expect(await story.app.handlers.contacts.get({ id })).toMatchObject({ status: "subscribed" });
    expect(await states()).toEqual(["queued"]);
    expect((await story.app.handlers.settings.status({})).notices).toHaveLength(1);
    story.server.before = () => undefined;
    await story.pass(7 * HOUR);
    expect(story.mailsTo("ana")).toEqual(["one"]);
  });

  test("changing the account while a mail is on its way does not cut it off", async () => {
    await begin();
    await story.addPerson("ana");
    await story.addPerson("ben");
    const [account] = await story.app.handlers.accounts.list({});
    story.server.before = async () => {
      story.server.before = () => undefined;
      await story.app.handlers.accounts.save({
        ...must(account),
        password: null,
        host: "other.example.org",
      });
    };
    await story.goLive({ steps: [email("one")] });
    await story.pass(MINUTE);
    expect(await states()).toEqual(["sent", "sent"]);
  });
});
