/** The looks of a text while it is written. TipTap brings none: its own would need a looser content policy. */
export const textClasses = [
  "min-h-6 text-base leading-6 break-words whitespace-pre-wrap text-ink outline-none [font-variant-ligatures:none]",
  "[&_p]:mb-2 [&>*:last-child]:mb-0 [&_li_p]:mb-0.5",
  "[&_ul]:mb-2 [&_ul]:list-disc [&_ul]:pl-6 [&_ol]:mb-2 [&_ol]:list-decimal [&_ol]:pl-6",
  "[&_blockquote]:mb-2 [&_blockquote]:border-l-3 [&_blockquote]:border-line-strong [&_blockquote]:pl-3",
  "[&_:is(h1,h2,h3)]:mb-2 [&_:is(h1,h2,h3)]:font-semibold [&_h1]:text-2xl [&_h2]:text-xl [&_h3]:text-lg",
  "[&_hr]:my-3 [&_hr]:border-line-strong [&_code]:font-mono [&_code]:text-sm",
  "[&_a]:cursor-text [&_a]:text-accent-text [&_a]:underline [&_a]:decoration-accent-line [&_a]:underline-offset-3",
  "[&_.merge-tag]:rounded-sm [&_.merge-tag]:bg-accent-soft [&_.merge-tag]:px-1 [&_.merge-tag]:py-0.5 [&_.merge-tag]:text-sm [&_.merge-tag]:font-medium [&_.merge-tag]:whitespace-nowrap [&_.merge-tag]:text-accent-text",
  "[&_.merge-tag.ProseMirror-selectednode]:outline-2 [&_.merge-tag.ProseMirror-selectednode]:outline-accent",
  "[&_.drop-cursor]:bg-accent",
].join(" ");
