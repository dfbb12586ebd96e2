import { ArrowLeft, Redo2, Send, Undo2 } from "lucide-react";
import { useMemo } from "react";
import { useLocation } from "wouter";
import { useCommands } from "../../ui/commands.ts";
import { addBlock, BLOCK_KINDS, blockName } from "./add-block.ts";
import { BlockIcon } from "./block-icon.tsx";
import type { EmailStore } from "./email-store.ts";

const GROUP = "Email";

/** What the keyboard and the palette can do anywhere in the editor. */
export function useEmailCommands(
  store: EmailStore,
  campaignId: string,
  onTest: () => void,
  isResend: boolean,
): void {
  const [, navigate] = useLocation();
  useCommands(
    useMemo(
      () => [
        {
          id: "undo",
          title: "Undo",
          group: GROUP,
          icon: <Undo2 />,
          shortcut: "Mod+Z",
          run: store.undo,
        },
        {
          id: "redo",
          title: "Redo",
          group: GROUP,
          icon: <Redo2 />,
          shortcut: "Mod+Shift+Z",
          run: store.redo,
        },
        {
          id: "send test",
          title: "Send a test",
          group: GROUP,
          icon: <Send />,
          shortcut: "Mod+Shift+Enter",
          run: onTest,
        },
        {
          id: "back to campaign",
          title: "Back to the campaign",
          group: GROUP,
          icon: <ArrowLeft />,
          run: () => {
            navigate(`/campaigns/${campaignId}`);
          },
        },
        ...(isResend ? [] : BLOCK_KINDS).map((kind) => ({
          id: `add ${kind}`,
          title: `Add ${blockName(kind).toLowerCase()}`,
          group: GROUP,
          keywords: "block insert",
          icon: <BlockIcon kind={kind} />,
          ...(kind === "text" ? { shortcut: "Mod+Enter" } : {}),
          run: () => {
            addBlock(store, kind, null);
          },
        })),
      ],
      [store, campaignId, onTest, navigate, isResend],
    ),
  );
}
