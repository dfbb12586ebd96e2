import { useMemo, useState } from "react";
import { useStore } from "zustand";
import { findStep } from "#core/domain/campaign.ts";
import { clientFor } from "../../client/client.ts";
import { useCall } from "../../client/use-call.ts";
import { useWorld } from "../../client/world.ts";
import type { RuleChoices } from "../../parts/rule-editor/rule-choices.ts";
import { CampaignHeader } from "./campaign-header.tsx";
import { EditorContext, type Campaign, type EditorValue } from "./editor-context.ts";
import { Outline } from "./outline.tsx";
import { SaveFailedBanner } from "./save-failed-banner.tsx";
import { StepPanel } from "./step-panel.tsx";
import { useEditorCommands } from "./use-editor-commands.tsx";
import { useEditorStore } from "./use-editor-store.ts";

interface CampaignEditorProps {
  campaign: Campaign;
  choices: RuleChoices;
}

/** Header above; below it the outline, and the panel of the step that is open. */
export function CampaignEditor({ campaign, choices }: CampaignEditorProps) {
  const world = useWorld();
  // Kept from the first drawing: leaving for another world still saves into this one.
  const [api] = useState(() => clientFor(world));
  const store = useEditorStore(campaign, api);
  const report = useCall(
    "reports.campaign",
    { id: campaign.id },
    { isEnabled: campaign.entered > 0, topics: ["messages", "contacts", "campaigns"] },
  );
  const emails = report.data?.emails;
  const value = useMemo<EditorValue>(
    () => ({
      store,
      campaign,
      choices,
      api,
      numbers: new Map((emails ?? []).map((email) => [email.stepId, email])),
    }),
    [store, campaign, choices, api, emails],
  );
  const openStep = useStore(store, ({ plan, selectedId }) =>
    selectedId === null ? undefined : findStep(plan.steps, selectedId),
  );
  return (
    <EditorContext value={value}>
      <EditorCommands />
      <div className="flex h-full min-h-0 flex-col">
        <CampaignHeader />
        <SaveFailedBanner />
        <div className="flex min-h-0 flex-1 border-t border-line">
          <div className="min-w-0 flex-1 overflow-auto bg-canvas">
            <Outline />
          </div>
          {openStep && <StepPanel step={openStep} />}
        </div>
      </div>
    </EditorContext>
  );
}

function EditorCommands() {
  useEditorCommands();
  return null;
}
