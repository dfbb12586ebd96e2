import { EditorContent, useEditor } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { useEffect, useRef } from "react";
import { listLinks, type Block } from "#core/domain/email-content.ts";
import { must } from "#core/shared/assert.ts";
import { classes } from "../../ui/classes.ts";
import { cleanPaste } from "./clean-paste.ts";
import { blockHtml, editorHtml } from "./editor-html.ts";
import { useEmail } from "./email-context.ts";
import { EmailLink } from "./email-link.ts";
import { mergeTagLabel } from "./merge-fields.ts";
import { MergeTag } from "./merge-tag-node.ts";
import { textClasses } from "./text-classes.ts";
import { TOOLS_ID } from "./text-tools.tsx";
import { useBlockEdits } from "./use-block-edits.ts";

/** Rich text: bold, italic, lists, links, merge tags. Undo belongs to the whole email, so there is none in here. */
export function TextBlock({ block }: { block: Extract<Block, { kind: "text" }> }) {
  const email = useEmail();
  const edits = useBlockEdits();
  // What was given to the editor or came from it last: anything else comes from undo or from outside.
  const known = useRef(block.html);
  const editor = must(
    useEditor({
      injectCSS: false,
      extensions: [
        StarterKit.configure({
          link: false,
          undoRedo: false,
          codeBlock: false,
          trailingNode: false,
          dropcursor: { class: "drop-cursor", color: false },
        }),
        EmailLink,
        MergeTag.configure({ labelOf: (source) => mergeTagLabel(source, email.fields) }),
      ],
      content: editorHtml(block.html),
      // Writing goes on below the greeting.
      autofocus: email.store.getState().focusPlace === block.id ? "end" : false,
      editorProps: {
        attributes: {
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": "Text",
          class: textClasses,
        },
        transformPastedHTML: (html) => {
          const taken = new Set(
            listLinks(email.store.getState().content).map(({ linkId }) => linkId),
          );
          return cleanPaste(html, (linkId) => taken.has(linkId));
        },
        handleKeyDown: (_view, event) => {
          if (
            (event.ctrlKey || event.metaKey) &&
            !event.shiftKey &&
            event.key.toLowerCase() === "k"
          ) {
            event.preventDefault();
            email.editLink(editor);
            return true;
          }
          if (event.altKey && event.key === "F10") {
            document.querySelector<HTMLElement>(`#${TOOLS_ID} button:not([disabled])`)?.focus();
            return true;
          }
          return false;
        },
      },
      onUpdate: () => {
        known.current = blockHtml(editor.getHTML());
        edits.change(block.id, "text", { html: known.current });
      },
      onDestroy: () => {
        email.leave(editor);
      },
    }),
  );

  useEffect(() => {
    if (block.html === known.current) return;
    known.current = block.html;
    const { from, to } = editor.state.selection;
    editor.commands.setContent(editorHtml(block.html), { emitUpdate: false });
    const end = editor.state.doc.content.size;
    editor.commands.setTextSelection({ from: Math.min(from, end), to: Math.min(to, end) });
  }, [editor, block.html]);

  return (
    <div
      className="relative"
      // The editor itself tells of a focus only once it has settled; what is focused right after it was made would be missed.
      onFocus={() => {
        email.enter(block.id, editor);
      }}
    >
      <span
        aria-hidden
        className={classes(
          "pointer-events-none absolute top-0 left-0 leading-6 text-ink-faint",
          !/^(?:<p><\/p>)?$/u.test(block.html) && "hidden",
        )}
      >
        Write here…
      </span>
      <EditorContent editor={editor} />
    </div>
  );
}
