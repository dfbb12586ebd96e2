import { useState } from "react";
import type { OutputOf } from "../../client/call-name.ts";
import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea } from "../../ui/text-area.tsx";

interface ActAsRecipientProps {
  mailId: number;
  links: OutputOf<"practice.getMail">["links"];
}

/** Opens, clicks, unsubscribes and replies as the recipient would, and says what came of it. */
export function ActAsRecipient({ mailId, links }: ActAsRecipientProps) {
  const [outcome, setOutcome] = useState("");
  const [isReplying, setReplying] = useState(false);
  const [reply, setReply] = useState("");
  const { mutate, isPending } = useAction("practice.act", {
    onDone: ({ text }) => {
      setOutcome(text);
      setReplying(false);
    },
  });
  return (
    <section aria-label="Act as the recipient" className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          isDisabled={isPending}
          onPress={() => {
            mutate({ mailId, act: { kind: "open" } });
          }}
        >
          Open
        </Button>
        <Menu
          label="Links"
          trigger={
            <Button size="sm" isDisabled={isPending || links.length === 0}>
              Click a link…
            </Button>
          }
          items={links.map((link) => ({
            id: String(link.n),
            label: link.label,
            onAction: () => {
              mutate({ mailId, act: { kind: "click", n: link.n } });
            },
          }))}
        />
        <Button
          size="sm"
          isDisabled={isPending}
          onPress={() => {
            setReplying(true);
          }}
        >
          Reply…
        </Button>
        <Button
          size="sm"
          isDisabled={isPending}
          onPress={() => {
            mutate({ mailId, act: { kind: "unsubscribe" } });
          }}
        >
          Unsubscribe
        </Button>
      </div>
      <p role="status" className="min-h-5 text-sm text-ink-soft">
        {outcome}
      </p>
      <Dialog
        title="Reply as the recipient"
        isOpen={isReplying}
        onClose={() => {
          setReplying(false);
        }}
        footer={
          <Button
            variant="primary"
            isPending={isPending}
            isDisabled={reply.trim() === ""}
            onPress={() => {
              mutate({ mailId, act: { kind: "reply", text: reply } });
            }}
          >
            Send reply
          </Button>
        }
      >
        <TextArea label="What they write" value={reply} onChange={setReply} rows={4} />
      </Dialog>
    </section>
  );
}
