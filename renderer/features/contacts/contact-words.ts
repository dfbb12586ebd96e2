import type { ContactStatus } from "#core/domain/segment.ts";
import type { Tone } from "../../ui/tone.ts";

interface Named {
  readonly address: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** First and last name, or nothing where neither is known. */
export function nameOf({ firstName, lastName }: Omit<Named, "address">): string {
  return [firstName, lastName].filter(Boolean).join(" ");
}

/** What a contact is called where there is room for one thing. */
export function titleOf(contact: Named): string {
  return nameOf(contact) || contact.address || "A contact without an address";
}

export const statusWords: Readonly<Record<ContactStatus, string>> = {
  subscribed: "Subscribed",
  unsubscribed: "Unsubscribed",
  bounced: "Bounced",
  complained: "Complained",
  unconfirmed: "Unconfirmed",
  archived: "Archived",
};

export const statusTones: Readonly<Record<ContactStatus, Tone>> = {
  subscribed: "good",
  unsubscribed: "neutral",
  bounced: "bad",
  complained: "bad",
  unconfirmed: "warn",
  archived: "neutral",
};

const suppressedBecause: Readonly<Record<string, string>> = {
  unsubscribed: "they unsubscribed",
  bounced: "a mail to it came back: the address does not exist",
  complained: "they marked a mail of yours as spam",
  "by-hand": "you put it there",
  imported: "an imported list said so",
  erased: "their data were erased on their request",
};

/** Whether the contact gets mail, and why not; null where there is nothing to say. */
export function mailWords(contact: {
  readonly status: ContactStatus;
  readonly isSuppressed: boolean;
  readonly suppressionReason: string | null;
}): string | null {
  const { status, isSuppressed, suppressionReason } = contact;
  const archived =
    status === "archived" ? "This contact is archived: in no list, and in no campaign. " : "";
  if (isSuppressed) {
    const because = suppressedBecause[suppressionReason ?? ""];
    return `${archived}This address is on the suppression list${because === undefined ? "" : ` because ${because}`}. Nothing is sent to it any more, not even after another import.`;
  }
  switch (status) {
    case "subscribed":
      return null;
    case "archived":
      return `${archived}Restore the contact to mail them again.`;
    case "unconfirmed":
      return "This contact has not confirmed yet that they want your mail, so campaigns leave them out.";
    case "unsubscribed":
      return "This contact unsubscribed. Campaigns leave them out.";
    case "bounced":
      return "Mail to this contact came back. Campaigns leave them out.";
    case "complained":
      return "This contact marked a mail of yours as spam. Campaigns leave them out.";
  }
}

/** "1 contact", "1,204 contacts". */
export function contactsWords(count: number): string {
  return count === 1 ? "1 contact" : `${count.toLocaleString("en-GB")} contacts`;
}
