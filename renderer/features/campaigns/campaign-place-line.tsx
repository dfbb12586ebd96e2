import { ChartColumn, Goal, UsersRound } from "lucide-react";
import { useCall } from "../../client/use-call.ts";
import { TextLink } from "../../ui/text-link.tsx";
import { useEditor } from "./editor-context.ts";

/** The campaign's place on the map, and how it is doing. */
export function CampaignPlaceLine({ onChange }: { onChange: () => void }) {
  const { campaign } = useEditor();
  const goals = useCall("goals.list", {}).data;
  const segments = useCall("segments.list", {}, { topics: ["contacts"] }).data;
  const goal = goals?.find(({ id }) => id === campaign.goalId);
  const segment = segments?.find(({ id }) => id === campaign.segmentId);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <span className="inline-flex items-center gap-1.5">
        <Goal aria-hidden className="size-4 text-ink-faint" />
        Goal: <TextLink onPress={onChange}>{goal?.name ?? "none yet"}</TextLink>
      </span>
      <span className="inline-flex items-center gap-1.5">
        <UsersRound aria-hidden className="size-4 text-ink-faint" />
        Segment: <TextLink onPress={onChange}>{segment?.name ?? "none yet"}</TextLink>
        {segment && (
          <span className="tabular-nums">({segment.contacts.toLocaleString("en-GB")})</span>
        )}
      </span>
      {campaign.entered > 0 && (
        <span className="tabular-nums">
          {campaign.open.toLocaleString("en-GB")} inside ·{" "}
          {campaign.entered.toLocaleString("en-GB")} entered ·{" "}
          {campaign.reachedGoal.toLocaleString("en-GB")} reached the goal
        </span>
      )}
      {campaign.state !== "draft" && (
        <span className="inline-flex items-center gap-1.5">
          <ChartColumn aria-hidden className="size-4 text-ink-faint" />
          <TextLink href={`/reports/${campaign.id}`}>Report</TextLink>
        </span>
      )}
    </div>
  );
}
