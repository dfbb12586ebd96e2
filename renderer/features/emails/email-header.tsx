import { Redo2, Send, Undo2 } from "lucide-react";
import type { EmailStep } from "#core/domain/campaign.ts";
import { stepName } from "#core/domain/step-name.ts";
import type { OutputOf } from "../../client/call-name.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useEmail, useEmailState } from "./email-context.ts";
import type { PlacedProblem } from "./place-problems.ts";
import { ProblemsButton } from "./problems-button.tsx";
import { SaveStateLabel } from "./save-state-label.tsx";

interface EmailHeaderProps {
  campaign: OutputOf<"campaigns.get">;
  step: EmailStep;
  problems: readonly PlacedProblem[];
  onTest: () => void;
}

/** Which email this is, the way back, and what is done with it as a whole. */
export function EmailHeader({ campaign, step, problems, onTest }: EmailHeaderProps) {
  const { store } = useEmail();
  const canUndo = useEmailState(({ past }) => past.length > 0);
  const canRedo = useEmailState(({ future }) => future.length > 0);
  return (
    <PageHeader
      title={stepName(step)}
      crumbs={[
        { label: "Campaigns", href: "/" },
        { label: campaign.name, href: `/campaigns/${campaign.id}` },
      ]}
      badge={step.resendOf === null ? undefined : <Badge>Resend</Badge>}
      actions={
        <>
          <SaveStateLabel />
          <IconButton
            label="Undo"
            icon={<Undo2 />}
            shortcut="Mod+Z"
            isDisabled={!canUndo}
            onPress={store.undo}
          />
          <IconButton
            label="Redo"
            icon={<Redo2 />}
            shortcut="Mod+Shift+Z"
            isDisabled={!canRedo}
            onPress={store.redo}
          />
          <ProblemsButton problems={problems} />
          <Button icon={<Send aria-hidden />} onPress={onTest}>
            Send a test
          </Button>
        </>
      }
    />
  );
}
