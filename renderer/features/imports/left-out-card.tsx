import { Download } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Table } from "../../ui/table.tsx";
import {
  type Counts,
  formatCount,
  formatMany,
  type ImportStatus,
  leftOut,
} from "./import-words.ts";
import { useLeftOutFile } from "./use-left-out-file.ts";

interface LeftOutCardProps {
  status: Pick<ImportStatus, "id" | "rejected">;
  counts: Counts;
}

/** The rows nothing was taken from, each with its reason; all of them as a file to mend and import again. */
export function LeftOutCard({ status: { id, rejected }, counts }: LeftOutCardProps) {
  const file = useLeftOutFile(id);
  const total = leftOut(counts);
  if (total === 0) return null;
  return (
    <Card
      title={formatMany(total, "row left out", "rows left out")}
      description={
        total > rejected.length
          ? `The first ${formatCount(rejected.length)} are shown. Mend the rows in the file and import it again.`
          : "Mend the rows in the file and import it again."
      }
      isFlush
      actions={
        <Button
          size="sm"
          icon={<Download />}
          isPending={file.isPending}
          onPress={() => void file.save()}
        >
          Save them as a file
        </Button>
      }
    >
      <Table
        label="Rows left out"
        rows={rejected}
        rowKey={({ row }) => String(row)}
        columns={[
          {
            key: "row",
            header: "Row",
            align: "right",
            width: "5rem",
            render: ({ row }) => formatCount(row),
          },
          {
            key: "reason",
            header: "Why",
            width: "45%",
            render: ({ reason }) => <span className="text-ink">{reason}</span>,
          },
          {
            key: "text",
            header: "What it says",
            render: ({ text }) => <span className="line-clamp-2 break-words">{text}</span>,
          },
        ]}
      />
    </Card>
  );
}
