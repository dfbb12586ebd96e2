import { Plus, Redo2, Undo2 } from "lucide-react";
import { useMemo } from "react";
import { useCommands } from "../../ui/commands.ts";
import { useEditor } from "./editor-context.ts";
import { openInsertMenu } from "./insert-place.ts";

/** What the keyboard and the palette can do anywhere in the editor. */
export function useEditorCommands(): void {
  const { store } = useEditor();
  useCommands(
    useMemo(
      () => [
        {
          id: "undo",
          title: "Undo",
          group: "Campaign",
          icon: <Undo2 />,
          shortcut: "Mod+Z",
          run: store.undo,
        },
        {
          id: "redo",
          title: "Redo",
          group: "Campaign",
          icon: <Redo2 />,
          shortcut: "Mod+Shift+Z",
          run: store.redo,
        },
        {
          id: "add step",
          title: "Add a step here",
          group: "Campaign",
          keywords: "insert email wait split action resend end",
          icon: <Plus />,
          shortcut: "/",
          run: () => {
            openInsertMenu(store);
          },
        },
      ],
      [store],
    ),
  );
}
