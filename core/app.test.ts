import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "./shared/clock.ts";
import { must } from "./shared/assert.ts";
import { readMail } from "./practice/read-mail.ts";
import type { WritableDb } from "./storage/db.ts";
import { getPracticeMail } from "./storage/practice-mails.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";

/** A Monday morning in Berlin. */
const START = Date.parse("2026-03-02T08:00:00Z");

let world: TestWorld;
let db: WritableDb;
beforeEach(async () => {
  world = await openTestWorld({ start: START, wrapDb: (own) => (db = own) });
  await world.app.handlers.settings.saveBusiness({
    name: "Harbour Books",
    postalAddress: "1 Quay Street, Harbourtown",
    zone: "Europe/Berlin",
    tracking: "everyone",
  });
});
afterEach(() => world.close());

async function addPerson(name: string): Promise<string> {
  const { id } = await world.app.handlers.contacts.save({
    id: null,
    address: `${name}@example.com`,
    firstName: name,
    lastName: null,
    stageId: "lead",
    zone: null,
    fields: {},
    trackingConsent: null,
  });
  return id;
}

async function addWelcome(): Promise<string> {
  const { id } = await world.app.handlers.campaigns.create({
    name: "Welcome",
    goalId: null,
    segmentId: "leads",
    starterId: "welcome-and-split",
  });
  return id;
}

async function startWelcome(): Promise<string> {
  const id = await addWelcome();
  await world.app.handlers.campaigns.goLive({ id, existing: "start" });
  return id;
}

/** Moves the clock, letting everything on the way happen at its own time. */
async function pass(ms: number): Promise<void> {
  await world.app.handlers.practice.advance({ by: { kind: "ms", ms } });
}

async function mailsTo(name: string): Promise<{ id: number; subject: string; at: number }[]> {
  const { rows } = await world.app.handlers.practice.listMail({
    to: `${name}@example.com`,
    offset: 0,
    limit: 100,
  });
  return rows.map(({ id, subject, at }) => ({ id, subject, at })).toReversed();
}

async function subjectsTo(name: string): Promise<string[]> {
  return (await mailsTo(name)).map((mail) => mail.subject);
}

async function click(name: string, label: string): Promise<void> {
  const { practice } = world.app.handlers;
  const mail = must((await mailsTo(name)).at(-1));
  const { links } = await practice.getMail({ id: mail.id });
  const link = must(
    links.find((candidate) => candidate.label === label),
    `no link “${label}”`,
  );
  await practice.act({ mailId: mail.id, act: { kind: "click", n: link.n } });
}

describe("a campaign from the first mail to the report", () => {
  test("someone who clicked gets the other e-mail", async () => {
    await addPerson("ana");
    await addPerson("ken");
    const id = await startWelcome();
    await pass(HOUR);
    expect(await subjectsTo("ana")).toEqual(["Welcome, ana"]);
    await click("ana", "our prices");
    await pass(9 * DAY);
    expect(await subjectsTo("ana")).toEqual(["Welcome, ana", "Which plan fits you?"]);
    expect(await subjectsTo("ken")).toEqual([
      "Welcome, ken",
      "Did our first letter get lost?",
      "How a bakery doubled its regulars",
    ]);
    const report = await world.app.handlers.reports.campaign({ id });
    expect(report.totals).toMatchObject({ sent: 5, clicked: 1, opened: 1, uncertain: 0 });
    expect(report.isRecountEqual).toBe(true);
  });

  test("the report says who clicked which link", async () => {
    await addPerson("ana");
    await addPerson("ken");
    const id = await startWelcome();
    await pass(HOUR);
    await click("ana", "our prices");
    await click("ken", "how it works");
    const { reports } = world.app.handlers;
    const email = await reports.email({ campaignId: id, stepId: "welcome" });
    expect(email.links.map(({ linkId, people }) => [linkId, people])).toEqual([
      ["pricing", 1],
      ["how", 1],
      ["tour", 0],
    ]);
    const people = await reports.people({
      campaignId: id,
      stepId: "welcome",
      what: "clicked",
      linkId: "pricing",
      offset: 0,
    });
    expect(people.rows.map((row) => row.address)).toEqual(["ana@example.com"]);
  });

  test("mails leave only within the schedule, in the business's zone", async () => {
    world.clock.moveTo(START + 10 * HOUR);
    await addPerson("ana");
    await startWelcome();
    await pass(2 * DAY);
    const [mail] = await mailsTo("ana");
    // Monday 19:00 in Berlin is too late: Tuesday 09:00 there is 08:00 UTC.
    expect(new Date(must(mail).at).toISOString()).toBe("2026-03-03T08:00:00.000Z");
  });

  test("unsubscribing stops everything at once, and an import cannot take it back", async () => {
    const uid = await addPerson("ana");
    await startWelcome();
    await pass(HOUR);
    const [mail] = await mailsTo("ana");
    await world.app.handlers.practice.act({ mailId: must(mail).id, act: { kind: "unsubscribe" } });
    await pass(14 * DAY);
    expect(await subjectsTo("ana")).toEqual(["Welcome, ana"]);
    const contact = await world.app.handlers.contacts.get({ id: uid });
    expect(contact).toMatchObject({
      status: "unsubscribed",
      isSuppressed: true,
      suppressionReason: "unsubscribed",
    });
    expect(contact.enrollments[0]).toMatchObject({ state: "exited", where: "unsubscribed" });
  });

  test("a human reply ends the campaign for this person", async () => {
    await addPerson("ana");
    await startWelcome();
    await pass(HOUR);
    const [mail] = await mailsTo("ana");
    await world.app.handlers.practice.act({
      mailId: must(mail).id,
      act: { kind: "reply", text: "Thanks!" },
    });
    await pass(14 * DAY);
    expect(await subjectsTo("ana")).toEqual(["Welcome, ana"]);
  });

  test("an address that does not exist is never mailed again", async () => {
    const uid = await addPerson("bounce");
    const id = await startWelcome();
    await pass(14 * DAY);
    expect(await subjectsTo("bounce")).toEqual([]);
    const contact = await world.app.handlers.contacts.get({ id: uid });
    expect(contact).toMatchObject({ status: "bounced", isSuppressed: true });
    const { rows } = await world.app.handlers.messages.list({ state: null, offset: 0, limit: 10 });
    expect(rows.map(({ state, reply }) => [state, reply])).toEqual([
      ["failed", "550 5.1.1 no such user here"],
    ]);
    expect((await world.app.handlers.reports.campaign({ id })).totals.sent).toBe(0);
  });

  test("a full mailbox is tried again, and then the person goes on without that mail", async () => {
    await addPerson("full");
    const id = await startWelcome();
    await pass(3 * DAY);
    const { rows } = await world.app.handlers.messages.list({
      state: "failed",
      offset: 0,
      limit: 10,
    });
    expect(rows).toHaveLength(1);
    const { funnel } = await world.app.handlers.reports.campaign({ id });
    expect(must(funnel[0]).skipped).toEqual([
      { reason: "refused by the recipient's server", people: 1 },
    ]);
    expect(
      (
        await world.app.handlers.contacts.list({
          query: "full",
          rule: null,
          sort: "created",
          isDescending: true,
          offset: 0,
          limit: 10,
        })
      ).rows[0]?.status,
    ).toBe("subscribed");
  });

  test("a paused campaign sends nothing, and goes on where it was", async () => {
    await addPerson("ana");
    const id = await startWelcome();
    await world.app.handlers.campaigns.pause({ id });
    await pass(2 * HOUR);
    expect(await subjectsTo("ana")).toEqual([]);
    await world.app.handlers.campaigns.resume({ id });
    await pass(MINUTE);
    expect(await subjectsTo("ana")).toEqual(["Welcome, ana"]);
  });

  test("whoever joins the segment later starts by themselves", async () => {
    await startWelcome();
    await addPerson("ana");
    await pass(HOUR);
    expect(await subjectsTo("ana")).toEqual(["Welcome, ana"]);
  });

  test("publishing a change sends nobody the same step twice", async () => {
    await addPerson("ana");
    const id = await startWelcome();
    await pass(HOUR);
    const { campaigns } = world.app.handlers;
    const { plan, draftRev } = await campaigns.get({ id });
    const [first, ...rest] = plan.steps;
    await campaigns.saveDraft({
      id,
      draftRev,
      plan: {
        ...plan,
        steps: [must(first), ...rest.filter((step) => step.id !== "welcome-again")],
      },
    });
    await campaigns.goLive({ id, existing: "start" });
    await pass(14 * DAY);
    expect(await subjectsTo("ana")).toEqual(["Welcome, ana", "How a bakery doubled its regulars"]);
  });

  test("a draft that another window saved first is not overwritten", async () => {
    const { campaigns } = world.app.handlers;
    const { id } = await campaigns.create({
      name: "Two windows",
      goalId: null,
      segmentId: "leads",
      starterId: null,
    });
    const { plan, draftRev } = await campaigns.get({ id });
    await campaigns.saveDraft({ id, draftRev, plan });
    expect(() => campaigns.saveDraft({ id, draftRev, plan })).toThrow("changed in another window");
  });
});

describe("what was heard late", () => {
  test("someone whose open was heard late is not told they did not open", async () => {
    await addPerson("ana");
    await startWelcome();
    await pass(HOUR);
    const [mail] = await mailsTo("ana");
    // She opens in time, but nobody pulls the relay until long after the deadline.
    const { id } = must(mail);
    expect((await world.app.handlers.practice.getMail({ id })).html).not.toContain(".gif");
    const { pixelUrl } = await readMail(must(getPracticeMail(db, id)).raw);
    world.clock.moveTo(START + 2 * DAY);
    await fetch(must(pixelUrl), {
      headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Thunderbird/128.0" },
    });
    world.clock.moveTo(START + 6 * DAY);
    await pass(8 * DAY);
    expect(await subjectsTo("ana")).toEqual(["Welcome, ana", "How a bakery doubled its regulars"]);
  });
});

describe("before a campaign goes live", () => {
  const preview = async () =>
    world.app.handlers.campaigns.goLivePreview({ id: await addWelcome() });

  test("it is said how many are not tracked by the owner's choice", async () => {
    await addPerson("ana");
    expect((await preview()).untracked).toBe(0);
    await world.app.handlers.settings.saveBusiness({
      name: "Harbour Books",
      postalAddress: "1 Quay Street, Harbourtown",
      zone: "Europe/Berlin",
      tracking: "consented",
    });
    expect((await preview()).untracked).toBe(1);
  });

  test("the first mail is the one to who lives furthest east", async () => {
    world.clock.moveTo(Date.parse("2026-03-02T22:00:00Z"));
    await addPerson("ana");
    expect((await preview()).firstSendAt).toBe(Date.parse("2026-03-03T08:00:00Z"));
    const id = await addPerson("hana");
    const { handlers } = world.app;
    const { fields, ...hana } = await handlers.contacts.get({ id });
    await handlers.contacts.save({
      ...hana,
      address: "hana@example.com",
      fields,
      zone: "Asia/Tokyo",
    });
    expect((await preview()).firstSendAt).toBe(Date.parse("2026-03-03T00:00:00Z"));
  });
});
