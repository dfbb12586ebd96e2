import { Pencil, Redo2, Undo2 } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../../ui/icon-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { CampaignMenu } from "./campaign-menu.tsx";
import { CampaignPlaceLine } from "./campaign-place-line.tsx";
import { CampaignStateBadge } from "./campaign-state-badge.tsx";
import { CheckButton } from "./check-button.tsx";
import { useEditor, useEditorState } from "./editor-context.ts";
import { LifeButtons } from "./life-buttons.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import { SaveStateLabel } from "./save-state-label.tsx";

/** What campaign this is, whether it is on, and everything that is done with it as a whole. */
export function CampaignHeader() {
  const { campaign, store } = useEditor();
  const canUndo = useEditorState(({ past }) => past.length > 0);
  const canRedo = useEditorState(({ future }) => future.length > 0);
  const [isRenaming, setRenaming] = useState(false);
  function rename() {
    setRenaming(true);
  }
  return (
    <>
      <PageHeader
        title={campaign.name}
        crumbs={[{ label: "Campaigns", href: "/" }]}
        badge={
          <span className="flex items-center gap-1">
            <CampaignStateBadge state={campaign.state} />
            <IconButton
              label="Name, goal and segment"
              icon={<Pencil />}
              size="sm"
              onPress={rename}
            />
          </span>
        }
        description={<CampaignPlaceLine onChange={rename} />}
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
            <CheckButton />
            <LifeButtons />
            <CampaignMenu />
          </>
        }
      />
      {isRenaming && (
        <RenameDialog
          onClose={() => {
            setRenaming(false);
          }}
        />
      )}
    </>
  );
}
