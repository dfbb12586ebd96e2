import type { Handlers } from "../../contract/contract-schema.ts";
import type { AppParts } from "../app-parts.ts";
import type { RemoteReads } from "../reader.ts";
import { accountsHandlers } from "./accounts.ts";
import { campaignsHandlers } from "./campaigns.ts";
import { contactsHandlers } from "./contacts.ts";
import { emailsHandlers } from "./emails.ts";
import { createImportHandlers } from "./imports.ts";
import { messagesHandlers } from "./messages.ts";
import { practiceHandlers } from "./practice.ts";
import { relayHandlers } from "./relay.ts";
import { runsHandlers } from "./runs.ts";
import { goalsHandlers, segmentsHandlers } from "./segments.ts";
import { settingsHandlers } from "./settings.ts";

/** All handlers of one app, and how to stop what they left running. */
export function createHandlers(
  parts: AppParts,
  reads: RemoteReads,
): {
  readonly handlers: Handlers;
  stop(): Promise<void>;
} {
  const imports = createImportHandlers(parts);
  return {
    handlers: {
      settings: settingsHandlers(parts),
      contacts: { ...contactsHandlers(parts), ...reads.contacts },
      imports: imports.handlers,
      segments: { ...segmentsHandlers(parts), ...reads.segments },
      goals: goalsHandlers(parts),
      campaigns: { ...campaignsHandlers(parts), ...reads.campaigns },
      runs: runsHandlers(parts),
      emails: emailsHandlers(parts),
      reports: reads.reports,
      messages: messagesHandlers(parts),
      accounts: accountsHandlers(parts),
      relay: relayHandlers(parts),
      practice: practiceHandlers(parts, imports.addSample),
    },
    stop: () => imports.stop(),
  };
}
