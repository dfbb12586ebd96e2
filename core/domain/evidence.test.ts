import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findEvidence, type EventClass, type HeardEvent, type SentMessage } from "./evidence.ts";
import type { InteractionTarget } from "./trigger.ts";

const DEADLINE = 100;

/** Mails of the steps "1", "2" … and who opened them when: by a person, by a machine, or nobody. */
function findingOf(
  opens: readonly (readonly [by: EventClass, at: number] | null)[],
  target: Partial<Extract<InteractionTarget, { kind: "several" }>>,
  options: { readonly heard?: number; readonly untracked?: readonly number[] } = {},
): string {
  const { heard = DEADLINE, untracked = [] } = options;
  const sent = opens.map((_, index): SentMessage => {
    const id = index + 1;
    const stepId = String(id);
    return { id, stepId, reportStepId: stepId, sentAt: 0, isTracked: !untracked.includes(id) };
  });
  const events = opens.flatMap((open, index): HeardEvent[] =>
    open
      ? [
          {
            messageId: index + 1,
            kind: "opened",
            class: open[0],
            linkId: null,
            occurredAt: open[1],
          },
        ]
      : [],
  );
  const { evidence, at, isFinal } = findEvidence(
    {
      did: "opened",
      negated: false,
      target: { kind: "several", stepIds: null, atLeast: 1, ...target },
      linkIds: null,
    },
    sent,
    events,
    DEADLINE,
    heard,
  );
  return `${evidence}${at === null ? "" : ` at ${at}`}${isFinal ? "" : ", not yet final"}`;
}

const human = (at: number) => ["human", at] as const;
const machine = (at: number) => ["machine", at] as const;

describe("Of several emails", () => {
  test.each([
    ["any, one opened", [null, human(7)], { atLeast: 1 }, "yes at 7"],
    ["two, the second is the one that counts", [human(9), human(7)], { atLeast: 2 }, "yes at 9"],
    ["two, one opened", [human(9), null, null], { atLeast: 2 }, "no"],
    ["two of two sent, of which one", [human(9)], { atLeast: 2 }, "no"],
    ["two, one opened and one by a machine", [human(9), machine(7)], { atLeast: 2 }, "unknown"],
    ["two, machines make none", [machine(9), null, null], { atLeast: 2 }, "no"],
    ["all, all opened", [human(9), human(8)], { atLeast: "all" }, "yes at 9"],
    ["all, one missing", [human(9), null], { atLeast: "all" }, "no"],
    ["all of the chosen", [human(9), null], { atLeast: "all", stepIds: ["1"] }, "yes at 9"],
    ["too late", [human(101)], { atLeast: 1 }, "no"],
  ] as const)("%s", (_name, opens, target, expected) => {
    expect(findingOf(opens, target)).toBe(expected);
  });

  test("nothing is final before the relay was heard, but what nothing could change any more", () => {
    expect(findingOf([human(9), null], { atLeast: 2 }, { heard: 50 })).toBe("no, not yet final");
    expect(findingOf([human(9), null], { atLeast: 1 }, { heard: 50 })).toBe("yes at 9");
    expect(findingOf([null, null], { atLeast: 3 }, { heard: 50 })).toBe("no");
  });

  test("one that is not tracked may have been opened", () => {
    expect(findingOf([human(9), null], { atLeast: 2 }, { untracked: [2] })).toBe("unknown");
    expect(findingOf([human(9), null], { atLeast: 3 }, { untracked: [2] })).toBe("no");
  });

  test("it is what counting says, whatever was heard in whatever order", () => {
    const opens = fc.array(
      fc.oneof(
        fc.constant(null),
        fc.tuple(fc.constantFrom<EventClass>("human", "machine", "unsure"), fc.nat(120)),
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(opens, fc.integer({ min: 1, max: 6 }), (all, atLeast) => {
        const inTime = all.filter((open) => open !== null && open[1] <= DEADLINE);
        const yes = inTime.filter((open) => open?.[0] === "human").map((open) => open?.[1] ?? 0);
        const maybe = inTime.length - yes.length;
        const nth = yes.toSorted((a, b) => a - b)[atLeast - 1];
        const expected =
          nth === undefined ? (yes.length + maybe < atLeast ? "no" : "unknown") : `yes at ${nth}`;
        expect(findingOf(all, { atLeast })).toBe(expected);
      }),
    );
  });
});
