import { FileSpreadsheet, UsersRound } from "lucide-react";
import { useCallback, useMemo } from "react";
import { client } from "../../client/client.ts";
import { CSV_TYPE } from "../../client/download.ts";
import { useSaveFile } from "../../parts/save-file/use-save-file.ts";
import { useCommands } from "../../ui/commands.ts";

/** Saves a campaign's numbers, or everyone with what they did, as a CSV file. */
export function useExport(campaignId: string) {
  const { save: saveFile, isPending } = useSaveFile();
  const save = useCallback(
    (what: "emails" | "people") =>
      saveFile(async () => {
        const { fileName, text } = await client.reports.csv({ campaignId, what });
        return { fileName, content: new Blob([text], { type: CSV_TYPE }) };
      }),
    [campaignId, saveFile],
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
