import { campaignProblems } from "../domain/campaign-problems.ts";
import type {
  CampaignFacts,
  CampaignProblem,
  CampaignSummary,
  EmailFacts,
} from "../domain/campaign-facts.ts";
import { walkSteps, type CampaignPlan, type EmailStep } from "../domain/campaign.ts";
import { dayOf } from "../domain/segment-evaluate.ts";
import { emailProblems, emptyContent, isEmpty, listLinks } from "../domain/email-content.ts";
import type { Instant } from "../shared/clock.ts";
import { getDefaultAccount } from "../storage/accounts.ts";
import {
  getVersion,
  listCampaignHeads,
  type CampaignHead,
  type CampaignRow,
} from "../storage/campaigns.ts";
import type { ReadableDb } from "../storage/db.ts";
import { listEmailLinks } from "../storage/email-links.ts";
import { listGoals } from "../storage/goals.ts";
import { ruleNames, ruleWorld } from "../storage/match-rule.ts";
import { getBusiness } from "../storage/settings.ts";
import { getSource } from "../storage/sources.ts";
import type { World } from "../contract/wire.ts";
import { contentToSend } from "./compose-mail.ts";

/** Everything wrong with a campaign's draft, by what this database has now. */
export function checkCampaign(
  db: ReadableDb,
  campaign: CampaignRow,
  options: { readonly world: World; readonly now: Instant; readonly plan?: CampaignPlan },
): CampaignProblem[] {
  const plan = options.plan ?? campaign.draft;
  const world = ruleWorld(db, options.now);
  const business = getBusiness(db);
  const emails = new Map<string, EmailFacts>();
  for (const step of walkSteps(plan.steps))
    if (step.kind === "email")
      emails.set(step.id, emailFacts(db, campaign.id, step, new Set(world.fieldTypes.keys())));
  const goal = listGoals(db).find(({ id }) => id === campaign.goalId);
  const facts: CampaignFacts = {
    ...world,
    campaignId: campaign.id,
    today: dayOf({ now: options.now, zone: business.zone }),
    now: options.now,
    zone: business.zone,
    segmentId: campaign.segmentId,
    hasGoal: campaign.goalId !== null,
    goalRule: goal?.rule ? { name: goal.name, rule: goal.rule } : null,
    segmentNames: ruleNames(db).segments,
    campaigns: new Map(listCampaignHeads(db).map((head) => [head.id, summaryOf(db, head)])),
    linkUrls: plan.entries.some(({ kind }) => kind === "link-clicked")
      ? listEmailLinks(db).map(({ url }) => url)
      : [],
    emails,
    hasAccount: getDefaultAccount(db) !== undefined,
    hasPostalAddress: business.postalAddress !== "",
    hasRelay: getSource(db, "relay") !== undefined,
    hasInbox: options.world === "practice",
  };
  return campaignProblems(plan, facts);
}

function summaryOf(db: ReadableDb, head: CampaignHead): CampaignSummary {
  const { name, goalId, state, liveVersionId } = head;
  const live = liveVersionId === null ? undefined : getVersion(db, liveVersionId).plan;
  const startsAfter =
    live && live.reentry.kind !== "once" && state !== "stopped"
      ? live.entries.flatMap((entry) => (entry.kind === "campaign-ended" ? entry.campaignId : []))
      : [];
  return { name, hasGoal: goalId !== null, state, startsAfter };
}

function emailFacts(
  db: ReadableDb,
  campaignId: string,
  step: EmailStep,
  fieldKeys: ReadonlySet<string>,
): EmailFacts {
  const content = contentToSend(db, campaignId, step, "draft")?.content ?? emptyContent;
  const problems = emailProblems(content, { fieldKeys }).filter(
    // The campaign's own check says these two, with the step's name.
    ({ text }) => !(text === "The email has no subject." || text === "The email is empty."),
  );
  return {
    subject: content.subject,
    isEmpty: isEmpty(content) && step.resendOf === null,
    links: listLinks(content),
    problems,
  };
}
