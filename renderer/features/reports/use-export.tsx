import { FileSpreadsheet, UsersRound } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { client } from "../../client/client.ts";
import { downloadText } from "../../client/download.ts";
import { useCommands } from "../../ui/commands.ts";
import { showToast } from "../../ui/show-toast.ts";

/** Saves a campaign's numbers, or everyone with what they did, as a CSV file. */
export function useExport(campaignId: string) {
  const [isPending, setPending] = useState(false);
  const save = useCallback(
    async (what: "emails" | "people") => {
      setPending(true);
      try {
        const { fileName, text } = await client.reports.csv({ campaignId, what });
        downloadText(fileName, text);
        showToast({ text: `Saved ${fileName}` });
      } catch (error) {
        const text = error instanceof Error ? error.message : "The file could not be made.";
        showToast({ text, kind: "problem" });
      } finally {
        setPending(false);
      }
    },
    [campaignId],
  );
  const choices = useMemo(
    () => [
      {
        id: "export emails",
        label: "Numbers per email",
        icon: <FileSpreadsheet />,
        onAction: () => void save("emails"),
      },
      {
        id: "export people",
        label: "Everyone, with what they did",
        icon: <UsersRound />,
        onAction: () => void save("people"),
      },
    ],
    [save],
  );
  useCommands(
    useMemo(
      () =>
        choices.map(({ id, label, icon, onAction }) => ({
          id,
          title: `Export as CSV: ${label.toLowerCase()}`,
          group: "Report",
          icon,
          run: onAction,
        })),
      [choices],
    ),
  );
  return { choices, isPending };
}
