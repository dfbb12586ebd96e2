import { numberLabels } from "#core/domain/number-labels.ts";
import type { InputOf, OutputOf } from "../../client/call-name.ts";

/** The counts of one email, or of a whole campaign. */
export type Numbers = Pick<
  OutputOf<"reports.campaign">["totals"],
  keyof OutputOf<"reports.campaign">["totals"]
>;
export type PeopleWhat = InputOf<"reports.people">["what"];

interface NumberWords {
  /** As a heading. */
  readonly label: string;
  /** The definition, for the tooltip. */
  readonly meaning: string;
  /** The definition over a whole campaign, where it is another. */
  readonly meaningOfWhole?: string;
  /** Heads the list of the people behind it: "Opened". */
  readonly people: string;
  /** Heads the column that says when. */
  readonly when: string;
  /** Heads the column of what was noted with it, where there is anything to note. */
  readonly note?: string;
}

/** What each number is called and what it means; the same words on every report. */
export const numberWords: Record<PeopleWhat, NumberWords> = {
  entered: {
    label: "Entered",
    meaning: "Everyone who ever started this campaign.",
    people: "Entered",
    when: "Entered",
  },
  "reached-goal": {
    label: "Goal reached",
    meaning: "Runs that reached the campaign’s goal, of all that started.",
    people: "Reached the goal",
    when: "Reached it",
  },
  sent: {
    label: numberLabels.sent,
    meaning:
      "Emails the recipients’ mail servers accepted. A resend counts with the email it sends again; tests never count.",
    people: "Were sent it",
    when: "Accepted",
    note: "The mail server’s answer",
  },
  uncertain: {
    label: numberLabels.uncertain,
    meaning:
      "Handed over, but the answer was lost, so it may or may not have arrived. Not counted as sent, and never sent again by itself.",
    people: "Uncertain",
    when: "Handed over",
    note: "Last seen",
  },
  delivered: {
    label: numberLabels.delivered,
    meaning: "Sent, and not bounced.",
    people: "Delivered",
    when: "Accepted",
  },
  bounced: {
    label: numberLabels.bounced,
    meaning: "Accepted at first and then returned as undeliverable.",
    people: "Bounced",
    when: "Came back",
    note: "What came back",
  },
  opened: {
    label: numberLabels.opened,
    meaning:
      "People who opened or clicked, of the delivered emails that were tracked. What a mail scanner or a privacy proxy fetched is not in it.",
    meaningOfWhole:
      "People who opened or clicked at least one email, of the people a tracked one reached. Each counts once, and what a mail scanner or a privacy proxy fetched is not in it.",
    people: "Opened by a person",
    when: "First opened",
    note: "How we know",
  },
  "opened-by-machine": {
    label: numberLabels.openedByMachine,
    meaning:
      "Only a program fetched it: a mail scanner, or a mail service that loads every picture. It says nothing about the person.",
    people: "Fetched by a machine only",
    when: "First fetched",
    note: "How we know",
  },
  "opened-unsure": {
    label: numberLabels.openedUnsure,
    meaning: "Fetched by something that may be a person or a program. In no rate.",
    people: "Opened, person or machine unsure",
    when: "First fetched",
    note: "How we know",
  },
  clicked: {
    label: numberLabels.clicked,
    meaning: "People who followed a link, of all delivered emails.",
    meaningOfWhole:
      "People who followed a link in at least one email, of all people reached. Each counts once.",
    people: "Clicked by a person",
    when: "First clicked",
    note: "How we know",
  },
  "clicked-by-machine": {
    label: numberLabels.clickedByMachine,
    meaning: "Only a program followed a link, or it is not sure that it was a person. In no rate.",
    people: "Clicked by a machine, or unsure",
    when: "First clicked",
    note: "How we know",
  },
  replied: {
    label: numberLabels.replied,
    meaning: "People who wrote back, automatic answers left out.",
    people: "Replied",
    when: "Replied",
    note: "What they wrote",
  },
  unsubscribed: {
    label: numberLabels.unsubscribed,
    meaning: "People who unsubscribed by this email, of all delivered.",
    meaningOfWhole: "People who unsubscribed by an email of this campaign, of all people reached.",
    people: "Unsubscribed",
    when: "Unsubscribed",
  },
  complained: {
    label: numberLabels.complained,
    meaning: "People who marked it as spam, as far as their mail service tells.",
    people: "Complained",
    when: "Complained",
  },
  waiting: {
    label: "Waiting",
    meaning: "People who are at this step now.",
    people: "Waiting",
    when: "Goes on, at the latest",
  },
  passed: {
    label: "Passed",
    meaning: "Runs that did what the step is for, and went on.",
    people: "Passed",
    when: "Passed",
    note: "Because",
  },
  left: {
    label: "Skipped or left",
    meaning: "Runs that went on without the step, or ended here, and why.",
    people: "Skipped or left",
    when: "Left",
    note: "Why",
  },
};

/** The definition of a number of one email, or of a whole campaign. */
export function meaningOf(what: PeopleWhat, { isWhole }: { isWhole: boolean }): string {
  const { meaning, meaningOfWhole } = numberWords[what];
  return (isWhole ? meaningOfWhole : undefined) ?? meaning;
}

/** What the rates are of: an email's of the emails that arrived, a campaign's of the people it reached. */
export function wholesOf(numbers: Numbers, { isWhole }: { isWhole: boolean }) {
  return isWhole
    ? { all: numbers.reached, tracked: numbers.reachedTracked }
    : { all: numbers.delivered, tracked: numbers.trackedDelivered };
}
