import type { Output } from "../contract/contract-schema.ts";
import { matches, type ContactFacts } from "../domain/segment-evaluate.ts";
import { getVersion, listLiveCampaigns } from "../storage/campaigns.ts";
import { ruleContext } from "../storage/match-rule.ts";
import type { ContactCandidate } from "./read-contacts.ts";
import type { ImportRun, RowResult } from "./import-contacts.ts";

type Total = Output<"imports", "status">["wouldStart"][number];

/** Counts new contacts of a file who would start a live campaign, without importing anybody. */
export function countStarters(run: ImportRun): {
  look(candidate: ContactCandidate, result: RowResult): void;
  totals(): Total[];
} {
  const { db } = run;
  const context = ruleContext(db, run.at);
  const watched = listLiveCampaigns(db).map((campaign) => ({
    total: { campaignId: campaign.id, name: campaign.name, contacts: 0 },
    entries: getVersion(db, campaign.liveVersionId ?? 0).plan.entries,
  }));
  return {
    look(candidate, result) {
      if (result !== "added" || watched.length === 0) return;
      const facts = factsOf(run, candidate);
      for (const { total, entries } of watched) {
        const isStart = entries.some((entry) => {
          if (entry.kind === "tag-added") return facts.tags.includes(entry.tag);
          if (entry.kind !== "joins-segment") return false;
          return matches(
            { kind: "in-segment", test: "is", segmentId: entry.segmentId },
            facts,
            context,
          );
        });
        if (isStart && facts.status === "subscribed") total.contacts += 1;
      }
    },
    totals: () => watched.map(({ total }) => total).filter((total) => total.contacts > 0),
  };
}

function factsOf(run: ImportRun, candidate: ContactCandidate): ContactFacts {
  const { tag } = run.options;
  return {
    address: candidate.address,
    firstName: candidate.firstName,
    lastName: candidate.lastName,
    zone: candidate.zone,
    stageId:
      candidate.stage === null
        ? null
        : (run.stageIdsByName.get(candidate.stage.toLowerCase()) ?? null),
    status: candidate.status ?? "subscribed",
    tags: tag === "" ? candidate.tags : [...candidate.tags, tag],
    fields: candidate.fields,
    activity: [],
  };
}
