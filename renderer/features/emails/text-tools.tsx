import { useEditorState, type Editor } from "@tiptap/react";
import { Bold, Italic, Link2, List, ListOrdered } from "lucide-react";
import { Toolbar } from "react-aria-components";
import { IconToggle } from "../../ui/icon-toggle.tsx";
import { afterOverlay } from "./after-overlay.ts";
import { useEmail } from "./email-context.ts";
import { readMergeTag } from "./merge-fields.ts";
import { MergeMenu } from "./merge-menu.tsx";

/** Alt+F10 in a text goes here. */
export const TOOLS_ID = "text-tools";

/** Looks, links and fields of the text that has the caret. Stays in sight while the blocks scroll. */
export function TextTools({ editor }: { editor: Editor | null }) {
  const { editLink } = useEmail();
  const now = useEditorState({
    editor,
    selector: ({ editor: text }) =>
      text === null || text.isDestroyed
        ? undefined
        : {
            isBold: text.isActive("bold"),
            isItalic: text.isActive("italic"),
            isBullets: text.isActive("bulletList"),
            isNumbers: text.isActive("orderedList"),
            isLink: text.isActive("link"),
            tag: text.isActive("mergeTag")
              ? String(text.getAttributes("mergeTag")["source"])
              : undefined,
          },
  });
  const isDisabled = !now;
  return (
    <div
      id={TOOLS_ID}
      role="group"
      aria-label="Tools"
      className="sticky top-0 z-20 -mx-1 mb-1 flex items-center gap-2 border-b border-line bg-surface px-1 py-1.5"
      onKeyDown={(event) => {
        if (event.key === "Escape") editor?.commands.focus();
      }}
    >
      <h2 className="mr-auto text-sm font-medium text-ink">Content</h2>
      <Toolbar aria-label="Text" className="flex items-center gap-0.5">
        <IconToggle
          label="Bold"
          icon={<Bold />}
          shortcut="Mod+B"
          isDisabled={isDisabled}
          isOn={now?.isBold === true}
          onChange={() => editor?.chain().focus().toggleBold().run()}
        />
        <IconToggle
          label="Italic"
          icon={<Italic />}
          shortcut="Mod+I"
          isDisabled={isDisabled}
          isOn={now?.isItalic === true}
          onChange={() => editor?.chain().focus().toggleItalic().run()}
        />
        <IconToggle
          label="Bulleted list"
          icon={<List />}
          shortcut="Mod+Shift+8"
          isDisabled={isDisabled}
          isOn={now?.isBullets === true}
          onChange={() => editor?.chain().focus().toggleBulletList().run()}
        />
        <IconToggle
          label="Numbered list"
          icon={<ListOrdered />}
          shortcut="Mod+Shift+7"
          isDisabled={isDisabled}
          isOn={now?.isNumbers === true}
          onChange={() => editor?.chain().focus().toggleOrderedList().run()}
        />
        <IconToggle
          label="Link"
          icon={<Link2 />}
          shortcut="Mod+K"
          isDisabled={isDisabled}
          isOn={now?.isLink === true}
          onChange={() => {
            if (editor) editLink(editor);
          }}
        />
        <MergeMenu
          key={now?.tag ?? ""}
          into="the text"
          isDisabled={isDisabled}
          current={now?.tag === undefined ? undefined : readMergeTag(now.tag)}
          onInsert={(tag) => {
            if (!editor) return;
            insertMergeTag(editor, tag);
            afterOverlay(() => {
              editor.commands.focus();
            });
          }}
        />
      </Toolbar>
    </div>
  );
}

/** In the place of what is selected; within a link it is part of it. */
function insertMergeTag(editor: Editor, source: string): void {
  editor.commands.command(({ tr, state }) => {
    const type = state.schema.nodes["mergeTag"];
    if (!type) return false;
    tr.replaceSelectionWith(type.create({ source }), true);
    return true;
  });
}
