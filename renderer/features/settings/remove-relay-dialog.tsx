import { useAction } from "../../client/use-action.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { RefusalBanner } from "./refusal-banner.tsx";

export function RemoveRelayDialog({ onClose }: { onClose: () => void }) {
  const remove = useAction("relay.remove", {
    isErrorShown: true,
    onDone: () => {
      showToast({ text: "Relay removed" });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title="Remove the relay?"
      confirmLabel="Remove relay"
      isOpen
      isDanger
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={() => {
        remove.mutate({});
      }}
    >
      <p className="text-pretty">
        Dripline forgets its address and key, and hears it no more: links in mails already sent go
        on working as long as the relay runs, but unsubscribes made there are not heard. Campaigns
        that react to opens or clicks cannot go on deciding.
      </p>
      <RefusalBanner error={remove.error} title="It cannot be removed" />
    </ConfirmDialog>
  );
}
