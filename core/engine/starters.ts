import welcome from "#assets/starters/welcome-and-split.json" with { type: "json" };
import course from "#assets/starters/five-mail-course.json" with { type: "json" };
import type { PortableCampaign } from "./copy-campaign.ts";

export interface Starter {
  readonly id: string;
  readonly description: string;
  readonly campaign: PortableCampaign;
}

/** Campaigns that come with Dripline, ready to be made one's own. A test checks each against the schema. */
export const starters: readonly Starter[] = [
  {
    id: "welcome-and-split",
    description:
      "Three emails: a welcome, then what fits what they clicked, and the welcome again for those who did not open it.",
    campaign: welcome as PortableCampaign,
  },
  {
    id: "five-mail-course",
    description: "A course of five emails, one on each Tuesday and Thursday morning.",
    campaign: course as PortableCampaign,
  },
];

export function findStarter(id: string): Starter | undefined {
  return starters.find((starter) => starter.id === id);
}
