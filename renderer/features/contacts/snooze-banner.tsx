import { useAction } from "../../client/use-action.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { showToast } from "../../ui/show-toast.ts";

interface SnoozeBannerProps {
  id: string;
  until: number;
  who: string;
}

/** Says that somebody is let be for a while, and ends it. */
export function SnoozeBanner({ id, until, who }: SnoozeBannerProps) {
  const wake = useAction("contacts.snooze", {
    onDone: () => {
      showToast({ text: `${who} is mailed again` });
    },
  });
  return (
    <div className="pb-5">
      <Banner
        actions={
          <Button
            size="sm"
            isPending={wake.isPending}
            onPress={() => {
              wake.mutate({ id, until: null });
            }}
          >
            Mail them again
          </Button>
        }
      >
        Snoozed: no campaign mails them before <DateTime at={until} />.
      </Banner>
    </div>
  );
}
