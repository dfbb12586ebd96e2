import type { CampaignState } from "#core/domain/campaign.ts";
import type { Tone } from "../../ui/tone.ts";

export const stateWords: Record<CampaignState, string> = {
  draft: "Draft",
  live: "Live",
  paused: "Paused",
  stopped: "Stopped",
};

export const stateTones: Record<CampaignState, Tone> = {
  draft: "neutral",
  live: "good",
  paused: "warn",
  stopped: "bad",
};
