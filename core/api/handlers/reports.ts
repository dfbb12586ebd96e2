import type { AreaHandlers } from "../../contract/contract-schema.ts";
import { walkSteps } from "../../domain/campaign.ts";
import { requireCampaign } from "../../engine/campaign-life.ts";
import { countCampaigns, countWaiting } from "../../storage/campaign-counts.ts";
import {
  getContent,
  getDraftContent,
  getPublishedRev,
  getVersion,
  listCampaigns,
  type CampaignRow,
} from "../../storage/campaigns.ts";
import { listContactRows } from "../../storage/contacts.ts";
import {
  countCampaign,
  countEmails,
  countLanes,
  countLinks,
  countPassages,
  countQuarters,
  listSentMails,
  noNumbers,
  recountCampaign,
} from "../../storage/reports.ts";
import { listLinks } from "../../domain/email-content.ts";
import { getBusiness } from "../../storage/settings.ts";
import { listPeople } from "../../storage/report-people.ts";
import type { Reading } from "../reads.ts";
import { funnelRows } from "./funnel-rows.ts";
import { emailsCsv, peopleCsv } from "./report-csv.ts";
import { reportDays } from "./report-days.ts";

/** People shown in one page of "who". */
const PAGE = 100;

export function reportsHandlers({ db }: Reading): AreaHandlers<"reports"> {
  return {
    overview() {
      const countsOf = countCampaigns(db);
      return listCampaigns(db)
        .filter((campaign) => campaign.liveVersionId !== null)
        .map((campaign) => {
          const { open, entered, reachedGoal } = countsOf(campaign.id);
          return {
            ...countCampaign(db, campaign.id),
            campaignId: campaign.id,
            name: campaign.name,
            state: campaign.state,
            entered,
            open,
            reachedGoal,
          };
        });
    },

    campaign({ id }) {
      const campaign = requireCampaign({ db }, id);
      const { open, entered, reachedGoal } = countCampaigns(db)(id);
      const totals = countCampaign(db, id);
      const value = db.get<{ cents: number | null }>(
        "SELECT sum(goal_value_cents) AS cents FROM enrollment WHERE campaign_id = ?",
        [id],
      );
      return {
        name: campaign.name,
        state: campaign.state,
        entered,
        open,
        reachedGoal,
        goalValueCents: value?.cents ?? 0,
        totals,
        emails: emailRows(campaign),
        funnel: funnelRows(planOf(campaign).steps, {
          waiting: countWaiting(db, id),
          passages: countPassages(db, id),
          lanes: countLanes(db, id),
        }),
        days: reportDays(countQuarters(db, id), getBusiness(db).zone),
        isRecountEqual: isSubset(recountCampaign(db, id), totals),
      };
    },

    email({ campaignId, stepId }) {
      const campaign = requireCampaign({ db }, campaignId);
      const row = emailRows(campaign).find((email) => email.stepId === stepId);
      const content = contentOf(campaignId, stepId);
      const links = content ? listLinks(content) : [];
      const counted = new Map(
        countLinks(db, campaignId, stepId).map((link) => [link.linkId, link]),
      );
      const ids = new Set([...links.map((link) => link.linkId), ...counted.keys()]);
      return {
        ...noNumbers,
        ...row,
        name: row?.name ?? "",
        subject: content?.subject ?? "",
        links: [...ids].map((linkId) => {
          const known = links.find((link) => link.linkId === linkId);
          const numbers = counted.get(linkId);
          return {
            linkId,
            label: known?.label ?? "A link no longer in the email",
            url: known?.url ?? "",
            people: numbers?.people ?? 0,
            clicks: numbers?.clicks ?? 0,
            machineClicks: numbers?.machineClicks ?? 0,
          };
        }),
      };
    },

    people({ offset, ...input }) {
      const people = listPeople(db, input);
      const page = people.slice(offset, offset + PAGE);
      const rowsById = listContactRows(
        db,
        page.map((person) => person.contactId),
      );
      return {
        total: people.length,
        rows: page.flatMap(({ contactId, at, note }) => {
          const row = rowsById.get(contactId);
          return row ? [{ ...row, at, note }] : [];
        }),
      };
    },

    csv({ campaignId, what }) {
      const campaign = requireCampaign({ db }, campaignId);
      const fileName = `${campaign.name.replace(/[^\p{L}\p{N}]+/gu, "-")}-${what}.csv`;
      const emails = emailRows(campaign);
      const text =
        what === "emails"
          ? emailsCsv(emails)
          : peopleCsv({
              mails: listSentMails(db, campaignId),
              emailNames: new Map(emails.map(({ stepId, name }) => [stepId, name])),
              zone: getBusiness(db).zone,
            });
      return { fileName, text };
    },
  };

  function contentOf(campaignId: string, stepId: string) {
    const published = getPublishedRev(db, campaignId, stepId);
    return (
      published
        ? getContent(db, campaignId, stepId, published.rev)
        : getDraftContent(db, campaignId, stepId)
    )?.content;
  }

  function planOf(campaign: CampaignRow) {
    return campaign.liveVersionId === null
      ? campaign.draft
      : getVersion(db, campaign.liveVersionId).plan;
  }

  function emailRows(campaign: CampaignRow) {
    const numbers = countEmails(db, campaign.id);
    const steps = [...walkSteps(planOf(campaign).steps)].filter((step) => step.kind === "email");
    return steps
      .filter((step) => step.resendOf === null)
      .map((step) => ({
        ...noNumbers,
        ...numbers.get(step.id),
        stepId: step.id,
        name: step.name,
        subject: contentOf(campaign.id, step.id)?.subject ?? "",
        resends: steps.filter((other) => other.resendOf === step.id).length,
      }));
  }
}

function isSubset(part: object, whole: object): boolean {
  const all = whole as Record<string, unknown>;
  return Object.entries(part).every(([key, value]) => all[key] === value);
}
