import type { ReactNode } from "react";
import { Banner } from "../../ui/banner.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";

interface RemoveDialogProps {
  title: string;
  confirmLabel: string;
  children: ReactNode;
  /** Why it was refused, such as where it is used. */
  refusal: string | undefined;
  isPending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is removed, and says where it is still used if it is. */
export function RemoveDialog(props: RemoveDialogProps) {
  const { title, confirmLabel, children, refusal, isPending, onConfirm, onClose } = props;
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={confirmLabel}
      isOpen
      isDanger
      isPending={isPending}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p className="text-pretty">{children}</p>
      {refusal !== undefined && (
        <Banner tone="bad" title="It cannot be removed" isUrgent>
          {refusal}
        </Banner>
      )}
    </ConfirmDialog>
  );
}
