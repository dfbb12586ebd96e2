import { useAction } from "../../client/use-action.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showToast } from "../../ui/show-toast.ts";
import type { Account } from "./account-values.ts";
import { RefusalBanner } from "./refusal-banner.tsx";

interface RemoveAccountDialogProps {
  account: Account;
  onClose: () => void;
}

export function RemoveAccountDialog({ account, onClose }: RemoveAccountDialogProps) {
  const remove = useAction("accounts.remove", {
    isErrorShown: true,
    onDone: () => {
      showToast({ text: `Account “${account.name}” removed` });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={`Remove “${account.name}”?`}
      confirmLabel="Remove account"
      isOpen
      isDanger
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={() => {
        remove.mutate({ id: account.id });
      }}
    >
      <p className="text-pretty">
        Its password is forgotten, so this cannot be undone. What was sent stays in your reports;
        what is waiting leaves through your next account.
      </p>
      <RefusalBanner error={remove.error} title="It cannot be removed" />
    </ConfirmDialog>
  );
}
