import type { Instant } from "../shared/clock.ts";
import type { Action } from "./action.ts";
import type { EmailStep, SplitStep, StepId } from "./campaign.ts";
import type { HeardEvent, SentMessage } from "./evidence.ts";
import type { FieldValue } from "./field-value.ts";
import type { QuietHours } from "./quiet-hours.ts";
import type { LaneResult, SplitTest } from "./split-test.ts";
import type { SegmentRule } from "./segment.ts";

/** Where a run stands: before doing `stepId`, whose clock started at `sinceAt`. */
export interface RunPlace {
  readonly stepId: StepId | null;
  readonly sinceAt: Instant;
}

/** Everything a decision may be made on. */
export interface RunFacts {
  /** What a lot is drawn by. */
  readonly contactUid: string;
  readonly zone: string;
  readonly quiet: QuietHours | null;
  readonly sent: readonly SentMessage[];
  readonly events: readonly HeardEvent[];
  /** Relay for opens and clicks, inbox for replies: we have heard everything up to here; null: there is none. */
  readonly heardUpTo: { readonly relay: Instant | null; readonly inbox: Instant | null };
  /** How a split’s lanes have done so far, where it looks for a winner. */
  readonly testOf: (split: SplitStep) => SplitTest;
  /** How often this run was sent on by that go-to step. */
  readonly jumpsOf: (stepId: StepId) => number;
  /** What a field of the contact holds; null where it is blank or gone. */
  readonly fieldOf: (key: string) => FieldValue | null;
  readonly matches: (rule: SegmentRule) => boolean;
}

/** What happens to the run now. `reason` is a clause fit for "why": lower case, no full stop. */
export type Move =
  | {
      readonly kind: "wait";
      readonly for: "time" | "event";
      readonly wakeAt: Instant;
      readonly deadlineAt: Instant | null;
      readonly reason: string;
    }
  | {
      readonly kind: "send";
      readonly step: EmailStep;
      readonly plannedAt: Instant;
      readonly reason: string;
    }
  | {
      readonly kind: "act";
      readonly actions: readonly Action[];
      readonly to: StepId | null;
      readonly reason: string;
    }
  | {
      readonly kind: "go";
      readonly how: "passed" | "skipped" | "lane" | "jumped";
      readonly to: StepId | null;
      readonly sinceAt: Instant;
      readonly laneId: string | null;
      /** That lane of a split has just won, for everybody who comes from now on. */
      readonly won?: { readonly stepId: StepId; readonly results: readonly LaneResult[] };
      readonly reason: string;
    }
  | { readonly kind: "end"; readonly reason: string };
