import type { CampaignState, StepId } from "./campaign.ts";
import type { Instant } from "../shared/clock.ts";
import type { RuleWorld } from "./segment-problems.ts";
import type { SegmentRule } from "./segment.ts";

/** `error` keeps a campaign from going live; a `note` is only worth knowing. */
export interface CampaignProblem {
  /** The step it is about; null for the campaign as a whole. */
  readonly stepId: StepId | null;
  readonly severity: "error" | "note";
  /** A sentence: what is wrong and what to do. */
  readonly text: string;
}

/** What is known of an email step's content. A step nobody wrote yet has none. */
export interface EmailFacts {
  readonly subject: string;
  /** True while there is nothing to read in it; always false for a resend, which sends another's. */
  readonly isEmpty: boolean;
  readonly links: readonly { readonly linkId: string; readonly label: string }[];
  readonly problems: readonly { readonly severity: "error" | "note"; readonly text: string }[];
}

/** What is known of a campaign that another one may wait for. */
export interface CampaignSummary {
  readonly name: string;
  readonly hasGoal: boolean;
  readonly state: CampaignState;
  /** Campaigns it starts after as it is live; none where it takes everyone once, which ends every circle. */
  readonly startsAfter: readonly string[];
}

/** What a plan is checked against. */
export interface CampaignFacts extends RuleWorld {
  readonly campaignId: string;
  /** "yyyy-mm-dd" in the business's zone. */
  readonly today: string;
  readonly now: Instant;
  /** The business's. */
  readonly zone: string;
  /** The segment of the campaign's cell, for "ends when they leave it". */
  readonly segmentId: string | null;
  readonly hasGoal: boolean;
  /** Null where there is no goal, or one that is marked by hand. */
  readonly goalRule: { readonly name: string; readonly rule: SegmentRule } | null;
  /** By id, for the segments in `segmentRules`. */
  readonly segmentNames: ReadonlyMap<string, string>;
  /** Every campaign there is, this one too. */
  readonly campaigns: ReadonlyMap<string, CampaignSummary>;
  /** Addresses the emails of all campaigns lead to; only where an entry of the plan waits for a click. */
  readonly linkUrls: readonly string[];
  readonly emails: ReadonlyMap<StepId, EmailFacts>;
  readonly hasAccount: boolean;
  readonly hasPostalAddress: boolean;
  /** Without a relay no open and no click is ever heard, without an inbox no reply. */
  readonly hasRelay: boolean;
  readonly hasInbox: boolean;
}

/** The plan's problem at one step. */
export function problemAt(
  stepId: StepId | null,
  severity: CampaignProblem["severity"],
  text: string,
): CampaignProblem {
  return { stepId, severity, text };
}
