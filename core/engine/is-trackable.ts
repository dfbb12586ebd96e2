import type { TrackingChoice } from "../storage/settings.ts";

/** Whether a contact's opens and clicks may be heard, by the owner's choice and the contact's own word, null where it is not known. */
export function isTrackable(choice: TrackingChoice, consent: 0 | 1 | null): boolean {
  if (consent === 0) return false;
  return choice === "everyone" || (choice === "consented" && consent === 1);
}
