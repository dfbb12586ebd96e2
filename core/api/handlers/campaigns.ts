import type { AreaHandlers } from "../../contract/contract-schema.ts";
import { CallFailed } from "../../contract/failure.ts";
import { hasErrors } from "../../domain/campaign-problems.ts";
import { walkSteps } from "../../domain/campaign.ts";
import { listLinks } from "../../domain/email-content.ts";
import { newPlan } from "../../domain/new-step.ts";
import { checkCampaign } from "../../engine/campaign-check.ts";
import {
  goLive,
  pauseCampaign,
  requireCampaign,
  resumeCampaign,
  stopCampaign,
} from "../../engine/campaign-life.ts";
import { contentToSend } from "../../engine/compose-mail.ts";
import { copyCampaign, exportCampaign, importCampaign } from "../../engine/copy-campaign.ts";
import { enroll } from "../../engine/enroll.ts";
import { previewLive } from "../../engine/preview-live.ts";
import { findStarter, starters } from "../../engine/starters.ts";
import { makeId } from "../../shared/id.ts";
import {
  type CampaignCounts,
  countCampaigns,
  countOverlaps,
  countWaiting,
} from "../../storage/campaign-counts.ts";
import {
  addCampaign,
  deleteCampaign,
  getVersion,
  hasUnpublishedContent,
  listCampaigns,
  saveCampaignNames,
  saveDraft,
  type CampaignRow,
} from "../../storage/campaigns.ts";
import { contactIdOf } from "../../storage/contacts.ts";
import { listGoals } from "../../storage/goals.ts";
import { countMatching } from "../../storage/match-rule.ts";
import { listEmailLinks } from "../../storage/email-links.ts";
import { listSegments } from "../../storage/segments.ts";
import type { AppParts } from "../app-parts.ts";
import { done } from "../done.ts";
import type { Reading } from "../reads.ts";
import { listSplitWinners } from "../../storage/split-tests.ts";

/** The map of all campaigns, which counts every segment, and the links of all emails. */
export function campaignReads({ db, now }: Reading) {
  function summaries() {
    const countsOf = countCampaigns(db);
    return listCampaigns(db).map((campaign) => summaryOf(campaign, countsOf(campaign.id)));
  }
  return {
    matrix() {
      const { inNone, inSeveral } = countOverlaps(db);
      return {
        goals: listGoals(db).map(({ id, name }) => ({ id, name })),
        segments: listSegments(db).map(({ id, name, rule }) => ({
          id,
          name,
          contacts: countMatching(db, rule, now()),
        })),
        campaigns: summaries(),
        inNoCampaign: inNone,
        inSeveral,
      };
    },
    list: summaries,
    listLinks: () => listEmailLinks(db),
  } satisfies Partial<AreaHandlers<"campaigns">>;
}

function summaryOf(campaign: CampaignRow, counts: CampaignCounts) {
  const { id, name, goalId, segmentId, state, updatedAt } = campaign;
  return { id, name, goalId, segmentId, state, updatedAt, ...counts };
}

export function campaignsHandlers(
  parts: AppParts,
): Omit<AreaHandlers<"campaigns">, keyof ReturnType<typeof campaignReads>> {
  const { db, clock, changes, engine, world } = parts;
  const engineParts = { ...parts, openMailer: noMailer };

  function told(id: string): { id: string } {
    changes.tell("campaigns", "reports", "contacts", "segments", "settings");
    engine.kick();
    return { id };
  }
  function check(campaign: CampaignRow) {
    return checkCampaign(db, campaign, { world, now: clock.wall() });
  }

  return {
    listStarters: () =>
      starters.map(({ id, description, campaign }) => ({
        id,
        name: campaign.name,
        description,
        emails: Object.keys(campaign.emails).length,
      })),
    create({ name, goalId, segmentId, starterId }) {
      const starter = starterId === null ? undefined : findStarter(starterId);
      if (starter) {
        const id = importCampaign(parts, starter.campaign, { name, goalId, segmentId });
        return told(id);
      }
      const id = makeId(parts.random);
      addCampaign(db, { id, name, goalId, segmentId, plan: newPlan(segmentId) }, clock.wall());
      return told(id);
    },
    get({ id }) {
      const campaign = requireCampaign(parts, id);
      const emails = [...walkSteps(campaign.draft.steps)]
        .filter((step) => step.kind === "email")
        .map((step) => {
          const content = contentToSend(db, id, step, "draft")?.content;
          return [
            step.id,
            { subject: content?.subject ?? "", links: content ? listLinks(content) : [] },
          ] as const;
        });
      return {
        ...summaryOf(campaign, countCampaigns(db)(id)),
        plan: campaign.draft,
        draftRev: campaign.draftRev,
        hasUnpublishedChanges: hasChanges(campaign),
        emails: Object.fromEntries(emails),
        problems: check(campaign),
        winners: listSplitWinners(db, id),
        waiting: countWaiting(db, id),
      };
    },
    rename({ id, ...names }) {
      requireCampaign(parts, id);
      saveCampaignNames(db, id, names, clock.wall());
      told(id);
      return done;
    },
    saveDraft({ id, draftRev, plan }) {
      const campaign = requireCampaign(parts, id);
      const saved = saveDraft(db, id, draftRev, plan, clock.wall());
      if (saved === undefined)
        throw new CallFailed({
          code: "conflict",
          message:
            "This campaign was changed in another window. It is loaded again with those changes.",
        });
      changes.tell("campaigns");
      return {
        draftRev: saved,
        problems: checkCampaign(db, campaign, { world, now: clock.wall(), plan }),
      };
    },
    duplicate: ({ id, ...names }) => told(copyCampaign(parts, requireCampaign(parts, id), names)),
    remove({ id }) {
      if (requireCampaign(parts, id).liveVersionId !== null)
        throw new CallFailed({
          code: "conflict",
          message:
            "A campaign that was live keeps its history and cannot be deleted. Stop it instead.",
        });
      deleteCampaign(db, id);
      told(id);
      return done;
    },
    goLivePreview({ id }) {
      const campaign = requireCampaign(parts, id);
      return previewLive(engineParts, campaign, check(campaign));
    },
    goLive({ id, existing }) {
      const problems = check(requireCampaign(parts, id));
      const [first] = problems.filter((problem) => problem.severity === "error");
      if (hasErrors(problems) && first)
        throw new CallFailed({
          code: "invalid",
          message: `The campaign cannot go live yet: ${first.text}`,
        });
      const started = goLive(engineParts, id, existing, clock.wall());
      told(id);
      return started;
    },
    pause({ id }) {
      pauseCampaign(engineParts, id, clock.wall());
      told(id);
      return done;
    },
    resume({ id }) {
      resumeCampaign(engineParts, id, clock.wall());
      told(id);
      return done;
    },
    stop({ id }) {
      stopCampaign(engineParts, id, clock.wall());
      told(id);
      return done;
    },
    enroll({ id, contactIds }) {
      requireCampaign(parts, id);
      const refused: { contactId: string; reason: string }[] = [];
      let started = 0;
      for (const contactId of contactIds) {
        const inner = contactIdOf(db, contactId);
        if (inner === undefined) continue;
        const entered = enroll(
          engineParts,
          id,
          inner,
          `manual:${makeId(parts.random)}`,
          clock.wall(),
        );
        if ("id" in entered) started += 1;
        else refused.push({ contactId, reason: entered.refused });
      }
      told(id);
      return { started, refused };
    },
    export: ({ id }) => exportCampaign(db, requireCampaign(parts, id)),
    import: (portable) => told(importCampaign(parts, portable, {})),
  };

  function hasChanges(campaign: CampaignRow): boolean {
    if (campaign.liveVersionId === null) return true;
    const live = getVersion(db, campaign.liveVersionId).plan;
    return (
      JSON.stringify(live) !== JSON.stringify(campaign.draft) ||
      hasUnpublishedContent(db, campaign.id)
    );
  }
}

/** Handlers change campaigns; only the engine sends. */
export function noMailer(): never {
  throw new Error("handlers do not send");
}
