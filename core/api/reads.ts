import type { Instant } from "../shared/clock.ts";
import type { ReadableDb } from "../storage/db.ts";
import { campaignReads } from "./handlers/campaigns.ts";
import { contactReads } from "./handlers/contacts.ts";
import { reportsHandlers } from "./handlers/reports.ts";
import { segmentReads } from "./handlers/segments.ts";

/** What a read stands on: a connection that need not write, and the time it is asked at. */
export interface Reading {
  readonly db: ReadableDb;
  readonly now: () => Instant;
}

/** The procedures that look at many rows and change none: lists, counts, reports and exports. */
export function createReads(reading: Reading) {
  return {
    contacts: contactReads(reading),
    segments: segmentReads(reading),
    campaigns: campaignReads(reading),
    reports: reportsHandlers(reading),
  };
}

export type Reads = ReturnType<typeof createReads>;
