import { Goal, Plus, Upload } from "lucide-react";
import { useMemo, useState } from "react";
import { useCall } from "../../client/use-call.ts";
import { Button } from "../../ui/button.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { useCommands } from "../../ui/commands.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { CampaignMatrix } from "./campaign-matrix.tsx";
import { LooseCampaigns } from "./loose-campaigns.tsx";
import type { CampaignCell } from "./cell-fields.tsx";
import { NewCampaignDialog } from "./new-campaign-dialog.tsx";
import { useImportFile } from "./use-import-file.ts";
import { withoutCell } from "./matrix-rows.ts";

/** Home: which goal is pursued with which segment, and where nothing is. */
export function CampaignsPage() {
  const { data, error, refetch } = useCall(
    "campaigns.matrix",
    {},
    {
      topics: ["segments", "goals", "contacts"],
    },
  );
  const [cell, setCell] = useState<CampaignCell>();
  const chooseFile = useImportFile();
  useCommands(
    useMemo(
      () => [
        {
          id: "new campaign",
          title: "New campaign",
          group: "Campaigns",
          icon: <Plus />,
          shortcut: "n",
          run: () => {
            setCell({ goalId: null, segmentId: null });
          },
        },
        {
          id: "import campaign",
          title: "Import a campaign from a file",
          group: "Campaigns",
          icon: <Upload />,
          run: chooseFile,
        },
      ],
      [chooseFile],
    ),
  );

  return (
    <Page
      title="Campaigns"
      description="What you want people to do, and whom you move towards it."
      actions={
        <>
          <Button icon={<Upload aria-hidden />} onPress={chooseFile}>
            Import a campaign
          </Button>
          <Button
            variant="primary"
            icon={<Plus aria-hidden />}
            onPress={() => {
              setCell({ goalId: null, segmentId: null });
            }}
          >
            New campaign
          </Button>
        </>
      }
    >
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton height={280} />
      ) : (
        <div className="flex flex-col gap-8">
          {data.goals.length === 0 || data.segments.length === 0 ? (
            <EmptyState
              icon={<Goal />}
              title="Goals and segments make the map"
              action={
                <ButtonLink href="/segments" variant="primary">
                  Add goals and segments
                </ButtonLink>
              }
            >
              A goal is what people should do, such as “bought”. A segment is whom you talk to, such
              as “Leads”. Each pair is a place for one campaign.
            </EmptyState>
          ) : (
            <CampaignMatrix matrix={data} onGap={setCell} />
          )}
          <LooseCampaigns campaigns={withoutCell(data)} />
        </div>
      )}
      {data && cell && (
        <NewCampaignDialog
          cell={cell}
          goals={data.goals}
          segments={data.segments}
          onClose={() => {
            setCell(undefined);
          }}
        />
      )}
    </Page>
  );
}
