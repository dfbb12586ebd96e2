import type { AreaHandlers } from "../../contract/contract-schema.ts";
import { CallFailed } from "../../contract/failure.ts";
import { segmentCycle } from "../../domain/segment-cycle.ts";
import { ruleProblems } from "../../domain/segment-problems.ts";
import { segmentSentence } from "../../domain/segment-sentence.ts";
import type { SegmentRule } from "../../domain/segment.ts";
import { makeId } from "../../shared/id.ts";
import { listContacts } from "../../storage/contacts.ts";
import { campaignOfGoal, listGoals, removeGoal, saveGoal } from "../../storage/goals.ts";
import { countMatching, ruleContext, ruleNames, ruleWorld } from "../../storage/match-rule.ts";
import { getSegment, listSegments, removeSegment, saveSegment } from "../../storage/segments.ts";
import { usesOfId } from "../../storage/uses-of-id.ts";
import type { AppParts } from "../app-parts.ts";
import { done } from "../done.ts";
import type { Reading } from "../reads.ts";

/** People shown as a sample of a rule. */
const SAMPLE = 8;

/** Those that look at every contact. */
export function segmentReads({ db, now }: Reading) {
  return {
    list() {
      const names = ruleNames(db);
      return listSegments(db).map((segment) => ({
        ...segment,
        sentence: segmentSentence(segment.rule, names),
        contacts: countMatching(db, segment.rule, now()),
      }));
    },
    preview({ rule }) {
      const at = now();
      const { rows } = listContacts(
        db,
        {
          query: "",
          rule: {
            kind: "all",
            rules: [rule, { kind: "status", test: "is-not", status: "archived" }],
          },
          sort: "created",
          isDescending: true,
          offset: 0,
          limit: SAMPLE,
        },
        at,
      );
      return {
        contacts: countMatching(db, rule, at),
        sentence: segmentSentence(rule, ruleNames(db)),
        sample: rows,
      };
    },
  } satisfies Partial<AreaHandlers<"segments">>;
}

export function segmentsHandlers(
  parts: AppParts,
): Omit<AreaHandlers<"segments">, keyof ReturnType<typeof segmentReads>> {
  const { db, clock, changes } = parts;
  return {
    get({ id }) {
      const segment = getSegment(db, id);
      if (!segment) throw gone("segment");
      return { ...segment, sentence: segmentSentence(segment.rule, ruleNames(db)) };
    },
    save({ id, name, rule }) {
      if (id !== null && !getSegment(db, id)) throw gone("segment");
      const segmentId = id ?? makeId(parts.random);
      refuseBadRule(parts, rule);
      const rules = new Map(ruleContext(db, clock.wall()).segmentRules).set(segmentId, rule);
      if (segmentCycle(rules))
        throw new CallFailed({
          code: "invalid",
          message:
            "This rule stands on a segment that stands on this one. Take one of the two out.",
        });
      const twin = listSegments(db).find(
        (other) => isSameName(other.name, name) && other.id !== segmentId,
      );
      if (twin)
        throw new CallFailed({
          code: "conflict",
          message: `There is a segment named “${twin.name}” already. Choose another name.`,
        });
      db.transaction(() => saveSegment(db, { id: segmentId, name, rule }, clock.wall()));
      changes.tell("segments", "campaigns");
      parts.engine.kick();
      return { id: segmentId };
    },
    remove({ id }) {
      const uses = usesOfId(db, id);
      if (uses.length > 0)
        throw new CallFailed({
          code: "conflict",
          message: `This segment is used by ${uses.slice(0, 3).join(", ")}. Change that first.`,
        });
      db.transaction(() => removeSegment(db, id));
      changes.tell("segments", "campaigns");
      return done;
    },
  };
}

function refuseBadRule(parts: AppParts, rule: SegmentRule): void {
  const [problem] = ruleProblems(rule, ruleWorld(parts.db, parts.clock.wall()));
  if (problem !== undefined) throw new CallFailed({ code: "invalid", message: problem });
}

function gone(what: "segment" | "goal"): CallFailed {
  return new CallFailed({
    code: "not-found",
    message: `This ${what} is gone. It was removed meanwhile.`,
  });
}

function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

export function goalsHandlers(parts: AppParts): AreaHandlers<"goals"> {
  const { db, changes, engine } = parts;
  return {
    list: () => listGoals(db),
    save({ id, ...goal }) {
      const goals = listGoals(db);
      if (id !== null && !goals.some((other) => other.id === id)) throw gone("goal");
      if (goal.rule) refuseBadRule(parts, goal.rule);
      const goalId = id ?? makeId(parts.random);
      const twin = goals.find((other) => isSameName(other.name, goal.name) && other.id !== goalId);
      if (twin)
        throw new CallFailed({
          code: "conflict",
          message: `There is a goal named “${twin.name}” already. Choose another name.`,
        });
      db.transaction(() => saveGoal(db, { id: goalId, ...goal }));
      changes.tell("goals", "campaigns");
      engine.kick();
      return { id: goalId };
    },
    remove({ id }) {
      const campaign = campaignOfGoal(db, id);
      if (campaign)
        throw new CallFailed({
          code: "conflict",
          message: `The campaign “${campaign.name}” is for this goal. Give it another goal first.`,
        });
      removeGoal(db, id);
      changes.tell("goals", "campaigns");
      return done;
    },
  };
}
