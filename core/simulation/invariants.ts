import { reportsHandlers } from "../api/handlers/reports.ts";
import { findStep, type CampaignPlan, type EmailStep } from "../domain/campaign.ts";
import { walkSteps } from "../domain/campaign.ts";
import { addDuration } from "../domain/duration.ts";
import { maySend, type QuietHours } from "../domain/quiet-hours.ts";
import type { Interaction, InteractionTarget } from "../domain/trigger.ts";
import type { ArrivedMail } from "../engine/fake-server.ts";
import { must } from "../shared/assert.ts";
import { DAY, HOUR, MINUTE, SECOND, type Instant } from "../shared/clock.ts";
import type { Story } from "../story-world.ts";
import { datesAstray } from "./dates-astray.ts";
import type { Tally } from "./tally.ts";

/** What somebody did with a mail, as it truly was. */
export interface Deed {
  readonly kind: "o" | "c" | "u";
  readonly token: string;
  readonly at: Instant;
  readonly by: "human" | "machine" | "unsure";
  readonly link: string | null;
}

export interface Truth {
  readonly deeds: readonly Deed[];
  readonly zones: ReadonlyMap<string, string | null>;
  readonly quiet: QuietHours | null;
  readonly limits: {
    readonly perSecond?: number;
    readonly perMinute?: number;
    readonly perHour?: number;
    readonly perDay?: number;
    readonly perContact: number;
  };
  /** The clock was never set back and nobody moved. */
  readonly isSteady: boolean;
}

interface OnItsWay {
  readonly id: number;
  readonly to: string;
  readonly intentAt: Instant;
  readonly resolution: string | null;
  readonly stepId: string;
  readonly notAfter: Instant | null;
  readonly enrollmentId: number;
  readonly status: string;
  readonly isSuppressed: 0 | 1;
  readonly campaignState: string;
  readonly runState: string;
  readonly runStepId: string | null;
  readonly plan: string;
}

/** The promises broken by the intents that the last commit wrote; `known` are those looked at before. */
export function brokenAtIntent(story: Story, known: Set<string>, truth: Truth): string[] {
  const rows = story.db.all<OnItsWay>(
    `SELECT m.id, m.to_address AS "to", m.intent_at AS intentAt, m.resolution, m.step_id AS stepId,
       m.not_after AS notAfter, m.enrollment_id AS enrollmentId, c.status,
       EXISTS (SELECT 1 FROM suppression s WHERE s.address = c.address) AS isSuppressed,
       k.state AS campaignState, e.state AS runState, e.step_id AS runStepId, v.plan
     FROM message m JOIN contact c ON c.id = m.contact_id JOIN campaign k ON k.id = m.campaign_id
       JOIN enrollment e ON e.id = m.enrollment_id JOIN campaign_version v ON v.id = k.live_version_id
     WHERE m.state = 'in_flight'`,
  );
  return rows.flatMap((message) => {
    const key = `${message.id} ${message.intentAt}`;
    if (known.has(key)) return [];
    known.add(key);
    return brokenBy(story, message, truth);
  });
}

function brokenBy(story: Story, message: OnItsWay, truth: Truth): string[] {
  const isAgain = message.resolution === "resent";
  const plan = JSON.parse(message.plan) as CampaignPlan;
  const step = findStep(plan.steps, message.stepId);
  const zone = truth.zones.get(message.to) ?? "UTC";
  const at = message.intentAt;
  const broken = new Map<string, boolean>([
    ["after its person left", message.status !== "subscribed" || message.isSuppressed === 1],
    ["while its campaign was not live", message.campaignState !== "live"],
    ["while everything was paused", isPausedIn(story)],
    ["after its run ended", !isAgain && message.runState !== "active"],
    ["for a run that is elsewhere", !isAgain && message.runStepId !== message.stepId],
    ["too late", message.notAfter !== null && at > message.notAfter],
    ["though its step is gone", !isAgain && step?.kind !== "email"],
  ]);
  if (step?.kind === "email") {
    broken.set(
      "outside its schedule",
      !maySend(step.schedule ?? plan.schedule, at, zone, truth.quiet),
    );
    const untruth =
      truth.isSteady && !isAgain ? untruthOf(story, step, message, zone, truth) : undefined;
    if (untruth !== undefined) broken.set(untruth, true);
  }
  return [...broken].flatMap(([what, isBroken]) =>
    isBroken
      ? [`${message.stepId} was sent ${what} (${JSON.stringify({ ...message, plan: undefined })})`]
      : [],
  );
}

/** The promises that a mail breaks by arriving now. */
export function brokenAtArrival(story: Story, mail: ArrivedMail, truth: Truth): string[] {
  const { db, server } = story;
  const message = db.get<{ state: string; resolution: string | null }>(
    "SELECT state, resolution FROM message WHERE token = ?",
    [mail.token],
  );
  const copies = server.arrived.filter(({ token }) => token === mail.token).length;
  const broken: [string, boolean][] = [
    ["arrived without a durable intent", message?.state !== "in_flight"],
    ["arrived twice", copies > (message?.resolution === "resent" ? 2 : 1)],
    ...overLimits(story, mail, truth),
  ];
  return broken.flatMap(([what, isBroken]) =>
    isBroken ? [`${mail.subject} to ${mail.to} ${what}`] : [],
  );
}

function isPausedIn({ db }: Story): boolean {
  return (
    db.get<{ value: string }>("SELECT value FROM setting WHERE key = 'is_paused'")?.value === "true"
  );
}

function overLimits({ server }: Story, mail: ArrivedMail, { limits }: Truth): [string, boolean][] {
  const within = (ms: number, to?: string): number =>
    server.arrived.filter(
      (other) =>
        other.at <= mail.at && other.at > mail.at - ms && (to === undefined || other.to === to),
    ).length;
  const most = (limit: number | undefined): number => limit ?? Number.POSITIVE_INFINITY;
  return [
    ["was one too many for a second", within(SECOND) > most(limits.perSecond)],
    ["was one too many for a minute", within(MINUTE) > most(limits.perMinute)],
    ["was one too many for an hour", within(HOUR) > most(limits.perHour)],
    ["was one too many for a day", within(DAY) > most(limits.perDay) * 0.8],
    ["was one too many for its person's day", within(DAY, mail.to) > limits.perContact],
  ];
}

/** Where the mail says something of its person that is not so: that they opened, clicked, or did not. */
function untruthOf(
  story: Story,
  step: EmailStep,
  { id, enrollmentId }: OnItsWay,
  zone: string,
  { deeds }: Truth,
): string | undefined {
  if (step.trigger.kind === "previous") return undefined;
  const { interaction, within } = step.trigger;
  const { target } = interaction;
  const sent = story.db.all<{ token: string; stepId: string; sentAt: Instant }>(
    `SELECT token, step_id AS stepId, coalesce(accepted_at, intent_at) AS sentAt FROM message
     WHERE enrollment_id = ? AND id <> ? AND (state IN ('sent','uncertain') OR resolution = 'resent')
     ORDER BY intent_at, id`,
    [enrollmentId, id],
  );
  const targets = newestOf(target, sent);
  const about = targets.at(-1);
  if (!about) return "about a mail that was never sent";
  const deadlineAt = addDuration(about.sentAt, within, zone);
  const reacted = targets.filter(({ token }) =>
    deeds.some(
      (deed) =>
        deed.token === token &&
        deed.by === "human" &&
        deed.at <= deadlineAt &&
        counts(interaction, deed),
    ),
  );
  const wanted =
    target.kind !== "several" ? 1 : target.atLeast === "all" ? targets.length : target.atLeast;
  const did = reacted.length >= wanted;
  if (did === interaction.negated)
    return `saying that they ${interaction.negated ? "did not" : "did"}: ${interaction.did}, which is not so`;
  return undefined;
}

/** The newest mail of each email that is meant, in the order they were sent. */
function newestOf<Sent extends { readonly stepId: string }>(
  target: InteractionTarget,
  sent: readonly Sent[],
): readonly Sent[] {
  if (target.kind === "last") return sent.slice(-1);
  const ids = target.kind === "step" ? [target.stepId] : target.stepIds;
  return sent.filter(
    ({ stepId }, at) =>
      (ids === null || ids.includes(stepId)) &&
      !sent.slice(at + 1).some((later) => later.stepId === stepId),
  );
}

function counts({ did, linkIds }: Interaction, { kind, link }: Deed): boolean {
  if (kind === "u") return false;
  if (did === "opened") return true;
  return kind === "c" && (linkIds === null || linkIds.includes(must(link ?? undefined)));
}

/** Promises about the whole database while nothing is on its way, each as SQL that finds what breaks it. */
const PROMISES: readonly (readonly [what: string, sql: string])[] = [
  [
    "one step of one run has two mails",
    `SELECT enrollment_id, step_id FROM message WHERE kind = 'campaign' GROUP BY enrollment_id, step_id, visit HAVING count(*) > 1`,
  ],
  [
    "something is in flight though nothing is being sent",
    "SELECT id FROM message WHERE state = 'in_flight'",
  ],
  [
    "a journal has gaps or is behind its run",
    `SELECT e.id FROM enrollment e LEFT JOIN decision d ON d.enrollment_id = e.id
     GROUP BY e.id HAVING count(d.seq) <> e.seq OR coalesce(max(d.seq), 0) <> e.seq`,
  ],
  [
    "a run is not where its journal says",
    `SELECT e.id, e.step_id, d.to_step_id FROM enrollment e JOIN decision d ON d.enrollment_id = e.id AND d.seq = e.seq
     WHERE e.state = 'active' AND d.to_step_id IS NOT e.step_id`,
  ],
  [
    "runs of a person are not numbered in a row",
    `SELECT contact_id FROM enrollment GROUP BY campaign_id, contact_id HAVING max(run_no) <> count(*)`,
  ],
  [
    "an open run waits for nothing",
    `SELECT e.id, e.phase, e.step_id FROM enrollment e WHERE e.state = 'active' AND e.wake_at IS NULL AND NOT (e.phase = 'await_send'
       AND EXISTS (SELECT 1 FROM message m WHERE m.enrollment_id = e.id AND m.step_id = e.step_id AND m.state = 'queued'))`,
  ],
  [
    "a run that is over still has mail queued",
    `SELECT m.id FROM message m JOIN enrollment e ON e.id = m.enrollment_id
     WHERE m.state = 'queued' AND m.resolution IS NULL AND e.state <> 'active'`,
  ],
  [
    "a run that is over still has a timer",
    "SELECT id FROM enrollment WHERE state NOT IN ('active','held') AND (wake_at IS NOT NULL OR ended_at IS NULL)",
  ],
  [
    "somebody who left is still inside",
    `SELECT e.id FROM enrollment e JOIN contact c ON c.id = e.contact_id WHERE e.state = 'active' AND c.status <> 'subscribed'`,
  ],
  ["an event waits to be reacted to", "SELECT id FROM event WHERE state = 'new'"],
  [
    "a run is at a step its version does not have",
    `SELECT e.id, e.step_id FROM enrollment e JOIN campaign_version v ON v.id = e.version_id
     WHERE e.state = 'active' AND e.step_id IS NOT NULL AND instr(v.plan, '"id":"' || e.step_id || '"') = 0`,
  ],
  [
    "a queued mail has been handed over",
    "SELECT id FROM message WHERE state = 'queued' AND intent_at IS NOT NULL AND resolution IS NULL",
  ],
];

/** The promises broken while nothing is on its way. `isIdle`: all that was due was done. */
export function brokenAtRest(story: Story, { isIdle }: { readonly isIdle: boolean }): string[] {
  const { db, server } = story;
  const broken = PROMISES.flatMap(([what, sql]) => {
    const row = db.get(sql);
    return row === undefined ? [] : [`${what}: ${JSON.stringify(row)}`];
  });
  const states = new Map(
    db
      .all<{ token: string; state: string; resolution: string | null }>(
        "SELECT token, state, resolution FROM message",
      )
      .map((row) => [row.token, row]),
  );
  const arrived = new Set(server.arrived.map(({ token }) => token));
  for (const mail of server.arrived) {
    const message = states.get(mail.token);
    if (message?.resolution === "resent") continue;
    if (message?.state !== "sent" && message?.state !== "uncertain")
      broken.push(`${mail.subject} arrived and is ${message?.state ?? "forgotten"}`);
  }
  for (const [token, { state, resolution }] of states)
    if (state === "sent" && resolution === null && !arrived.has(token))
      broken.push(`the mail ${token} counts as sent and never arrived`);
  if (isIdle) broken.push(...lanesTakenTwice(story), ...datesAstray(story));
  return broken;
}

/** Nobody is sent mail of two lanes of one split, but after they were sent back. */
function lanesTakenTwice({ db }: Story): string[] {
  const sent = db.all<{ run: string; stepId: string; campaignId: string }>(
    `SELECT enrollment_id || ', visit ' || visit AS run, step_id AS stepId, campaign_id AS campaignId FROM message WHERE state IN ('sent','uncertain')`,
  );
  const plans = db.all<{ campaignId: string; plan: string }>(
    "SELECT campaign_id AS campaignId, plan FROM campaign_version",
  );
  return plans.flatMap(({ campaignId, plan }) =>
    [...walkSteps((JSON.parse(plan) as CampaignPlan).steps)].flatMap((step) => {
      if (step.kind !== "split") return [];
      const laneById = new Map(
        step.lanes.flatMap((lane) =>
          [...walkSteps(lane.steps)].map((inner) => [inner.id, lane.id] as const),
        ),
      );
      const laneByRun = new Map<string, string>();
      return sent.flatMap((mail) => {
        const lane = laneById.get(mail.stepId);
        if (lane === undefined || mail.campaignId !== campaignId) return [];
        const other = laneByRun.get(mail.run) ?? lane;
        laneByRun.set(mail.run, lane);
        return other === lane ? [] : [`run ${mail.run} was sent mail of two lanes of ${step.id}`];
      });
    }),
  );
}

/** The promises broken after a long and quiet time. */
export async function brokenAtEnd(story: Story, tally: Tally): Promise<string[]> {
  const { db, server } = story;
  const broken: string[] = [];
  // Who came in since, by a date that comes round, may still be on their way.
  const longAgo = story.clock.wall() - 100 * DAY;
  const open = db.all<{ id: number; stepId: string; phase: string }>(
    "SELECT id, step_id AS stepId, phase FROM enrollment WHERE state IN ('active','held') AND entered_at < ?",
    [longAgo],
  );
  if (open.length > 0) broken.push(`runs never end: ${JSON.stringify(open)}`);
  const waiting = db.all(
    "SELECT id, state, reason FROM message WHERE state IN ('queued','in_flight') AND created_at < ?",
    [longAgo],
  );
  if (waiting.length > 0) broken.push(`mails never end: ${JSON.stringify(waiting)}`);
  for (const [pragma, good] of [
    ["integrity_check", "ok"],
    ["foreign_key_check", undefined],
  ] as const) {
    const row = db.get<Record<string, unknown>>(`PRAGMA ${pragma}`);
    if (row?.[pragma] !== good) broken.push(`${pragma}: ${JSON.stringify(row)}`);
  }
  const once = db.all<{ stepId: string; mails: number; notices: number }>(
    `SELECT m.step_id AS stepId, count(*) AS mails,
       (SELECT count(*) FROM notice n WHERE n.text = 'done ' || m.step_id) AS notices
     FROM message m WHERE m.state IN ('sent','uncertain') GROUP BY m.step_id HAVING mails <> notices`,
  );
  if (once.length > 0) broken.push(`actions were not done once per mail: ${JSON.stringify(once)}`);
  const reports = reportsHandlers({ db, now: () => story.clock.wall() });
  for (const { id } of db.all<{ id: string }>("SELECT id FROM campaign")) {
    const { totals, isRecountEqual } = await reports.campaign({ id });
    if (!isRecountEqual) broken.push(`the report of ${id} is not what its events say`);
    const tokens = new Set(
      db
        .all<{ token: string }>("SELECT token FROM message WHERE campaign_id = ?", [id])
        .map(({ token }) => token),
    );
    const arrived = new Set(
      server.arrived.flatMap(({ token }) => (tokens.has(token) ? [token] : [])),
    );
    if (
      arrived.size > totals.sent + totals.uncertain ||
      arrived.size < totals.sent - assumedOf(story, id)
    )
      broken.push(`${arrived.size} mails arrived, the report says ${JSON.stringify(totals)}`);
  }
  for (const { what, n } of db.all<{ what: string; n: number }>(
    `SELECT 'message ' || state AS what, count(*) AS n FROM message GROUP BY 1
     UNION ALL SELECT 'run ' || state, count(*) FROM enrollment GROUP BY 1
     UNION ALL SELECT 'move ' || move, count(*) FROM decision GROUP BY 1
     UNION ALL SELECT 'event ' || state, count(*) FROM event GROUP BY 1`,
  ))
    tally.add(what, n);
  // What is told apart by an id or an instant is one cause.
  for (const { key } of db.all<{ key: string }>("SELECT entry_key AS key FROM enrollment"))
    tally.add(`entered: ${key.replace(/:(?:[^:]*\d|[a-z]{16}(?:$|:)).*$/u, "")}`);
  return broken;
}

/** Taken as sent by the owner's word, which may be wrong. */
function assumedOf({ db }: Story, campaignId: string): number {
  return must(
    db.get<{ n: number }>(
      "SELECT count(*) AS n FROM message WHERE campaign_id = ? AND resolution = 'assumed'",
      [campaignId],
    ),
  ).n;
}
