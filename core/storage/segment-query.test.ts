import { must } from "../shared/assert.ts";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { FieldType } from "../domain/field.ts";
import { matches } from "../domain/segment-evaluate.ts";
import type { Activity, ContactFacts, RuleContext } from "../domain/segment-evaluate.ts";
import type { SegmentCondition, SegmentRule } from "../domain/segment.ts";
import { DAY, HOUR } from "../shared/clock.ts";
import { openDb } from "./db.ts";
import type { WritableDb } from "./db.ts";
import { migration0010 } from "./migrations/0010-first-house.ts";
import { compileSegment } from "./segment-query.ts";

const now = Date.parse("2026-05-20T10:00Z");
const stages = ["stranger", "lead", "customer"];
const tags = ["hot", "VIP", "a'b", "Ünï"];
const campaigns = ["camp-1", "camp-2"];
const statuses = ["subscribed", "unsubscribed", "bounced", "archived"] as const;
const cities = [
  "Berlin",
  "berlin",
  "BER",
  "Zürich",
  "100%",
  "a_b",
  'quo"te',
  "'; DROP TABLE contact",
  "",
];
const days = [
  "2026-05-19",
  "2026-05-20",
  "2026-05-21",
  "2026-05-13",
  "2026-05-27",
  "2024-02-29",
  "soon",
];

const fieldTypes = new Map<string, FieldType>([
  ["city", "text"],
  ["score", "number"],
  ["born", "date"],
  ["member", "boolean"],
  ['odd."key"\\', "text"],
]);

const factsArbitrary: fc.Arbitrary<ContactFacts> = fc.record({
  address: fc.option(fc.constantFrom("ana@example.com", "Ken@Example.org")),
  firstName: fc.option(fc.constantFrom("Ana", "ANA", "Ken", "")),
  lastName: fc.option(fc.constantFrom("Müller", "O'Neil")),
  zone: fc.option(fc.constantFrom("Europe/Berlin", "Asia/Tokyo")),
  stageId: fc.option(fc.constantFrom(...stages)),
  status: fc.constantFrom(...statuses),
  tags: fc.uniqueArray(fc.constantFrom(...tags)),
  fields: fc.record(
    {
      city: fc.oneof(fc.constantFrom(...cities), fc.constantFrom(null, 7, true)),
      score: fc.oneof(fc.constantFrom(-1, 0, 4.5, 5, 10, 1e21), fc.constantFrom("5", null, true)),
      born: fc.oneof(fc.constantFrom(...days), fc.constantFrom(null, 2026)),
      member: fc.constantFrom(true, false, null, "true", 1),
      'odd."key"\\': fc.constantFrom("x", ""),
    },
    { requiredKeys: [] },
  ),
  activity: fc.array(
    fc.record({
      did: fc.constantFrom(
        "sent" as const,
        "opened" as const,
        "clicked" as const,
        "replied" as const,
      ),
      at: fc.oneof(
        fc.nat(40).map((ago) => now - ago * DAY),
        fc.nat(40 * 24).map((ago) => now - ago * HOUR),
      ),
      campaignId: fc.constantFrom(...campaigns),
    }),
    { maxLength: 5 },
  ),
});

const fieldCondition: fc.Arbitrary<SegmentCondition> = fc.record({
  kind: fc.constant("field" as const),
  field: fc.constantFrom(
    "city",
    "score",
    "born",
    "member",
    'odd."key"\\',
    "gone",
    "address",
    "first_name",
    "last_name",
    "time_zone",
  ),
  test: fc.constantFrom(
    ...([
      "is",
      "is-not",
      "contains",
      "starts-with",
      "ends-with",
      "is-blank",
      "is-not-blank",
    ] as const),
    ...(["less-than", "at-most", "at-least", "more-than"] as const),
    ...(["before", "after", "within-last-days", "within-next-days"] as const),
  ),
  value: fc.oneof(
    fc.constantFrom(...cities, ...days, "ana", "müller", "x", "true", "false"),
    fc.constantFrom("0", "5", "4,5", "-1", "7", "1", "1e3", "lots"),
  ),
});

const condition: fc.Arbitrary<SegmentCondition> = fc.oneof(
  { weight: 3, arbitrary: fieldCondition },
  fc.record({
    kind: fc.constant("stage" as const),
    test: fc.constantFrom("is" as const, "is-not" as const),
    stageIds: fc.uniqueArray(fc.constantFrom(...stages)),
  }),
  fc.record({
    kind: fc.constant("tag" as const),
    test: fc.constantFrom("has" as const, "has-not" as const),
    tag: fc.constantFrom(...tags, "vip", ""),
  }),
  fc.record({
    kind: fc.constant("status" as const),
    test: fc.constantFrom("is" as const, "is-not" as const),
    status: fc.constantFrom(...statuses),
  }),
  fc.record({
    kind: fc.constant("in-segment" as const),
    test: fc.constantFrom("is" as const, "is-not" as const),
    segmentId: fc.constantFrom("seg-1", "seg-2", "seg-gone"),
  }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("activity" as const),
      did: fc.constantFrom(
        "sent" as const,
        "opened" as const,
        "clicked" as const,
        "replied" as const,
      ),
      test: fc.constantFrom("did" as const, "did-not" as const),
      lastDays: fc.option(fc.constantFrom(1, 7, 30)),
      campaignId: fc.option(fc.constantFrom(...campaigns, "camp-gone")),
    }),
  },
);

const rule: fc.Arbitrary<SegmentRule> = fc.letrec<{ rule: SegmentRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    condition,
    fc.record({
      kind: fc.constantFrom("all" as const, "any" as const, "none" as const),
      rules: fc.array(tie("rule"), { maxLength: 4 }),
    }),
  ),
})).rule;

const PEOPLE = 120;
const people = fc
  .sample(factsArbitrary, { numRuns: PEOPLE, seed: 11 })
  .map((facts, index) => ({ ...facts, address: facts.address && `${facts.address}${index}` }));
let db: WritableDb;

beforeAll(() => {
  db = openDb({ path: ":memory:" });
  db.exec(migration0010.sql);
  db.transaction(() => {
    for (const [position, id] of stages.entries())
      db.run("INSERT INTO stage VALUES (?, ?, ?)", [id, id, position]);
    let activities = 0;
    for (const [index, facts] of people.entries()) {
      addContact(index + 1, facts);
      for (const activity of facts.activity) addActivity(index + 1, (activities += 1), activity);
    }
  });
});

function addContact(id: number, facts: ContactFacts): void {
  // The column is unique; the rules under test only read how it begins and ends.

  db.run(
    `INSERT INTO contact (id, uid, address, first_name, last_name, stage_id, zone, status, fields, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)`,
    [
      id,
      `contact-${id}`,
      facts.address,
      facts.firstName,
      facts.lastName,
      facts.stageId,
      facts.zone,
      facts.status,
      JSON.stringify(facts.fields),
    ],
  );
  for (const tag of facts.tags) db.run("INSERT INTO contact_tag VALUES (?, ?, 0)", [id, tag]);
}

/** A mail, and what was done with it; around it, things that must not count. */
function addActivity(contactId: number, n: number, { did, at, campaignId }: Activity): void {
  const isUncertain = n % 3 === 0;
  const state = did === "sent" ? (isUncertain ? "uncertain" : "sent") : "failed";
  db.run(
    `INSERT INTO message (id, idem_key, token, kind, campaign_id, contact_id, priority, state, planned_at, not_before, intent_at, accepted_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, 5, ?, 0, 0, ?, ?, 0)`,
    [
      n,
      `key-${n}`,
      `token-${n}`,
      "campaign",
      campaignId,
      contactId,
      state,
      isUncertain ? at : at - 1,
      isUncertain ? null : at,
    ],
  );
  if (did !== "sent") addEvent(contactId, n * 2, did, at, "human", n);
  addEvent(contactId, n * 2 + 1, "opened", now, n % 2 === 0 ? "machine" : "unsure", n);
}

function addEvent(
  contactId: number,
  id: number,
  kind: string,
  at: number,
  heard: string,
  messageId: number,
): void {
  db.run(
    `INSERT INTO event (contact_id, occurred_at, id, uid, kind, message_id, class, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [contactId, at, id, `event-${id}`, kind, messageId, heard, at],
  );
}

function contextOf(first: SegmentRule, second: SegmentRule): RuleContext {
  const segmentRules = new Map([
    ["seg-1", first],
    ["seg-2", second],
  ]);
  return { now, zone: "Europe/Berlin", fieldTypes, segmentRules };
}

function matching(wanted: SegmentRule, context: RuleContext): number[] {
  const { where, params } = compileSegment(wanted, context);
  return db
    .all<{ id: number }>(`SELECT c.id FROM contact c WHERE (${where}) ORDER BY c.id`, params)
    .map(({ id }) => id);
}

describe("compileSegment", () => {
  test("finds exactly the contacts the rule matches", () => {
    fc.assert(
      fc.property(rule, rule, rule, (wanted, first, second) => {
        const context = contextOf(first, second);
        const expected = people.flatMap((facts, index) =>
          matches(wanted, facts, context) ? [index + 1] : [],
        );
        expect(matching(wanted, context)).toEqual(expected);
      }),
      { numRuns: 3_000 },
    );
  }, 60_000);

  test("is never null, so that it can be negated", () => {
    fc.assert(
      fc.property(rule, rule, (wanted, first) => {
        const context = contextOf(first, first);
        const { where, params } = compileSegment(wanted, context);
        const { nulls } = db.get<{ nulls: number }>(
          `SELECT count(*) AS nulls FROM contact c WHERE (${where}) IS NULL`,
          params,
        ) ?? { nulls: -1 };
        expect(nulls).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test("reads one contact without scanning any table", () => {
    fc.assert(
      fc.property(rule, rule, (wanted, first) => {
        const { where, params } = compileSegment(wanted, contextOf(first, first));
        const plan = db.all<{ detail: string }>(
          `EXPLAIN QUERY PLAN SELECT 1 FROM contact c WHERE c.id = ? AND (${where})`,
          [1, ...params],
        );
        expect(plan.map(({ detail }) => detail).filter((line) => line.startsWith("SCAN"))).toEqual(
          [],
        );
      }),
      { numRuns: 500 },
    );
  });

  test("binds whatever a person typed", () => {
    const typed = "'; DROP TABLE contact; --";
    const rules: SegmentRule[] = [
      { kind: "tag", test: "has", tag: typed },
      { kind: "field", field: typed, test: "is", value: typed },
      { kind: "stage", test: "is", stageIds: [typed] },
      { kind: "activity", did: "opened", test: "did", lastDays: 3, campaignId: typed },
    ];
    const { where } = compileSegment(
      { kind: "all", rules },
      contextOf(must(rules[0]), must(rules[0])),
    );
    expect(where).not.toContain("DROP");
  });

  test("takes six levels of two hundred conditions", () => {
    let wide: SegmentRule = { kind: "tag", test: "has", tag: "hot" };
    for (let level = 0; level < 6; level += 1)
      wide = {
        kind: level % 2 === 0 ? "all" : "any",
        rules: Array.from({ length: 200 }, (_, index) =>
          index === 100
            ? wide
            : { kind: "tag" as const, test: "has" as const, tag: `tag-${index}` },
        ),
      };
    expect(matching(wide, contextOf(wide, wide)).length).toBeLessThanOrEqual(PEOPLE);
  });
});
