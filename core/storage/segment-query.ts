import { dayOf } from "../domain/segment-evaluate.ts";
import type { RuleContext } from "../domain/segment-evaluate.ts";
import { builtInFields } from "../domain/field.ts";
import { readFieldTest } from "../domain/field-test.ts";
import type { FieldCondition, FieldTest } from "../domain/field-test.ts";
import type { SegmentCondition, SegmentRule } from "../domain/segment.ts";
import { DAY } from "../shared/clock.ts";

/** A piece of SQL and the values of its question marks, in order. */
export interface SqlPiece {
  readonly where: string;
  readonly params: readonly (string | number)[];
}

const everyone: SqlPiece = { where: "1", params: [] };
// Not a plain 0, which would make SQLite give up the index a query for one contact stands on.
const nobody: SqlPiece = { where: "c.id < 0", params: [] };
const DAY_SHAPE = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*";
const orderSigns = {
  is: "=",
  "less-than": "<",
  "at-most": "<=",
  "at-least": ">=",
  "more-than": ">",
} as const;
const columns: Readonly<Record<string, string>> = {
  address: "c.address",
  first_name: "c.first_name",
  last_name: "c.last_name",
  time_zone: "c.zone",
};

/**
 * A rule as one predicate over `contact c`, true exactly where `matches` is. Whatever a person typed is
 * bound, never spliced. Never NULL, so it may be negated. Fit for one contact
 * (`WHERE c.id = ? AND (…)`) and for all (`WHERE c.status <> 'archived' AND (…)`).
 */
export function compileSegment(rule: SegmentRule, context: RuleContext): SqlPiece {
  return compileRule(rule, { ...context, today: dayOf(context), above: [] });
}

interface Scope extends RuleContext {
  readonly today: string;
  /** The segments this rule stands in; below its own rule a segment counts as gone. */
  readonly above: readonly string[];
}

function compileRule(rule: SegmentRule, scope: Scope): SqlPiece {
  switch (rule.kind) {
    case "all":
      return chain(rule.rules, "AND", everyone, scope);
    case "any":
      return chain(rule.rules, "OR", nobody, scope);
    case "none":
      return negate(chain(rule.rules, "OR", nobody, scope), true);
    default:
      return compileCondition(rule, scope);
  }
}

function chain(
  rules: readonly SegmentRule[],
  operator: "AND" | "OR",
  empty: SqlPiece,
  scope: Scope,
): SqlPiece {
  return balance(
    rules.map((rule) => compileRule(rule, scope)),
    operator,
    empty,
  );
}

/** Halves upon halves: a long chain of ANDs would pass SQLite's limit on an expression's depth. */
function balance(pieces: readonly SqlPiece[], operator: "AND" | "OR", empty: SqlPiece): SqlPiece {
  const [only] = pieces;
  if (!only) return empty;
  if (pieces.length === 1) return only;
  const middle = pieces.length >> 1;
  const left = balance(pieces.slice(0, middle), operator, empty);
  const right = balance(pieces.slice(middle), operator, empty);
  return {
    where: `(${left.where} ${operator} ${right.where})`,
    params: [...left.params, ...right.params],
  };
}

function negate(piece: SqlPiece, isNegated: boolean): SqlPiece {
  return isNegated ? { where: `NOT (${piece.where})`, params: piece.params } : piece;
}

function compileCondition(condition: SegmentCondition, scope: Scope): SqlPiece {
  switch (condition.kind) {
    case "stage": {
      const { stageIds } = condition;
      if (stageIds.length === 0) return nobody;
      const marks = stageIds.map(() => "?").join(", ");
      const isAmong = { where: `coalesce(c.stage_id, '') IN (${marks})`, params: stageIds };
      return negate(isAmong, condition.test === "is-not");
    }
    case "tag": {
      if (condition.tag === "") return nobody;
      const where = "EXISTS (SELECT 1 FROM contact_tag t WHERE t.contact_id = c.id AND t.tag = ?)";
      return negate({ where, params: [condition.tag] }, condition.test === "has-not");
    }
    case "status":
      return negate(
        { where: "c.status = ?", params: [condition.status] },
        condition.test === "is-not",
      );
    case "field":
      return compileField(condition, readFieldTest(condition, scope.fieldTypes, scope.today));
    case "in-segment": {
      const { segmentId } = condition;
      const rule = scope.segmentRules.get(segmentId);
      if (!rule || scope.above.includes(segmentId)) return nobody;
      const inner = compileRule(rule, { ...scope, above: [...scope.above, segmentId] });
      return negate(inner, condition.test === "is-not");
    }
    case "activity":
      return negate(compileActivity(condition, scope), condition.test === "did-not");
  }
}

function compileActivity(
  { did, lastDays, campaignId }: Extract<SegmentCondition, { kind: "activity" }>,
  scope: Scope,
): SqlPiece {
  const since = lastDays === null ? [] : [scope.now - lastDays * DAY];
  const campaign = campaignId === null ? [] : [campaignId];
  const tests: string[] = [];
  if (did === "sent") {
    // What a crash left unknown is taken as sent when it was about to be.
    if (lastDays !== null) tests.push("AND coalesce(m.accepted_at, m.intent_at) >= ?");
    if (campaignId !== null) tests.push("AND m.campaign_id = ?");
    const where = `EXISTS (SELECT 1 FROM message m WHERE m.contact_id = c.id AND m.kind = 'campaign'
      AND m.state IN ('sent', 'uncertain') ${tests.join(" ")})`;
    return { where, params: [...since, ...campaign] };
  }
  if (lastDays !== null) tests.push("AND e.occurred_at >= ?");
  if (campaignId !== null)
    tests.push(
      "AND EXISTS (SELECT 1 FROM message m WHERE m.id = e.message_id AND m.campaign_id = ?)",
    );
  const kinds = did === "opened" ? "'opened', 'clicked'" : `'${did}'`;
  const where = `EXISTS (SELECT 1 FROM event e WHERE e.contact_id = c.id AND e.kind IN (${kinds})
    AND e.class = 'human' ${tests.join(" ")})`;
  return { where, params: [...since, ...campaign] };
}

function compileField(condition: FieldCondition, test: FieldTest): SqlPiece {
  if (test.kind === "unfinished") return nobody;
  return negate(compileTest(condition.field, test), test.isNegated);
}

function compileTest(field: string, test: Exclude<FieldTest, { kind: "unfinished" }>): SqlPiece {
  const text = textOf(field);
  switch (test.kind) {
    case "blank":
      return builtInFields.has(field)
        ? { where: `${text.where} = ''`, params: text.params }
        : {
            where: `(coalesce(${jsonType}, 'null') = 'null' OR ${jsonValue} = '')`,
            params: [pathOf(field), pathOf(field)],
          };
    case "text":
      return compileText(text, test);
    case "number":
      return ofType(
        field,
        `${jsonType} IN ('integer', 'real') AND ${jsonValue} ${orderSigns[test.how]} ?`,
        [pathOf(field), pathOf(field), test.number],
      );
    case "boolean":
      return ofType(field, `${jsonType} = ?`, [pathOf(field), String(test.value)]);
    case "dates": {
      const pieces: SqlPiece[] = [
        { where: `${text.where} GLOB '${DAY_SHAPE}'`, params: text.params },
      ];
      if (test.from !== null) pieces.push(dayBound(text, ">=", test.from));
      if (test.to !== null) pieces.push(dayBound(text, "<=", test.to));
      return balance(pieces, "AND", everyone);
    }
  }
}

function compileText(
  text: SqlPiece,
  { how, text: wanted }: Extract<FieldTest, { kind: "text" }>,
): SqlPiece {
  const folded = `lower(${text.where})`;
  // SQLite counts characters, JavaScript halves of them.
  const { length } = Array.from(wanted);
  switch (how) {
    case "is":
      return { where: `${folded} = ?`, params: [...text.params, wanted] };
    case "contains":
      return { where: `instr(${folded}, ?) > 0`, params: [...text.params, wanted] };
    case "starts-with":
      return { where: `substr(${folded}, 1, ?) = ?`, params: [...text.params, length, wanted] };
    case "ends-with":
      return { where: `substr(${folded}, ?) = ?`, params: [...text.params, -length, wanted] };
  }
}

function dayBound(text: SqlPiece, sign: "<=" | ">=", day: string): SqlPiece {
  return { where: `substr(${text.where}, 1, 10) ${sign} ?`, params: [...text.params, day] };
}

/** A test on a stored value that is not text; the columns hold nothing else. */
function ofType(field: string, where: string, params: (string | number)[]): SqlPiece {
  return builtInFields.has(field) ? nobody : { where: `coalesce(${where}, 0)`, params };
}

const jsonType = "json_type(c.fields, ?)";
const jsonValue = "json_extract(c.fields, ?)";

/** The text a field holds, '' where it holds none. */
function textOf(field: string): SqlPiece {
  const column = builtInFields.has(field) ? columns[field] : undefined;
  if (column) return { where: `coalesce(${column}, '')`, params: [] };
  return {
    where: `CASE ${jsonType} WHEN 'text' THEN ${jsonValue} ELSE '' END`,
    params: [pathOf(field), pathOf(field)],
  };
}

/** JSON writes a key with its quotes and backslashes escaped, and SQLite's paths read it so. */
function pathOf(field: string): string {
  return `$.${JSON.stringify(field)}`;
}
