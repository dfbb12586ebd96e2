import type { OutputOf } from "../../client/call-name.ts";
import type { Tone } from "../../ui/tone.ts";

export type Mail = OutputOf<"messages.list">["rows"][number];
export type MailState = Mail["state"];

/** What became of a mail, in a word, and what that means. */
export const mailStates: Record<
  MailState,
  { readonly label: string; readonly tone: Tone; readonly meaning: string }
> = {
  queued: { label: "Waiting", tone: "accent", meaning: "It leaves when it may." },
  in_flight: { label: "Leaving", tone: "accent", meaning: "It is being handed over now." },
  sent: { label: "Sent", tone: "good", meaning: "The mail server took it." },
  uncertain: {
    label: "Uncertain",
    tone: "warn",
    meaning:
      "Sending broke off when nobody could tell whether it arrived. It counts as sent and is never sent again by itself.",
  },
  failed: { label: "Refused", tone: "bad", meaning: "The mail server refused it for good." },
  cancelled: { label: "Not sent", tone: "neutral", meaning: "A check stopped it before it left." },
  expired: {
    label: "Too late",
    tone: "neutral",
    meaning: "Its time was over before it could leave.",
  },
};

export const mailStateOrder: readonly MailState[] = [
  "queued",
  "in_flight",
  "sent",
  "uncertain",
  "failed",
  "cancelled",
  "expired",
];

/** The state a path names; null for the whole log, also where the name means nothing. */
export function mailStateOf(text: string | undefined): MailState | null {
  return mailStateOrder.find((state) => state === text) ?? null;
}

/** When something happened to it last: when it was handed over, else when it may leave. */
export function mailAt({ at, notBefore }: Pick<Mail, "at" | "notBefore">): number {
  return at ?? notBefore;
}

/** A recorded reason as a sentence. What a server said keeps its own stop. */
export function sentenceOf(reason: string): string {
  const text = reason.trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…”]$/u.test(text) ? "" : "."}`;
}

export function mailsWords(count: number): string {
  return count === 1 ? "1 mail" : `${count.toLocaleString("en-GB")} mails`;
}
