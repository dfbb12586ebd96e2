import { Link } from "@tiptap/extension-link";
import { Plugin } from "@tiptap/pm/state";
import { newId } from "../../client/new-id.ts";
import { nameLinks, type LinkPiece } from "./name-links.ts";

/**
 * A link as emails keep it: with an id that stays when address or words change, so that a trigger keeps its link.
 * Every link has one of its own, whether it was made here, typed, or pasted.
 */
export const EmailLink = Link.extend({
  // What is typed behind a link is not part of it.
  inclusive: false,

  addAttributes() {
    return {
      href: { default: null, parseHTML: (element) => element.getAttribute("href") },
      linkId: {
        default: null,
        parseHTML: (element) => element.dataset["link"] || null,
        renderHTML: ({ linkId }) => (linkId === null ? {} : { "data-link": String(linkId) }),
      },
      isTracked: {
        default: true,
        parseHTML: (element) => element.dataset["track"] !== "off",
        renderHTML: ({ isTracked }) => (isTracked === false ? { "data-track": "off" } : {}),
      },
    };
  },

  addProseMirrorPlugins() {
    return [...(this.parent?.() ?? []), namingPlugin()];
  },
}).configure({
  openOnClick: false,
  defaultProtocol: "https",
  HTMLAttributes: { target: null, rel: null, class: null },
  isAllowedUri: (url, { defaultValidate }) => url.startsWith("{{") || defaultValidate(url),
});

function namingPlugin(): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, state) {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      const type = state.schema.marks["link"];
      if (!type) return null;
      const pieces: (LinkPiece & { readonly attributes: object })[] = [];
      state.doc.descendants((node, from) => {
        const link = node.isInline ? type.isInSet(node.marks) : undefined;
        if (!link) return;
        const { href, linkId } = link.attrs;
        pieces.push({
          from,
          to: from + node.nodeSize,
          linkId: typeof linkId === "string" ? linkId : null,
          href: String(href),
          attributes: link.attrs,
        });
      });
      const ids = nameLinks(pieces, newId);
      const transaction = state.tr;
      for (const [index, { from, to, linkId, attributes }] of pieces.entries()) {
        const id = ids[index];
        if (id !== linkId)
          transaction.addMark(from, to, type.create({ ...attributes, linkId: id }));
      }
      return transaction.docChanged ? transaction : null;
    },
  });
}
