import { Download, Trash2 } from "lucide-react";
import { useState } from "react";
import type { OutputOf } from "../../client/call-name.ts";
import { useAction } from "../../client/use-action.ts";
import { Badge } from "../../ui/badge.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { showToast } from "../../ui/show-toast.ts";
import { Facts } from "./facts.tsx";
import { RefusalBanner } from "./refusal-banner.tsx";
import { RemoveRelayDialog } from "./remove-relay-dialog.tsx";

/** The relay in use: whether it is heard, and since when. */
export function RelayStatus({ relay }: { relay: OutputOf<"relay.get"> }) {
  const { url, isLocal, lastHeardAt, watermark, problem, notice } = relay;
  const [isRemoving, setIsRemoving] = useState(false);
  const pull = useAction("relay.pullNow", {
    isErrorShown: true,
    onDone: ({ events, problem: failed }) => {
      if (failed !== null) return;
      showToast({
        text:
          events === 0
            ? "The relay has nothing new"
            : `Heard ${events === 1 ? "1 event" : `${events.toLocaleString("en-GB")} events`}`,
      });
    },
  });
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          Your relay
          {problem !== null ? (
            <Badge tone="bad" hasDot>
              Not heard
            </Badge>
          ) : lastHeardAt === null ? (
            <Badge hasDot>Not heard yet</Badge>
          ) : (
            <Badge tone="good" hasDot>
              Heard
            </Badge>
          )}
        </span>
      }
      actions={
        <>
          <Button
            size="sm"
            icon={<Download />}
            isPending={pull.isPending}
            onPress={() => {
              pull.mutate({});
            }}
          >
            Ask it now
          </Button>
          <IconButton
            label="Remove the relay"
            icon={<Trash2 />}
            size="sm"
            onPress={() => {
              setIsRemoving(true);
            }}
          />
        </>
      }
    >
      {problem !== null && (
        <Banner tone="bad" title="The relay could not be heard">
          {problem}
        </Banner>
      )}
      {notice !== null && <Banner tone="warn">{notice}</Banner>}
      <RefusalBanner error={pull.error} title="The relay could not be asked" />
      <Facts
        facts={[
          [
            "Address",
            <span key="url" className="font-mono text-sm">
              {url}
            </span>,
          ],
          [
            "Last heard",
            lastHeardAt === null ? "Not yet" : <DateTime key="heard" at={lastHeardAt} />,
          ],
          [
            "Known until",
            watermark === null ? (
              "Nothing yet"
            ) : (
              <span key="watermark">
                <DateTime at={watermark} />
                <span className="block text-xs text-ink-soft">
                  Who has “not opened” or “not clicked” is decided up to here, never beyond.
                </span>
              </span>
            ),
          ],
        ]}
      />
      {isLocal && (
        <Banner tone="warn" title="This relay runs on this computer">
          It is for trying things out: only mail read on this computer can reach it.
        </Banner>
      )}
      {isRemoving && (
        <RemoveRelayDialog
          onClose={() => {
            setIsRemoving(false);
          }}
        />
      )}
    </Card>
  );
}
