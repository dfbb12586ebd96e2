import { findStep } from "#core/domain/campaign.ts";
import type { CampaignPlan, EmailStep } from "#core/domain/campaign.ts";
import { stepName } from "#core/domain/step-name.ts";
import { Banner } from "../../ui/banner.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";

interface ResendNoteProps {
  campaignId: string;
  step: EmailStep;
  plan: CampaignPlan;
}

/** A resend has a subject of its own and nothing else; says whose words it sends. */
export function ResendNote({ campaignId, step, plan }: ResendNoteProps) {
  const original = step.resendOf === null ? undefined : findStep(plan.steps, step.resendOf);
  return (
    <div className="mb-5">
      <Banner
        title={
          original ? `Sends “${stepName(original)}” again` : "The email it sends again is gone"
        }
        actions={
          original && (
            <ButtonLink href={`/campaigns/${campaignId}/emails/${original.id}`} size="sm">
              Open it
            </ButtonLink>
          )
        }
      >
        {original
          ? "Same words, new subject: what you change there is sent here too. A field left empty keeps the old one."
          : "Choose another one in the campaign."}
      </Banner>
    </div>
  );
}
