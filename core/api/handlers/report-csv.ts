import { builtInFields } from "../../domain/field.ts";
import { numberLabels } from "../../domain/number-labels.ts";
import { subjectWords } from "../../domain/subject-words.ts";
import { offsetSpanAt } from "../../domain/zone.ts";
import { toCsv } from "../../import/to-csv.ts";
import type { Instant } from "../../shared/clock.ts";
import type { EmailNumbers, SentMail } from "../../storage/reports.ts";

interface EmailLine extends EmailNumbers {
  readonly name: string;
  readonly subject: string;
}

/** A campaign's emails with their numbers, headed as on the screen. */
export function emailsCsv(emails: readonly EmailLine[]): string {
  const columns = Object.keys(numberLabels) as (keyof typeof numberLabels)[];
  return toCsv([
    ["Email", "Subject", ...columns.map((column) => numberLabels[column])],
    ...emails.map((email) => [
      email.name,
      subjectWords(email.subject),
      ...columns.map((column) => String(email[column])),
    ]),
  ]);
}

interface People {
  readonly mails: readonly SentMail[];
  /** By step id. */
  readonly emailNames: ReadonlyMap<string, string>;
  readonly zone: string;
}

/** Every mail of a campaign with its recipient and what they did; the import knows the person by these headings. */
export function peopleCsv({ mails, emailNames, zone }: People): string {
  const person = ["address", "first_name", "last_name"].map((key) => builtInFields.get(key) ?? "");
  return toCsv([
    [...person, "Which email", `Sent (${zone})`, "Opened", "Clicked", "Links clicked"],
    ...mails.map((mail) => [
      mail.address ?? "",
      mail.firstName ?? "",
      mail.lastName ?? "",
      emailNames.get(mail.stepId) ?? "",
      localTime(mail.sentAt, zone),
      mail.opened ? "yes" : "no",
      mail.clicked ? "yes" : "no",
      mail.links ?? "",
    ]),
  ]);
}

/** "2026-03-02 09:30", as every spreadsheet reads it. */
function localTime(at: Instant, zone: string): string {
  const local = new Date(at + offsetSpanAt(zone, at).offsetMs);
  return local.toISOString().slice(0, 16).replace("T", " ");
}
