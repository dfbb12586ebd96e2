import { FileDrop } from "../../ui/file-drop.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { PastImports } from "./past-imports.tsx";
import { useStartImport } from "./use-start-import.ts";

const accept = [".csv", ".tsv", ".tab", ".txt", "text/csv", "text/tab-separated-values"];

/** Where a list comes in, and what became of those before. */
export function ImportsPage() {
  const { start, isStarting } = useStartImport();
  return (
    <Page
      title="Import contacts"
      crumbs={[{ label: "Contacts", href: "/contacts" }]}
      description="Nothing is changed until you have seen what would happen, and every import can be undone."
    >
      <div className="flex flex-col gap-6">
        {isStarting ? (
          <Skeleton height={232} />
        ) : (
          <FileDrop
            title="Drop a CSV file here"
            description="As Excel, Numbers, Google Sheets or your old mail program saves it, with commas, semicolons or tabs, of any size. From an Excel workbook, save the sheet as CSV first."
            accept={accept}
            onFile={(file) => void start(file)}
          />
        )}
        <PastImports />
      </div>
    </Page>
  );
}
