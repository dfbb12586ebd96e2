import { findStep } from "../domain/campaign.ts";
import { contactEventWords } from "../domain/contact-event.ts";
import { lowerFirst } from "../domain/lower-first.ts";
import { stepMention } from "../domain/step-mention.ts";
import type { Instant } from "../shared/clock.ts";
import { getCampaignHead, getVersion } from "./campaigns.ts";
import { listComing } from "./date-watches.ts";
import type { ReadableDb } from "./db.ts";
import { entryCause } from "./entry-cause.ts";
import { readContactEvent } from "./events.ts";
import { listOpenEnrollments } from "./enrollments.ts";
import { listFields } from "./fields.ts";
import { listStages } from "./stages.ts";

export interface TimelineItem {
  readonly at: Instant;
  readonly isUpcoming: boolean;
  readonly kind: string;
  readonly text: string;
  /** The recorded reason, as a sentence. */
  readonly why: string | null;
  readonly class: "human" | "machine" | "unsure" | null;
  readonly campaignId: string | null;
  readonly stepId: string | null;
}

/** A contact's story, what is still to come first and then the past, newest first. */
export function listTimeline(db: ReadableDb, contactId: number, now: Instant): TimelineItem[] {
  const items = [
    ...upcoming(db, contactId, now),
    ...entriesToCome(db, contactId, now),
    ...messages(db, contactId),
    ...events(db, contactId),
    ...decisions(db, contactId),
  ];
  return items.sort((a, b) => b.at - a.at);
}

function upcoming(db: ReadableDb, contactId: number, now: Instant): TimelineItem[] {
  return listOpenEnrollments(db, contactId).flatMap((run) => {
    const campaign = getCampaignHead(db, run.campaignId);
    const step =
      run.stepId === null
        ? undefined
        : findStep(getVersion(db, run.versionId).plan.steps, run.stepId);
    if (!campaign || !step) return [];
    const name = step.kind === "email" || step.kind === "split" ? step.name : "";
    const queued = db.get<{ at: Instant; reason: string | null }>(
      "SELECT not_before AS at, reason FROM message WHERE enrollment_id = ? AND state = 'queued'",
      [run.id],
    );
    const at = queued?.at ?? run.wakeAt ?? now;
    const text =
      run.phase === "await_event"
        ? `“${campaign.name}” decides what comes next${name ? ` at “${name}”` : ""}, unless something happens before`
        : step.kind === "email"
          ? `Email “${name}” of “${campaign.name}”`
          : `“${campaign.name}” goes on`;
    const why = db.get<{ reason: string | null }>(
      "SELECT reason FROM decision WHERE enrollment_id = ? ORDER BY seq DESC LIMIT 1",
      [run.id],
    );
    return [
      item({
        at: Math.max(at, now),
        isUpcoming: true,
        kind: step.kind === "email" && run.phase !== "await_event" ? "upcoming-email" : "upcoming",
        text,
        why: sentence(queued?.reason ?? why?.reason),
        campaignId: run.campaignId,
        stepId: run.stepId,
      }),
    ];
  });
}

/** Campaigns that will start by a date of theirs. */
function entriesToCome(db: ReadableDb, contactId: number, now: Instant): TimelineItem[] {
  return listComing(db, contactId).map(({ at, campaignId, name }) =>
    item({
      at: Math.max(at, now),
      isUpcoming: true,
      kind: "upcoming",
      text: `Enters “${name}” by a date, as far as they may come in then`,
      campaignId,
    }),
  );
}

function messages(db: ReadableDb, contactId: number): TimelineItem[] {
  const rows = db.all<{
    at: Instant;
    state: string;
    subject: string | null;
    reason: string | null;
    campaignId: string | null;
    stepId: string | null;
    why: string | null;
    resolution: string | null;
  }>(
    `SELECT coalesce(m.accepted_at, m.intent_at, m.created_at) AS at, m.state, m.subject, m.reason, m.campaign_id AS campaignId,
       m.step_id AS stepId, m.resolution,
       (SELECT d.reason FROM decision d WHERE d.enrollment_id = m.enrollment_id AND d.from_step_id = m.step_id AND d.move = 'send'
        ORDER BY d.seq DESC LIMIT 1) AS why
     FROM message m WHERE m.contact_id = ? AND m.state <> 'queued'`,
    [contactId],
  );
  const words: Readonly<Record<string, string>> = {
    sent: "Was sent",
    in_flight: "Is being sent",
    uncertain: "May have been sent",
    failed: "Could not be sent",
    cancelled: "Was not sent",
    expired: "Was not sent: too late",
  };
  return rows.map((row) =>
    item({
      at: row.at,
      kind: `message-${row.state}`,
      text: `${words[row.state] ?? row.state}: “${row.subject ?? "an email"}”`,
      why: sentence(row.reason ?? row.why),
      campaignId: row.campaignId,
      stepId: row.stepId,
    }),
  );
}

function events(db: ReadableDb, contactId: number): TimelineItem[] {
  const rows = db.all<{
    at: Instant;
    kind: string;
    class: TimelineItem["class"];
    classReason: string | null;
    url: string | null;
    data: string | null;
    subject: string | null;
    campaignId: string | null;
    stepId: string | null;
  }>(
    `SELECT e.occurred_at AS at, e.kind, e.class, e.class_reason AS classReason, e.url, e.data, m.subject,
       m.campaign_id AS campaignId, m.step_id AS stepId
     FROM event e LEFT JOIN message m ON m.id = e.message_id
     WHERE e.contact_id = ? AND e.kind <> 'campaign-ended'`,
    [contactId],
  );
  const names: Names = {
    stages: new Map(listStages(db).map(({ id, name }) => [id, name])),
    fields: new Map(listFields(db).map(({ key, label }) => [key, label])),
    campaignOf: (id) => getCampaignHead(db, id)?.name,
  };
  return rows.map((row) => {
    const said = saidBy(row.data);
    return item({
      at: row.at,
      kind: row.kind,
      text: eventWords(row, said, names),
      why: sentence(row.kind === "entry-refused" ? said("reason") : row.classReason),
      class: ["opened", "clicked", "probed"].includes(row.kind) ? row.class : null,
      campaignId: row.campaignId ?? (said("campaignId") || null),
      stepId: row.stepId,
    });
  });
}

interface Names {
  readonly stages: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, string>;
  campaignOf: (id: string) => string | undefined;
}

/** What an event's data say under a key, as text. */
function saidBy(json: string | null): (key: string) => string {
  const data = json === null ? {} : (JSON.parse(json) as Record<string, unknown>);
  return (key) => {
    const value = data[key];
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
  };
}

function eventWords(
  event: { kind: string; url: string | null; subject: string | null; data: string | null },
  said: (key: string) => string,
  names: Names,
): string {
  const mail = event.subject === null ? "an email" : `“${event.subject}”`;
  switch (event.kind) {
    case "opened":
      return `Opened ${mail}`;
    case "clicked":
      return `Clicked ${event.url ?? "a link"} in ${mail}`;
    case "probed":
      return `A program checked a link of ${mail}`;
    case "replied":
      return `Replied to ${mail}${said("text") && `: “${said("text")}”`}`;
    case "unsubscribed":
      return "Unsubscribed";
    case "bounced":
      return `The address does not exist: ${said("reply")}`;
    case "soft-bounced":
      return `Was refused: ${said("reply")}`;
    case "tag-added":
      return `Got the tag “${said("tag")}”`;
    case "tag-removed":
      return `Lost the tag “${said("tag")}”`;
    case "imported":
      return "Was imported";
    case "stage-changed":
      return said("stageId") === ""
        ? "Left the stages"
        : `Moved to the stage “${names.stages.get(said("stageId")) ?? said("stageId")}”`;
    case "field-changed":
      return fieldWords(names.fields.get(said("field")) ?? said("field"), said("value"));
    case "snoozed":
      return said("until") === "" ? "May be mailed again" : "Was snoozed";
    case "status-changed":
      if (said("status") === "archived") return "Was archived";
      if (said("was") === "archived") return `Came out of the archive, ${said("status")}`;
      return `Became ${said("status")}`;
    case "entry-refused": {
      const name = names.campaignOf(said("campaignId"));
      return `Did not enter ${name === undefined ? "a campaign" : `“${name}”`}`;
    }
    case "web":
    case "custom":
      return contactEventWords(readContactEvent(event.data));
    default:
      return event.kind;
  }
}

function fieldWords(label: string, value: string): string {
  if (value === "") return `“${label}” was cleared`;
  return `“${label}” was set to “${value === "true" ? "yes" : value === "false" ? "no" : value}”`;
}

function decisions(db: ReadableDb, contactId: number): TimelineItem[] {
  const entered = db.all<{ at: Instant; name: string; campaignId: string; entryKey: string }>(
    `SELECT e.entered_at AS at, c.name, e.campaign_id AS campaignId, e.entry_key AS entryKey
     FROM enrollment e JOIN campaign c ON c.id = e.campaign_id WHERE e.contact_id = ?`,
    [contactId],
  );
  const moves = db.all<{
    at: Instant;
    move: string;
    reason: string | null;
    name: string;
    campaignId: string;
    stepId: string | null;
    toStepId: string | null;
    versionId: number;
  }>(
    `SELECT d.at, d.move, d.reason, c.name, e.campaign_id AS campaignId, d.from_step_id AS stepId,
       d.to_step_id AS toStepId, d.version_id AS versionId
     FROM enrollment e JOIN decision d ON d.enrollment_id = e.id JOIN campaign c ON c.id = e.campaign_id
     WHERE e.contact_id = ? AND d.move IN ('skip','lane','jump','by-hand','end','exit')`,
    [contactId],
  );
  function moveWords(moved: (typeof moves)[number]): string {
    const { move, name } = moved;
    if (move === "end") return `Finished “${name}”`;
    if (move === "exit") return `Left “${name}”`;
    const isThere = move === "jump" || move === "by-hand";
    const stepId = isThere ? moved.toStepId : moved.stepId;
    const { plan } = getVersion(db, moved.versionId);
    const step = stepId === null ? undefined : findStep(plan.steps, stepId);
    const label = step ? lowerFirst(stepMention(step)) : "a step";
    if (isThere) return `Went to ${label} of “${name}”`;
    return move === "skip" ? `Skipped ${label} of “${name}”` : `Went on from ${label} of “${name}”`;
  }
  return [
    ...entered.map((row) =>
      item({
        at: row.at,
        kind: "entered",
        text: `Entered “${row.name}”`,
        why: sentence(entryCause(db, row.entryKey)),
        campaignId: row.campaignId,
      }),
    ),
    ...moves.map((row) =>
      item({
        at: row.at,
        kind: row.move,
        text: moveWords(row),
        why: sentence(row.reason),
        campaignId: row.campaignId,
        stepId: row.stepId,
      }),
    ),
  ];
}

/** Why somebody entered a campaign, as a clause. */
function item(
  from: Pick<TimelineItem, "at" | "kind" | "text"> & Partial<TimelineItem>,
): TimelineItem {
  return { isUpcoming: false, why: null, class: null, campaignId: null, stepId: null, ...from };
}

/** A recorded clause as a sentence. */
export function sentence(clause: string | null | undefined): string | null {
  if (!clause) return null;
  return `${clause[0]?.toUpperCase() ?? ""}${clause.slice(1)}${/[.!?]$/u.test(clause) ? "" : "."}`;
}
