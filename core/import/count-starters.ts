import type { Output } from "../contract/contract-schema.ts";
import { reentryRefusal } from "../domain/reentry.ts";
import { matches, type ContactFacts } from "../domain/segment-evaluate.ts";
import { startsOn } from "../domain/starts-on.ts";
import { listLivePlans } from "../storage/campaigns.ts";
import { rehearse } from "../storage/db.ts";
import { getLastRun } from "../storage/enrollments.ts";
import { ruleContext } from "../storage/match-rule.ts";
import { compileSegment } from "../storage/segment-query.ts";
import { changesBy, importRow, type ImportRun, type Judgement } from "./import-contacts.ts";
import type { ContactCandidate } from "./read-contacts.ts";

type WouldStart = Output<"imports", "status">["wouldStart"];

export const NOBODY: WouldStart = { contacts: 0, campaigns: [] };

/** Segments a contact is in before a row is imported and after it. */
interface Membership {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** Counts whom of a file live campaigns would start for, without importing anybody. */
export function countStarters(run: ImportRun): {
  look(candidate: ContactCandidate, judged: Judgement): void;
  totals(): WouldStart;
} {
  const { db } = run;
  const context = ruleContext(db, run.at);
  const watched = listLivePlans(db).map(({ campaign, plan }) => ({
    total: { campaignId: campaign.id, name: campaign.name, contacts: 0 },
    plan,
  }));
  const segmentIds = [
    ...new Set(
      watched.flatMap(({ plan }) =>
        plan.entries.flatMap((entry) =>
          entry.kind === "joins-segment" || entry.kind === "leaves-segment" ? entry.segmentId : [],
        ),
      ),
    ),
  ];
  const tests = segmentIds.map((segmentId) => {
    const { where, params } = compileSegment(inSegment(segmentId), context);
    return { segmentId, sql: `SELECT 1 FROM contact c WHERE c.id = ? AND (${where})`, params };
  });
  let contacts = 0;

  function segmentsOf(contactId: number): Set<string> {
    return new Set(
      tests.flatMap(({ segmentId, sql, params }) =>
        db.get(sql, [contactId, ...params]) === undefined ? [] : segmentId,
      ),
    );
  }

  function membership(candidate: ContactCandidate, judged: Judgement): Membership {
    const { existing, result } = judged;
    if (!existing) {
      const facts = factsOf(candidate, judged);
      const joined = segmentIds.filter((id) => matches(inSegment(id), facts, context));
      return { before: new Set(), after: new Set(joined) };
    }
    const before = segmentsOf(existing.id);
    if (result === "unchanged" || segmentIds.length === 0) return { before, after: before };
    // What somebody did counts for segments too, so only the database can say.
    const after = rehearse(db, () => {
      importRow({ ...run, isAwaited: false }, candidate);
      return segmentsOf(existing.id);
    });
    return { before, after };
  }

  return {
    look(candidate, judged) {
      if (judged.result === "suppressed" || judged.status !== "subscribed") return;
      if (watched.length === 0) return;
      const changes = changesBy(judged);
      const { before, after } = membership(candidate, judged);
      let isStarter = false;
      for (const { total, plan } of watched) {
        const isStart = plan.entries.some((entry) => {
          if (entry.kind === "joins-segment")
            return after.has(entry.segmentId) && !before.has(entry.segmentId);
          if (entry.kind === "leaves-segment")
            return before.has(entry.segmentId) && !after.has(entry.segmentId);
          return changes.some((change) => startsOn(entry, change));
        });
        if (!isStart) continue;
        const last = judged.existing && getLastRun(db, total.campaignId, judged.existing.id);
        if (reentryRefusal(plan.reentry, last, run.at) !== undefined) continue;
        total.contacts += 1;
        isStarter = true;
      }
      if (isStarter) contacts += 1;
    },
    totals: () => ({
      contacts,
      campaigns: watched.map(({ total }) => total).filter((total) => total.contacts > 0),
    }),
  };
}

function inSegment(segmentId: string) {
  return { kind: "in-segment", test: "is", segmentId } as const;
}

function factsOf(candidate: ContactCandidate, { columns, tags, status }: Judgement): ContactFacts {
  return {
    address: candidate.address,
    firstName: columns.first_name,
    lastName: columns.last_name,
    zone: columns.zone,
    stageId: columns.stage_id,
    status: status as ContactFacts["status"],
    tags: [...tags],
    fields: candidate.fields,
    activity: [],
  };
}
