import { CornerDownRight, Ellipsis, FastForward, LogOut } from "lucide-react";
import { useState } from "react";
import { useAction } from "../../client/use-action.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { showToast } from "../../ui/show-toast.ts";
import type { Contact } from "./details.ts";
import { MoveDialog } from "./move-dialog.tsx";

interface RunMenuProps {
  run: Contact["enrollments"][number];
  /** Whose run it is. */
  who: string;
}

/** What can be done with somebody's way through a campaign: end the wait, move them, take them out. */
export function RunMenu({ run, who }: RunMenuProps) {
  const [asked, setAsked] = useState<"move" | "leave">();
  const close = (): void => {
    setAsked(undefined);
  };
  const skip = useAction("runs.skipWait", {
    onDone: () => {
      showToast({ text: `${who} goes on in “${run.campaignName}”` });
    },
  });
  const leave = useAction("runs.leave", {
    onDone: () => {
      close();
      showToast({ text: `${who} is no longer in “${run.campaignName}”` });
    },
  });
  return (
    <>
      <Menu
        label={`In “${run.campaignName}”`}
        placement="bottom end"
        trigger={
          <IconButton
            label={`More about “${run.campaignName}” for ${who}`}
            icon={<Ellipsis />}
            size="sm"
            isBare
          />
        }
        items={[
          {
            id: "skip",
            label: "Skip the wait",
            icon: <FastForward />,
            isDisabled: !run.canSkipWait,
            onAction: () => {
              skip.mutate({ id: run.id });
            },
          },
          {
            id: "move",
            label: "Move to a step…",
            icon: <CornerDownRight />,
            onAction: () => {
              setAsked("move");
            },
          },
          {
            id: "leave",
            label: "Take out of the campaign…",
            icon: <LogOut />,
            isDanger: true,
            isSectionStart: true,
            onAction: () => {
              setAsked("leave");
            },
          },
        ]}
      />
      {asked === "move" && <MoveDialog run={run} who={who} onClose={close} />}
      <ConfirmDialog
        title={`Take ${who} out of “${run.campaignName}”?`}
        confirmLabel="Take out"
        isOpen={asked === "leave"}
        isDanger
        isPending={leave.isPending}
        onClose={close}
        onConfirm={() => {
          leave.mutate({ id: run.id });
        }}
      >
        The campaign ends here for this person, and what is queued for them is not sent. Only
        starting the campaign for them again brings them back, from its beginning.
      </ConfirmDialog>
    </>
  );
}
