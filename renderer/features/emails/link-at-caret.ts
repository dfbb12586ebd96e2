import { getMarkRange, type Editor } from "@tiptap/react";
import { LIQUID } from "#core/domain/merge-tag.ts";

/** A link of a text, with the stretch it has. */
export interface LinkAtCaret {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly href: string;
  readonly linkId: string | null;
  readonly isTracked: boolean;
  readonly isNew: boolean;
}

/** The whole link around the caret, or what is selected as one to be made. */
export function readLink(editor: Editor): LinkAtCaret {
  const { doc, selection, schema } = editor.state;
  const type = schema.marks["link"];
  const around = type && getMarkRange(selection.$from, type);
  const { from, to } = around ?? selection;
  const link = around && type && linkIn(editor, from, to);
  return {
    from,
    to,
    words: doc.textBetween(from, to, " ", (leaf) => String(leaf.attrs["source"] ?? "")),
    href: String(link?.["href"] ?? ""),
    linkId: typeof link?.["linkId"] === "string" ? link["linkId"] : null,
    isTracked: link?.["isTracked"] !== false,
    isNew: link === undefined,
  };
}

function linkIn(editor: Editor, from: number, to: number): Record<string, unknown> | undefined {
  let found: Record<string, unknown> | undefined;
  editor.state.doc.nodesBetween(from, to, (node) => {
    found ??= node.marks.find((mark) => mark.type.name === "link")?.attrs;
  });
  return found;
}

/** Makes or changes a link. Its id stays; its looks stay where its words do. */
export function writeLink(editor: Editor, link: LinkAtCaret): void {
  const { from, to, words, href, linkId, isTracked } = link;
  const before = readWords(editor, from, to);
  editor.commands.command(({ tr, state }) => {
    const type = state.schema.marks["link"];
    if (!type) return false;
    const mark = type.create({ href, linkId, isTracked });
    if (words === before) {
      tr.removeMark(from, to, type).addMark(from, to, mark);
      return true;
    }
    const others = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? [];
    const marks = mark.addToSet(type.removeFromSet(others));
    tr.replaceWith(
      from,
      to,
      piecesOf(words).map((piece) => makeNode(piece, marks)),
    );
    return true;

    function makeNode(piece: string, nodeMarks: typeof marks) {
      const tag = piece.startsWith("{") ? state.schema.nodes["mergeTag"] : undefined;
      return tag
        ? tag.create({ source: piece }, null, nodeMarks)
        : state.schema.text(piece, nodeMarks);
    }
  });
}

export function removeLink(editor: Editor, { from, to }: LinkAtCaret): void {
  editor.commands.command(({ tr, state }) => {
    const type = state.schema.marks["link"];
    if (type) tr.removeMark(from, to, type);
    return true;
  });
}

function readWords(editor: Editor, from: number, to: number): string {
  return editor.state.doc.textBetween(from, to, " ", (leaf) => String(leaf.attrs["source"] ?? ""));
}

/** Words and merge tags in turn. */
function piecesOf(words: string): string[] {
  const tags = words.match(LIQUID) ?? [];
  return words
    .split(LIQUID)
    .flatMap((text, index) => [text, tags[index] ?? ""])
    .filter((piece) => piece !== "");
}
