import { Card } from "../../ui/card.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Table } from "../../ui/table.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { formatCount, formatMany, type ImportStatus } from "./import-words.ts";

interface StartersCardProps {
  wouldStart: ImportStatus["wouldStart"];
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Live campaigns that people of the file fit; asked every time, never silent. */
export function StartersCard({ wouldStart, isOn, onChange }: StartersCardProps) {
  const { campaigns, contacts } = wouldStart;
  return (
    <Card
      title="Live campaigns these people fit"
      description={`${formatMany(campaigns.length, "live campaign starts", "live campaigns start")} by what this import does: someone is imported, joins or leaves a segment, gets a tag, or has their stage or a field changed.`}
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
          label={`Start ${campaigns.length === 1 ? "it" : "them"} for ${contacts === 1 ? "this person" : `these ${formatCount(contacts)} people`}?`}
          value={isOn ? "yes" : "no"}
          onChange={(answer) => {
            onChange(answer === "yes");
          }}
          options={[
            { value: "no", label: "No, only import them" },
            { value: "yes", label: "Yes, start right after the import" },
          ]}
        />
      </div>
    </Card>
  );
}
