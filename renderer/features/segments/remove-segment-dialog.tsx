import type { OutputOf } from "../../client/call-name.ts";
import { useAction } from "../../client/use-action.ts";
import { showToast } from "../../ui/show-toast.ts";
import { RemoveDialog } from "./remove-dialog.tsx";

interface RemoveSegmentDialogProps {
  segment: OutputOf<"segments.list">[number];
  onClose: () => void;
}

export function RemoveSegmentDialog({ segment, onClose }: RemoveSegmentDialogProps) {
  const bringBack = useAction("segments.save");
  const remove = useAction("segments.remove", {
    isErrorShown: true,
    onDone: () => {
      const { name, rule } = segment;
      showToast({
        text: `Segment “${name}” removed`,
        // Nothing stood on it, or it would not have gone: the same rule under the same name is the same segment.
        undo: () => {
          bringBack.mutate({ id: null, name, rule });
        },
      });
      onClose();
    },
  });
  return (
    <RemoveDialog
      title={`Remove “${segment.name}”?`}
      confirmLabel="Remove segment"
      refusal={remove.error?.message}
      isPending={remove.isPending}
      onConfirm={() => {
        remove.mutate({ id: segment.id });
      }}
      onClose={onClose}
    >
      Only the rule goes. The people in it stay in your contacts.
    </RemoveDialog>
  );
}
