import { useState } from "react";
import { walkSteps } from "#core/domain/campaign.ts";
import { stepName } from "#core/domain/step-name.ts";
import { useCall } from "../../client/use-call.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Select } from "../../ui/select.tsx";
import { WhyFacts } from "./why-facts.tsx";

interface WhyNotDialogProps {
  contactId: string;
  who: string;
  onClose: () => void;
}

/** Answers for any email of any campaign why somebody was sent it, why not, or what it waits for. */
export function WhyNotDialog({ contactId, who, onClose }: WhyNotDialogProps) {
  const campaigns = useCall("campaigns.list", {});
  const [campaignId, setCampaignId] = useState<string | null>(null);
  const [stepId, setStepId] = useState<string | null>(null);
  return (
    <Dialog
      title={`Why, or why not, ${who}?`}
      size="md"
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      <Loaded call={campaigns} height={60}>
        {(all) =>
          all.length === 0 ? (
            <p>There is no campaign yet.</p>
          ) : (
            <Select
              label="Campaign"
              placeholder="Choose a campaign"
              options={all.map(({ id, name }) => ({ value: id, label: name }))}
              value={campaignId}
              onChange={(id) => {
                setCampaignId(id);
                setStepId(null);
              }}
            />
          )
        }
      </Loaded>
      {campaignId !== null && (
        <EmailChoice campaignId={campaignId} stepId={stepId} onChange={setStepId} />
      )}
      {campaignId !== null && stepId !== null && (
        <WhyFacts contactId={contactId} campaignId={campaignId} stepId={stepId} />
      )}
    </Dialog>
  );
}

interface EmailChoiceProps {
  campaignId: string;
  stepId: string | null;
  onChange: (stepId: string) => void;
}

function EmailChoice({ campaignId, stepId, onChange }: EmailChoiceProps) {
  const campaign = useCall("campaigns.get", { id: campaignId });
  return (
    <Loaded call={campaign} height={60}>
      {({ plan }) => {
        const emails = [...walkSteps(plan.steps)].filter(({ kind }) => kind === "email");
        return emails.length === 0 ? (
          <p>This campaign has no email.</p>
        ) : (
          <Select
            label="Email"
            placeholder="Choose an email"
            options={emails.map((step) => ({ value: step.id, label: stepName(step) }))}
            value={stepId}
            onChange={onChange}
          />
        );
      }}
    </Loaded>
  );
}
