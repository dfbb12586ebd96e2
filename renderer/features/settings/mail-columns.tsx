import { Badge } from "../../ui/badge.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { zoneWords } from "../../ui/format-instant.ts";
import type { VirtualColumn } from "../../ui/virtual-table.tsx";
import { mailAt, mailStates, sentenceOf, type Mail, type MailState } from "./mail-words.ts";

/** What the log shows of each mail. The state goes without saying where only one is shown. */
export function mailColumns(state: MailState | null, zone: string): readonly VirtualColumn<Mail>[] {
  return [
    {
      key: "at",
      header: `When, ${zoneWords(zone)}`,
      track: "9rem",
      render: (mail) => <DateTime at={mailAt(mail)} format="short" zone={zone} isZoneHidden />,
    },
    { key: "to", header: "To", track: "minmax(10rem, 2fr)", render: ({ to }) => to ?? "—" },
    {
      key: "subject",
      header: "Subject",
      track: "minmax(8rem, 2fr)",
      render: ({ subject }) => subject ?? "—",
    },
    ...(state === null ? [stateColumn] : []),
    {
      key: "reason",
      header: "Why",
      track: "minmax(8rem, 2fr)",
      render: ({ reason }) => (reason === null ? "" : sentenceOf(reason)),
    },
  ];
}

const stateColumn: VirtualColumn<Mail> = {
  key: "state",
  header: "State",
  track: "6.5rem",
  render: ({ state }) => <Badge tone={mailStates[state].tone}>{mailStates[state].label}</Badge>,
};
