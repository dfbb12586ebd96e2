import { expect, test } from "vitest";
import { readHeader } from "../../import/column-words.ts";
import { noNumbers } from "../../storage/reports.ts";
import { emailsCsv, peopleCsv } from "./report-csv.ts";

function linesOf(csv: string): string[] {
  return csv.replace("\ufeff", "").trimEnd().split("\r\n");
}

test("The numbers of a campaign's emails are headed in the words of the screen", () => {
  const subject = "Hello {{ contact.first_name }}";
  const email = { ...noNumbers, name: "Welcome", subject, sent: 3, trackedDelivered: 2 };
  expect(linesOf(emailsCsv([email]))).toEqual([
    "Email,Subject,Sent,Uncertain,Delivered,Bounced,Tracked,Opened,Machine,Unsure,Clicked,Machine clicks,Replied,Unsubscribed,Complained",
    "Welcome,Hello {first name},3,0,0,0,2,0,0,0,0,0,0,0,0",
  ]);
});

test("The people of a campaign are headed in words that the import knows", () => {
  const [head = "", ...rows] = linesOf(
    peopleCsv({
      mails: [
        {
          address: "ana@example.com",
          firstName: "Ana",
          lastName: null,
          stepId: "welcome",
          sentAt: Date.parse("2026-07-01T22:30:00Z"),
          opened: 1,
          clicked: 0,
          links: null,
        },
      ],
      emailNames: new Map([["welcome", "Welcome"]]),
      zone: "Europe/Berlin",
    }),
  );
  expect(head).toBe(
    "E-mail address,First name,Last name,Which email,Sent (Europe/Berlin),Opened,Clicked,Links clicked",
  );
  expect(rows).toEqual(["ana@example.com,Ana,,Welcome,2026-07-02 00:30,yes,no,"]);
  expect(head.split(",").slice(0, 3).map(readHeader)).toEqual([
    "address",
    "first-name",
    "last-name",
  ]);
});
