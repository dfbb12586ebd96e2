import { useAction } from "../../client/use-action.ts";
import { showToast } from "../../ui/show-toast.ts";
import type { Goal } from "./goal-dialog.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";

interface RemoveGoalDialogProps {
  goal: Goal;
  onClose: () => void;
}

export function RemoveGoalDialog({ goal, onClose }: RemoveGoalDialogProps) {
  const bringBack = useAction("goals.save");
  const remove = useAction("goals.remove", {
    isErrorShown: true,
    onDone: () => {
      showToast({
        text: `Goal “${goal.name}” removed`,
        undo: () => {
          bringBack.mutate({ ...goal, id: null });
        },
      });
      onClose();
    },
  });
  return (
    <RemoveDialog
      title={`Remove “${goal.name}”?`}
      confirmLabel="Remove goal"
      refusal={remove.error?.message}
      isPending={remove.isPending}
      onConfirm={() => {
        remove.mutate({ id: goal.id });
      }}
      onClose={onClose}
    >
      Its row leaves the map of campaigns.
    </RemoveDialog>
  );
}
