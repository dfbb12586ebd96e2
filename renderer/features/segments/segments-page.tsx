import { Goal as GoalIcon, Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { useLocation } from "wouter";
import { useCall } from "../../client/use-call.ts";
import { useRuleChoices } from "../../parts/rule-editor/use-rule-choices.ts";
import { useCommands } from "../../ui/commands.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { GoalDialog, type Goal } from "./goal-dialog.tsx";
import { GoalTable } from "./goal-table.tsx";
import { SegmentTable } from "./segment-table.tsx";

/** Whom one talks to, and what they should do: the two sides of the map of campaigns. */
export function SegmentsPage() {
  const [, navigate] = useLocation();
  const segments = useCall("segments.list", {}, { topics: ["contacts", "settings"] });
  const goals = useCall("goals.list", {});
  const choices = useRuleChoices();
  const [edited, setEdited] = useState<{ goal: Goal | undefined }>();
  useCommands(
    useMemo(
      () => [
        {
          id: "new segment",
          title: "New segment",
          group: "Segments",
          icon: <Plus />,
          shortcut: "n",
          run: () => {
            navigate("/segments/new");
          },
        },
        {
          id: "new goal",
          title: "New goal",
          group: "Segments",
          icon: <GoalIcon />,
          run: () => {
            setEdited({ goal: undefined });
          },
        },
      ],
      [navigate],
    ),
  );

  return (
    <Page
      title="Segments and goals"
      description="One campaign for each goal and each segment: these are the two sides of your map."
    >
      <div className="flex flex-col gap-6">
        <Loaded call={segments} height={240}>
          {(data) => <SegmentTable segments={data} />}
        </Loaded>
        <Loaded call={goals} height={200}>
          {(data) => (
            <GoalTable
              goals={data}
              choices={choices}
              onNew={() => {
                setEdited({ goal: undefined });
              }}
              onEdit={(goal) => {
                setEdited({ goal });
              }}
            />
          )}
        </Loaded>
      </div>
      {edited && (
        <GoalDialog
          goal={edited.goal}
          choices={choices}
          onClose={() => {
            setEdited(undefined);
          }}
        />
      )}
    </Page>
  );
}
