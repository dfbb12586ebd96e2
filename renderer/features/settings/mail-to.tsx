import { TextLink } from "../../ui/text-link.tsx";
import type { Mail } from "./mail-words.ts";

/** The recipient, with a link to the contact while there is one. */
export function MailTo({ mail }: { mail: Mail }) {
  const { to, contactId } = mail;
  if (contactId === null) return to ?? "A deleted contact";
  return <TextLink href={`/contacts/${contactId}`}>{to ?? "A deleted contact"}</TextLink>;
}
