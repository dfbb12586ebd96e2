import { Play } from "lucide-react";
import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { RefusalBanner } from "./refusal-banner.tsx";

/** A relay on this computer, to see the whole of it before there is a server. */
export function LocalRelay() {
  const start = useAction("relay.startLocal", {
    isErrorShown: true,
    onDone: ({ url }) => {
      showToast({ text: "A relay runs on this computer", description: url });
    },
  });
  return (
    <Card
      title="Try one on this computer first"
      description="Only mail read on this computer can reach it, so it is for sending to yourself."
      actions={
        <Button
          icon={<Play />}
          isPending={start.isPending}
          onPress={() => {
            start.mutate({});
          }}
        >
          Start a relay here
        </Button>
      }
    >
      <RefusalBanner error={start.error} title="It could not be started" />
      <p className="text-sm text-pretty text-ink-soft">
        In practice this is done for you: switch to practice to see opens and clicks without any
        setting up.
      </p>
    </Card>
  );
}
