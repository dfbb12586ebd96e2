/** Whose opens and clicks are tracked, as the owner is asked at the first run and in the settings. */
export const trackingOptions = [
  {
    value: "everyone",
    label: "Everyone",
    description: "Every mail tells you whether it was opened and what was clicked.",
  },
  {
    value: "consented",
    label: "Only people who agreed to it",
    description: "Contacts with a recorded consent; the others get the same mail untracked.",
  },
  {
    value: "nobody",
    label: "Nobody",
    description: "Campaigns can still react to replies, tags, fields and website events.",
  },
] as const;
