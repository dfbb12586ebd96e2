import { useCall } from "../../client/use-call.ts";
import { Gone } from "../../parts/gone/gone.tsx";
import { useRuleChoices } from "../../parts/rule-editor/use-rule-choices.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { CampaignEditor } from "./campaign-editor.tsx";

/** One campaign as an outline of steps. */
export function CampaignPage({ id }: { id: string }) {
  const campaign = useCall(
    "campaigns.get",
    { id },
    { topics: ["emails", "messages", "contacts", "segments", "accounts", "relay", "settings"] },
  );
  const choices = useRuleChoices();
  if (campaign.data) return <CampaignEditor key={id} campaign={campaign.data} choices={choices} />;
  return (
    <Page title="Campaign" crumbs={[{ label: "Campaigns", href: "/" }]}>
      {campaign.error?.code === "not-found" ? (
        <Gone what="campaign" list={{ label: "All campaigns", href: "/" }} />
      ) : campaign.error ? (
        <ErrorState
          title="This campaign could not be opened"
          error={campaign.error}
          onRetry={() => void campaign.refetch()}
        />
      ) : (
        <div
          className="flex max-w-3xl flex-col gap-3"
          role="status"
          aria-label="Opening the campaign"
        >
          <Skeleton height={56} />
          <Skeleton height={88} />
          <Skeleton height={88} />
          <Skeleton height={56} />
        </div>
      )}
    </Page>
  );
}
