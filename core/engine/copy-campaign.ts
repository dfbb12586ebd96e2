import { createHash } from "node:crypto";
import type { Output } from "../contract/contract-schema.ts";
import { walkSteps, type CampaignPlan } from "../domain/campaign.ts";
import type { EmailContent } from "../domain/email-content.ts";
import { builtInFields } from "../domain/field.ts";
import { segmentRuleSchema } from "../domain/segment-schema.ts";
import type { Clock, Random } from "../shared/clock.ts";
import { makeId } from "../shared/id.ts";
import {
  addCampaign,
  getDraftContent,
  saveDraftContent,
  type CampaignRow,
} from "../storage/campaigns.ts";
import type { ReadableDb, WritableDb } from "../storage/db.ts";
import { fieldTypesOf, listFields, saveField, type FieldRow } from "../storage/fields.ts";
import { listGoals, saveGoal } from "../storage/goals.ts";
import { getSegment, listSegments, saveSegment } from "../storage/segments.ts";

export type PortableCampaign = Output<"campaigns", "export">;

interface Parts {
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly random: Random;
}

/** Names the words of an email, so that a revision that says the same is not published twice. */
export function contentHash(content: EmailContent): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 32);
}

/** A campaign as one text: what it does and says, without its people. */
export function exportCampaign(db: ReadableDb, campaign: CampaignRow): PortableCampaign {
  const goal = listGoals(db).find((row) => row.id === campaign.goalId);
  const segment = campaign.segmentId === null ? undefined : getSegment(db, campaign.segmentId);
  const parts = {
    goal: goal
      ? { rule: goal.rule, windowDays: goal.windowDays, valueCents: goal.valueCents }
      : null,
    segment: segment ? { name: segment.name, rule: segment.rule } : null,
    plan: campaign.draft,
    emails: emailsOf(db, campaign),
  };
  const words = JSON.stringify(parts);
  return {
    format: "dripline-campaign-1",
    name: campaign.name,
    goalName: goal?.name ?? null,
    fields: listFields(db).filter(({ key }) => words.includes(key)),
    ...parts,
  };
}

function emailsOf(db: ReadableDb, campaign: CampaignRow): Record<string, EmailContent> {
  const emails: Record<string, EmailContent> = {};
  for (const step of walkSteps(campaign.draft.steps)) {
    if (step.kind !== "email") continue;
    const content = getDraftContent(db, campaign.id, step.id)?.content;
    if (content) emails[step.id] = content;
  }
  return emails;
}

export interface Names {
  readonly name?: string;
  readonly goalId?: string | null;
  readonly segmentId?: string | null;
}

/** Brings a campaign in as a draft. Goal and segment are found by name, or made. Returns its id. */
export function importCampaign(parts: Parts, portable: PortableCampaign, names: Names): string {
  const { db, clock, random } = parts;
  const now = clock.wall();
  return db.transaction(() => {
    addMissingFields(db, portable.fields ?? []);
    const goalId = names.goalId ?? goalNamed(parts, portable);
    const segmentId = names.segmentId ?? segmentNamed(parts, portable.segment);
    const id = makeId(random);
    const plan = enterBy(portable.plan, segmentId);
    addCampaign(db, { id, name: names.name ?? portable.name, goalId, segmentId, plan }, now);
    for (const [stepId, content] of Object.entries(portable.emails))
      saveDraftContent(db, id, stepId, content, contentHash(content), now);
    return id;
  });
}

/** A copy for another goal or segment, as a draft. */
export function copyCampaign(parts: Parts, campaign: CampaignRow, names: Required<Names>): string {
  const portable = exportCampaign(parts.db, campaign);
  return importCampaign(parts, { ...portable, goalName: null, segment: null }, names);
}

/** The plan starts with its own segment, whatever segment it was written for. */
function enterBy(plan: CampaignPlan, segmentId: string | null): CampaignPlan {
  if (segmentId === null) return plan;
  return {
    ...plan,
    entries: plan.entries.map((entry) => ("segmentId" in entry ? { ...entry, segmentId } : entry)),
  };
}

function addMissingFields(db: WritableDb, fields: readonly FieldRow[]): void {
  const known = fieldTypesOf(db);
  for (const field of fields)
    if (!known.has(field.key) && !builtInFields.has(field.key)) saveField(db, field);
}

function goalNamed({ db, random }: Parts, portable: PortableCampaign): string | null {
  const { goalName: name, goal } = portable;
  if (name === null) return null;
  const known = listGoals(db).find((goal) => goal.name === name);
  if (known) return known.id;
  const id = makeId(random);
  saveGoal(db, {
    id,
    name,
    rule: goal?.rule ? segmentRuleSchema.parse(goal.rule) : null,
    windowDays: goal?.windowDays ?? 30,
    valueCents: goal?.valueCents ?? 0,
  });
  return id;
}

function segmentNamed(
  { db, clock, random }: Parts,
  segment: PortableCampaign["segment"],
): string | null {
  if (segment === null) return null;
  const known = listSegments(db).find((row) => row.name === segment.name);
  if (known) return known.id;
  const id = makeId(random);
  saveSegment(
    db,
    { id, name: segment.name, rule: segmentRuleSchema.parse(segment.rule) },
    clock.wall(),
  );
  return id;
}
