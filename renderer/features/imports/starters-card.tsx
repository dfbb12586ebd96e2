import { Card } from "../../ui/card.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Table } from "../../ui/table.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { formatCount, formatMany, type ImportStatus } from "./import-words.ts";

interface StartersCardProps {
  campaigns: ImportStatus["wouldStart"];
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Live campaigns that new people of the file fit; asked every time, never silent. */
export function StartersCard({ campaigns, isOn, onChange }: StartersCardProps) {
  return (
    <Card
      title="Live campaigns these people fit"
      description={`${formatMany(campaigns.length, "live campaign begins", "live campaigns begin")} when someone joins a segment or gets a tag that new people of this file have.`}
      isFlush
    >
      <Table
        label="Live campaigns these people fit"
        rows={campaigns}
        rowKey={({ campaignId }) => campaignId}
        columns={[
          {
            key: "name",
            header: "Campaign",
            render: ({ campaignId, name }) => (
              <TextLink href={`/campaigns/${campaignId}`}>{name}</TextLink>
            ),
          },
          {
            key: "contacts",
            header: "People it fits",
            align: "right",
            render: ({ contacts }) => formatCount(contacts),
          },
        ]}
      />
      <div className="border-t border-line p-5">
        <RadioGroup
          label="Shall they start?"
          value={isOn ? "yes" : "no"}
          onChange={(answer) => {
            onChange(answer === "yes");
          }}
          options={[
            { value: "no", label: "No, only add them to the contacts" },
            { value: "yes", label: "Yes, start right after the import" },
          ]}
        />
      </div>
    </Card>
  );
}
