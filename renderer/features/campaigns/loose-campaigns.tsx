import { Card } from "../../ui/card.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { Table } from "../../ui/table.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { CampaignStateBadge } from "./campaign-state-badge.tsx";
import type { CampaignSummary } from "./matrix-rows.ts";

/** Campaigns that have no goal or no segment, so no place on the map. */
export function LooseCampaigns({ campaigns }: { campaigns: readonly CampaignSummary[] }) {
  if (campaigns.length === 0) return null;
  return (
    <Card title="Without a goal or a segment" isFlush>
      <Table
        label="Campaigns without a goal or a segment"
        rows={campaigns}
        rowKey={(campaign) => campaign.id}
        columns={[
          {
            key: "name",
            header: "Campaign",
            render: ({ id, name }) => <TextLink href={`/campaigns/${id}`}>{name}</TextLink>,
          },
          {
            key: "state",
            header: "State",
            render: ({ state }) => <CampaignStateBadge state={state} />,
          },
          { key: "open", header: "Inside", align: "right", render: ({ open }) => open },
          { key: "sent", header: "Sent", align: "right", render: ({ sent }) => sent },
          {
            key: "updated",
            header: "Changed",
            align: "right",
            render: ({ updatedAt }) => <DateTime at={updatedAt} format="short" />,
          },
        ]}
      />
    </Card>
  );
}
