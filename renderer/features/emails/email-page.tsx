import { Mail } from "lucide-react";
import { findStep } from "#core/domain/campaign.ts";
import { useCall } from "../../client/use-call.ts";
import { Gone } from "../../parts/gone/gone.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EmailEditor } from "./email-editor.tsx";
import { useUnsavedEmail, type EmailKey } from "./use-email-store.ts";

/** What one email step of a campaign says, and what it looks like to those who get it. */
export function EmailPage(email: EmailKey) {
  return <EmailLoader key={`${email.campaignId} ${email.stepId}`} {...email} />;
}

function EmailLoader({ campaignId, stepId }: EmailKey) {
  const unsaved = useUnsavedEmail({ campaignId, stepId });
  const campaign = useCall("campaigns.get", { id: campaignId });
  const step = campaign.data && findStep(campaign.data.plan.steps, stepId);
  const resendOf = step?.kind === "email" ? step.resendOf : null;
  const own = useCall("emails.get", { campaignId, stepId }, { isForgotten: true });
  const original = useCall(
    "emails.get",
    { campaignId, stepId: resendOf ?? "" },
    { isEnabled: resendOf !== null, isForgotten: true },
  );
  const fields = useCall("settings.listFields", {});

  const crumbs = [
    { label: "Campaigns", href: "/" },
    { label: campaign.data?.name ?? "Campaign", href: `/campaigns/${campaignId}` },
  ];
  if (campaign.data && step?.kind !== "email")
    return (
      <Page title="Email" crumbs={crumbs}>
        <EmptyState
          icon={<Mail />}
          title="This email’s step is gone"
          action={<ButtonLink href={`/campaigns/${campaignId}`}>Open the campaign</ButtonLink>}
        >
          It was removed from the campaign. Undo there brings it back with its words.
        </EmptyState>
      </Page>
    );
  const content = unsaved?.getState().content ?? own.data?.content;
  if (
    campaign.data &&
    step?.kind === "email" &&
    content &&
    fields.data &&
    (resendOf === null || original.data)
  )
    return (
      <EmailEditor
        campaign={campaign.data}
        step={step}
        content={content}
        original={original.data?.content}
        fields={fields.data}
      />
    );
  const failed = [campaign, own, original, fields].find((call) => call.error !== null);
  return (
    <Page title="Email" crumbs={crumbs}>
      {campaign.error?.code === "not-found" ? (
        <Gone what="campaign" list={{ label: "All campaigns", href: "/" }} />
      ) : failed?.error ? (
        <ErrorState
          title="This email could not be opened"
          error={failed.error}
          onRetry={() => void failed.refetch()}
        />
      ) : (
        <div role="status" aria-label="Opening the email" className="grid grid-cols-2 gap-8">
          <div className="flex flex-col gap-4">
            <Skeleton height={56} />
            <Skeleton height={56} />
            <Skeleton height={180} />
            <Skeleton height={96} />
          </div>
          <Skeleton height={480} />
        </div>
      )}
    </Page>
  );
}
