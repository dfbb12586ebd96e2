import { useState } from "react";
import type { EmailStep } from "#core/domain/campaign.ts";
import { Tabs } from "../../ui/tabs.tsx";
import { ActionsEditor } from "./actions-editor.tsx";
import { EmailTab } from "./email-tab.tsx";
import { OnlyToEditor } from "./only-to-editor.tsx";
import { useStepChange } from "./use-step-change.ts";
import { WhenTab } from "./when-tab.tsx";

/** An email's content and its five properties, in the order they matter. */
export function EmailPanel({ step }: { step: EmailStep }) {
  const [tab, setTab] = useState("email");
  const change = useStepChange(step);
  return (
    <Tabs
      label="Step"
      selected={tab}
      onSelect={setTab}
      tabs={[
        { id: "email", title: "Email", content: <EmailTab step={step} /> },
        { id: "when", title: "When", content: <WhenTab step={step} /> },
        {
          id: "who",
          title: "Who",
          content: (
            <OnlyToEditor
              onlyTo={step.onlyTo}
              onChange={(onlyTo) => {
                change({ onlyTo }, "only to");
              }}
            />
          ),
        },
        {
          id: "then",
          title: "Then",
          content: (
            <div className="flex flex-col gap-4">
              <p className="text-base text-ink-soft">
                Done once, in this order, as soon as the email was accepted.
              </p>
              <ActionsEditor
                actions={step.actions}
                onChange={(actions) => {
                  change({ actions }, "actions");
                }}
              />
            </div>
          ),
        },
      ]}
    />
  );
}
