import { findStep, type Lane, type Step, type StepId } from "../domain/campaign.ts";
import { addDuration, durationSentence } from "../domain/duration.ts";
import { targetMessages, type SentMessage } from "../domain/evidence.ts";
import { lowerFirst } from "../domain/lower-first.ts";
import { momentWords } from "../domain/moment-words.ts";
import { stepMention } from "../domain/step-mention.ts";
import type { Instant } from "../shared/clock.ts";
import { getCampaignHead, getVersion } from "../storage/campaigns.ts";
import type { ReadableDb } from "../storage/db.ts";
import { getLastRun, type EnrollmentRow } from "../storage/enrollments.ts";
import { listSentOfRun } from "../storage/messages.ts";
import { getBusiness } from "../storage/settings.ts";
import { entryCause } from "../storage/entry-cause.ts";
import { sentence } from "../storage/timeline.ts";
import type { KnownFacts } from "./known-facts.ts";
import { asSent } from "./load-facts.ts";

/** How an email stands to a person, and all that led there, oldest first. */
export interface WhyAnswer {
  readonly verdict: "sent" | "coming" | "not-sent";
  readonly facts: { readonly at: Instant | null; readonly text: string }[];
}

type Fact = WhyAnswer["facts"][number];

interface Row {
  readonly at: Instant;
  readonly move: string;
  readonly fromStepId: string | null;
  readonly toStepId: string | null;
  readonly laneId: string | null;
  readonly reason: string | null;
  readonly inputs: string;
  readonly versionId: number;
}

/** What sentences are made from. */
interface Journal {
  readonly db: ReadableDb;
  readonly zone: string;
  /** The run's mails that were sent. */
  readonly sent: readonly SentMessage[];
}

interface MailRow {
  readonly state: string;
  readonly reason: string | null;
  readonly plannedAt: Instant;
  readonly notBefore: Instant;
  readonly at: Instant | null;
}

/**
 * Why a person was sent an email of a campaign, why not, or what it still waits for: from the journal of their newest
 * run and what was refused at the door, never by deciding again. Each fact is a sentence.
 */
export function explainEmail(
  db: ReadableDb,
  contactId: number,
  campaignId: string,
  stepId: StepId,
  now: Instant,
): WhyAnswer {
  const run = getLastRun(db, campaignId, contactId);
  if (!run) return { verdict: "not-sent", facts: [whyNotInside(db, contactId, campaignId)] };
  const zone = getBusiness(db).zone;
  const rows = db.all<Row>(
    `SELECT at, move, from_step_id AS fromStepId, to_step_id AS toStepId, lane_id AS laneId, reason, inputs,
       version_id AS versionId FROM decision WHERE enrollment_id = ? ORDER BY seq`,
    [run.id],
  );
  const mail = db.get<MailRow>(
    `SELECT state, reason, planned_at AS plannedAt, not_before AS notBefore, coalesce(accepted_at, intent_at) AS at
     FROM message WHERE enrollment_id = ? AND step_id = ? ORDER BY visit DESC LIMIT 1`,
    [run.id, stepId],
  );
  const entry = db.get<{ key: string }>("SELECT entry_key AS key FROM enrollment WHERE id = ?", [
    run.id,
  ]);
  const entered: Fact = {
    at: run.enteredAt,
    text: `Entered the campaign: ${entryCause(db, entry?.key ?? "")}.`,
  };
  const journal: Journal = {
    db,
    zone,
    sent: listSentOfRun(db, run.id).map(asSent),
  };
  const until = lastTurnOf(rows, stepId);
  const way = (until === -1 ? rows : rows.slice(0, until + 1)).flatMap((row) =>
    factOf(journal, row, stepId),
  );
  if (mail) return answerByMail([entered, ...way], mail, zone);
  if (until !== -1) return { verdict: "not-sent", facts: [entered, ...way] };
  return answerWithoutTurn(db, run, stepId, [entered, ...way], rows, { zone, now });
}

/** The last row that let the step have its turn: sent it, or passed it over. */
function lastTurnOf(rows: readonly Row[], stepId: StepId): number {
  return rows.findLastIndex(
    ({ move, fromStepId }) => fromStepId === stepId && (move === "send" || move === "skip"),
  );
}

function answerByMail(facts: readonly Fact[], mail: MailRow, zone: string): WhyAnswer {
  const because = mail.reason === null ? "" : `: ${mail.reason}`;
  switch (mail.state) {
    case "sent":
      return { verdict: "sent", facts: [...facts, { at: mail.at, text: "The server took it." }] };
    case "in_flight":
      return { verdict: "sent", facts: [...facts, { at: mail.at, text: "It is being sent." }] };
    case "uncertain":
      return {
        verdict: "sent",
        facts: [
          ...facts,
          { at: mail.at, text: "It was handed over, but no answer came: it may have arrived." },
        ],
      };
    case "queued":
      return {
        verdict: "coming",
        facts: [
          ...facts,
          {
            at: null,
            text: `It is in the queue and leaves ${momentWords(mail.notBefore, zone)} at the earliest${because}.`,
          },
        ],
      };
    default:
      return {
        verdict: "not-sent",
        facts: [...facts, { at: mail.at, text: `It was not sent${because}.` }],
      };
  }
}

/** The step has had no turn: it is ahead, in a lane that was not taken, or the run ended before it. */
function answerWithoutTurn(
  db: ReadableDb,
  run: EnrollmentRow,
  stepId: StepId,
  facts: readonly Fact[],
  rows: readonly Row[],
  { zone, now }: { readonly zone: string; readonly now: Instant },
): WhyAnswer {
  const { plan } = getVersion(db, run.versionId);
  for (const { split, lane } of lanesAround(plan.steps, stepId)) {
    const taken = rows.findLast(
      ({ move, fromStepId }) => move === "lane" && fromStepId === split.id,
    );
    if (taken && taken.laneId !== lane.id)
      return {
        verdict: "not-sent",
        facts: [
          ...facts,
          { at: null, text: `It is in the lane “${lane.name}”, which this person did not take.` },
        ],
      };
  }
  if (run.state !== "active" && run.state !== "held")
    return {
      verdict: "not-sent",
      facts: [...facts, { at: run.endedAt, text: "The campaign was over for them before it." }],
    };
  const step = findStep(plan.steps, stepId);
  const here = run.stepId === null ? undefined : findStep(plan.steps, run.stepId);
  if (!step || !here)
    return {
      verdict: "not-sent",
      facts: [...facts, { at: null, text: "It is not in the campaign they are in." }],
    };
  const paused = getCampaignHead(db, run.campaignId)?.state === "paused";
  const wakes = run.wakeAt !== null && run.wakeAt > now ? momentWords(run.wakeAt, zone) : "soon";
  const waits = run.phase === "await_event" ? "decided by what they do, or" : "looked at again";
  return {
    verdict: "coming",
    facts: [
      ...facts,
      {
        at: null,
        text: paused
          ? `They stand at ${lowerFirst(stepMention(here))}, and the campaign is paused.`
          : here.id === stepId
            ? `It is next, ${waits} ${wakes}.`
            : `They are at ${lowerFirst(stepMention(here))}, ${waits} ${wakes}; it comes after that.`,
      },
    ],
  };
}

/** The lanes a step stands in, the outermost first. */
function lanesAround(
  steps: readonly Step[],
  stepId: StepId,
): { readonly split: Step; readonly lane: Lane }[] {
  for (const split of steps)
    if (split.kind === "split")
      for (const lane of split.lanes)
        if (findStep(lane.steps, stepId))
          return [{ split, lane }, ...lanesAround(lane.steps, stepId)];
  return [];
}

/** What one move says of the way to the step, or nothing worth a sentence. */
function factOf(journal: Journal, row: Row, stepId: StepId): Fact[] {
  const { plan } = getVersion(journal.db, row.versionId);
  const step = row.fromStepId === null ? undefined : findStep(plan.steps, row.fromStepId);
  const label = step ? stepMention(step) : "A step that is gone";
  const fact = (text: string): Fact[] => [{ at: row.at, text }];
  switch (row.move) {
    case "sent":
      return fact(`Was sent ${lowerFirst(label)}.`);
    case "send":
      return row.fromStepId === stepId ? fact(dueWords(journal, row, step)) : [];
    case "skip":
      return fact(`Skipped ${lowerFirst(label)}: ${reasonOf(journal, row, step)}.`);
    case "lane": {
      const lane =
        step?.kind === "split" ? step.lanes.find(({ id }) => id === row.laneId) : undefined;
      return fact(`Took the lane “${lane?.name ?? "…"}”: ${reasonOf(journal, row, step)}.`);
    }
    case "pass":
      return fact(`${label} was over.`);
    case "jump":
    case "by-hand":
    case "reroute":
    case "end":
    case "exit": {
      const text = sentence(row.reason);
      return text === null ? [] : fact(text);
    }
    default:
      return [];
  }
}

/** "It was due: had not opened the email by Wed 6 May 2026, 09:12; 1 day later; its schedule …" */
function dueWords(journal: Journal, row: Row, step: Step | undefined): string {
  const { zone } = journal;
  const reason = reasonOf(journal, row, step);
  if (step?.kind !== "email") return `It was due: ${reason}.`;
  const delay = step.delay.amount === 0 ? "" : `, and ${durationSentence(step.delay)} later`;
  const known = JSON.parse(row.inputs) as Partial<KnownFacts>;
  const moved =
    step.trigger.kind === "previous" && known.sinceAt !== undefined && known.zone !== undefined
      ? movedWords(addDuration(known.sinceAt, step.delay, known.zone), row.at, zone)
      : "";
  return `It was due: ${reason}${delay}${moved}.`;
}

/** A minute is no move: the engine looks when it is due, not before. */
const A_MOMENT = 60_000;

function movedWords(from: Instant, to: Instant, zone: string): string {
  return to - from <= A_MOMENT
    ? ""
    : `; its schedule, quiet hours or a computer that was off moved it from ${momentWords(from, zone)} to ${momentWords(to, zone)}`;
}

/** The recorded reason with the deadline as a time, and what was heard of machines and not counted. */
function reasonOf(journal: Journal, row: Row, step: Step | undefined): string {
  const reason = row.reason ?? "";
  const known = JSON.parse(row.inputs) as Partial<KnownFacts>;
  const deadlineAt =
    step && known.sinceAt !== undefined ? deadlineOf(journal, step, known as KnownFacts) : null;
  const timed =
    deadlineAt === null
      ? reason
      : reason.replace("by the deadline", `by ${momentWords(deadlineAt, journal.zone)}`);
  const machines = (known.events ?? []).filter(([, , by]) => by !== "human").length;
  const isNot = /^(had not|none of|it is not known)/u.test(reason);
  if (!isNot || machines === 0) return timed;
  return `${timed} (${machines === 1 ? "one look by a machine was" : `${machines} looks by machines were`} not counted)`;
}

function deadlineOf(journal: Journal, step: Step, known: KnownFacts): Instant | null {
  if (step.kind === "split")
    return step.within ? addDuration(known.sinceAt, step.within, known.zone) : null;
  if (step.kind !== "email" || step.trigger.kind !== "interaction") return null;
  const { interaction, within } = step.trigger;
  const then = new Set(known.sent.map(([id]) => id));
  const about = targetMessages(
    interaction,
    journal.sent.filter(({ id }) => then.has(id)),
  ).at(-1);
  return about ? addDuration(about.sentAt, within, known.zone) : null;
}

/** What kept a person out who never was in the campaign. */
function whyNotInside(db: ReadableDb, contactId: number, campaignId: string): Fact {
  const refused = db.get<{ at: Instant; reason: string }>(
    `SELECT occurred_at AS at, json_extract(data, '$.reason') AS reason FROM event
     WHERE contact_id = ? AND kind = 'entry-refused' AND json_extract(data, '$.campaignId') = ?
     ORDER BY occurred_at DESC LIMIT 1`,
    [contactId, campaignId],
  );
  if (refused) return { at: refused.at, text: `Did not enter: ${refused.reason}.` };
  const campaign = getCampaignHead(db, campaignId);
  if (campaign?.state === "live" || campaign?.state === "paused")
    return {
      at: null,
      text: "Has not entered: nothing that starts this campaign has happened to them since it went live.",
    };
  return { at: null, text: "The campaign is not live." };
}
