import { Pause, Play } from "lucide-react";
import { useMemo } from "react";
import type { OutputOf } from "../../client/call-name.ts";
import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useCommands } from "../../ui/commands.ts";
import { DateTime } from "../../ui/date-time.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { RefusalBanner } from "./refusal-banner.tsx";

/** Stops everything, or lets it go on. */
export function PauseCard({ status }: { status: OutputOf<"settings.status"> }) {
  const { isPaused, nextSendAt, waiting } = status;
  const pause = useAction("settings.setPaused", {
    isErrorShown: true,
    onDone: (_done, { isPaused: paused }) => {
      showToast({
        text: paused ? "Sending is paused" : "Sending goes on",
        undo: () => {
          pause.mutate({ isPaused: !paused });
        },
      });
    },
  });
  const { mutate } = pause;
  useCommands(
    useMemo(
      () => [
        {
          id: "pause sending",
          title: isPaused ? "Resume sending" : "Pause all sending",
          group: "Settings",
          icon: isPaused ? <Play /> : <Pause />,
          run: () => {
            mutate({ isPaused: !isPaused });
          },
        },
      ],
      [isPaused, mutate],
    ),
  );
  return (
    <Card
      title={isPaused ? "Sending is paused" : "Sending is on"}
      description={
        isPaused
          ? "Nothing leaves. Waiting times go on counting, and nobody is skipped."
          : "Mails leave by themselves when they are due."
      }
      actions={
        <Button
          variant={isPaused ? "primary" : "secondary"}
          icon={isPaused ? <Play /> : <Pause />}
          isPending={pause.isPending}
          onPress={() => {
            pause.mutate({ isPaused: !isPaused });
          }}
        >
          {isPaused ? "Resume sending" : "Pause all sending"}
        </Button>
      }
    >
      <p className="text-base text-ink-soft">
        {waiting === 0
          ? "No mail is waiting to leave."
          : waiting === 1
            ? "1 mail is waiting to leave."
            : `${waiting.toLocaleString("en-GB")} mails are waiting to leave.`}
        {nextSendAt !== null && !isPaused && (
          <>
            {" "}
            The next thing happens <DateTime at={nextSendAt} />.
          </>
        )}
      </p>
      <RefusalBanner error={pause.error} />
    </Card>
  );
}
