import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { useEmail, useEmailState } from "./email-context.ts";

/** Says that what is on screen is not on the disk, why, and lets one try again. */
export function SaveFailedBanner() {
  const { store } = useEmail();
  const saveState = useEmailState((state) => state.saveState);
  if (saveState.kind !== "failed") return null;
  return (
    <div className="px-8 pb-4">
      <Banner
        tone="bad"
        title="Your last changes are not saved"
        isUrgent
        actions={
          <Button size="sm" onPress={() => void store.flush()}>
            Save again
          </Button>
        }
      >
        {saveState.message}
      </Banner>
    </div>
  );
}
