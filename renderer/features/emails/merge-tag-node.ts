import { Node, nodeInputRule, nodePasteRule } from "@tiptap/react";

export interface MergeTagOptions {
  /** A few words for a tag, as they stand on its chip. */
  readonly labelOf: (source: string) => string;
}

const TYPED = /(?:\{\{[^{}]*\}\}|\{%[^{}]*%\})$/u;
const PASTED = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/gu;

/**
 * A merge tag in a text: one piece on the screen, its own text in the email. Typing the braces makes one too.
 */
export const MergeTag = Node.create<MergeTagOptions>({
  name: "mergeTag",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,

  addOptions() {
    return { labelOf: (source) => source };
  },
  addAttributes() {
    return {
      source: {
        default: "",
        parseHTML: (element) => element.dataset["merge"] ?? "",
        rendered: false,
      },
    };
  },
  parseHTML() {
    return [{ tag: "span[data-merge]" }];
  },
  renderHTML({ node }) {
    const source = String(node.attrs["source"]);
    return ["span", { "data-merge": source }, source];
  },
  renderText({ node }) {
    return String(node.attrs["source"]);
  },
  addNodeView() {
    return ({ node }) => {
      const source = String(node.attrs["source"]);
      const dom = document.createElement("span");
      dom.className = "merge-tag";
      dom.title = source;
      dom.textContent = this.options.labelOf(source);
      return { dom };
    };
  },
  addInputRules() {
    return [
      nodeInputRule({
        find: TYPED,
        type: this.type,
        getAttributes: (match) => ({ source: match[0] }),
      }),
    ];
  },
  addPasteRules() {
    return [
      nodePasteRule({
        find: PASTED,
        type: this.type,
        getAttributes: (match) => ({ source: match[0] }),
      }),
    ];
  },
});
