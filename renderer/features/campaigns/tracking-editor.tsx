import type { CampaignPlan } from "#core/domain/campaign.ts";
import { RadioGroup } from "../../ui/radio-group.tsx";

const choices = [
  {
    value: "on",
    label: "Hear opens and clicks",
    description: "As far as each person may be tracked.",
  },
  {
    value: "off",
    label: "Hear neither",
    description: "Steps then cannot react to opens and clicks.",
  },
] as const;

interface TrackingEditorProps {
  tracking: CampaignPlan["tracking"];
  onChange: (tracking: CampaignPlan["tracking"]) => void;
}

export function TrackingEditor({ tracking, onChange }: TrackingEditorProps) {
  return <RadioGroup label="Tracking" options={choices} value={tracking} onChange={onChange} />;
}
