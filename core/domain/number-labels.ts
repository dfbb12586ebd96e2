/** What each number of an email, or of a whole campaign, is called: on every report and in its files, in this order. */
export const numberLabels = {
  sent: "Sent",
  uncertain: "Uncertain",
  delivered: "Delivered",
  bounced: "Bounced",
  trackedDelivered: "Tracked",
  opened: "Opened",
  openedByMachine: "Machine",
  openedUnsure: "Unsure",
  clicked: "Clicked",
  clickedByMachine: "Machine clicks",
  replied: "Replied",
  unsubscribed: "Unsubscribed",
  complained: "Complained",
} as const;
