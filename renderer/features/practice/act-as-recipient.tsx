import { MailOpen, MailX, MousePointerClick, Reply } from "lucide-react";
import { useMemo, useState } from "react";
import type { InputOf, OutputOf } from "../../client/call-name.ts";
import { useAction } from "../../client/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { useCommands } from "../../ui/commands.ts";
import { Menu } from "../../ui/menu.tsx";
import { ReplyDialog } from "./reply-dialog.tsx";

interface ActAsRecipientProps {
  mailId: number;
  to: string;
  links: OutputOf<"practice.getMail">["links"];
}

type Act = InputOf<"practice.act">["act"];

/** Opens, clicks, unsubscribes and replies as the recipient would, and says what came of it. */
export function ActAsRecipient({ mailId, to, links }: ActAsRecipientProps) {
  const [outcome, setOutcome] = useState("");
  const [shown, setShown] = useState<"links" | "reply">();
  const { mutate, isPending } = useAction("practice.act", {
    onDone: ({ text }) => {
      setOutcome(text);
      setShown(undefined);
    },
  });

  const verbs = useMemo(() => {
    function act(what: Act) {
      // Not by disabling the buttons, which would take the focus from the one pressed.
      if (isPending) return;
      setOutcome("");
      mutate({ mailId, act: what });
    }
    return {
      open: () => {
        act({ kind: "open" });
      },
      click: (n: number) => {
        act({ kind: "click", n });
      },
      unsubscribe: () => {
        act({ kind: "unsubscribe" });
      },
      reply: (text: string) => {
        act({ kind: "reply", text });
      },
    };
  }, [mailId, mutate, isPending]);

  useCommands(
    useMemo(
      () => [
        {
          id: "practice open",
          title: "Open the mail as its recipient",
          group: "Practice mail",
          icon: <MailOpen />,
          shortcut: "o",
          run: verbs.open,
        },
        {
          id: "practice click",
          title: "Click a link as the recipient",
          group: "Practice mail",
          icon: <MousePointerClick />,
          shortcut: "l",
          run: () => {
            if (links.length > 0) setShown("links");
          },
        },
        {
          id: "practice reply",
          title: "Reply as the recipient",
          group: "Practice mail",
          icon: <Reply />,
          shortcut: "r",
          run: () => {
            setShown("reply");
          },
        },
        {
          id: "practice unsubscribe",
          title: "Unsubscribe as the recipient",
          group: "Practice mail",
          icon: <MailX />,
          shortcut: "u",
          run: verbs.unsubscribe,
        },
      ],
      [links, verbs],
    ),
  );

  return (
    <section aria-label="Act as the recipient" className="flex flex-wrap items-center gap-2">
      <span className="mr-1 text-sm text-ink-soft">As the recipient:</span>
      <Button size="sm" icon={<MailOpen />} onPress={verbs.open}>
        Open
      </Button>
      <Menu
        label="Links"
        isOpen={shown === "links"}
        onOpenChange={(isOpen) => {
          setShown(isOpen ? "links" : undefined);
        }}
        trigger={
          <Button size="sm" icon={<MousePointerClick />} isDisabled={links.length === 0}>
            Click a link…
          </Button>
        }
        items={links.map(({ n, label, destination, isUnsubscribe }) => ({
          id: String(n),
          label: isUnsubscribe
            ? `${label === destination ? "Unsubscribe" : label} (the page to unsubscribe on)`
            : label === destination
              ? shortened(label)
              : `${label} (${shortened(destination)})`,
          onAction: () => {
            verbs.click(n);
          },
        }))}
      />
      <Button
        size="sm"
        icon={<Reply />}
        onPress={() => {
          setShown("reply");
        }}
      >
        Reply…
      </Button>
      <Button size="sm" icon={<MailX />} onPress={verbs.unsubscribe}>
        Unsubscribe
      </Button>
      <p role="status" className="text-sm wrap-anywhere text-ink empty:hidden">
        {isPending ? "…" : outcome}
      </p>
      {shown === "reply" && (
        <ReplyDialog
          to={to}
          isPending={isPending}
          onReply={verbs.reply}
          onClose={() => {
            setShown(undefined);
          }}
        />
      )}
    </section>
  );
}

function shortened(url: string): string {
  const plain = url.replace(/^https?:\/\//u, "");
  return plain.length > 48 ? `${plain.slice(0, 47)}…` : plain;
}
