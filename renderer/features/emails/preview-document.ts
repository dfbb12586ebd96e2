/** What fills the room after a short preheader and is not to be read. */
// oxlint-disable-next-line no-misleading-character-class
const UNSEEN = /[\u034F\u200B-\u200D\u2060\uFEFF\u00AD]/gu;
/** So many of them in a row that a mail program has no room left for what comes behind. */
// oxlint-disable-next-line no-misleading-character-class
const FILLER = /(?:[\u034F\u200B-\u200D\u2060\uFEFF\u00AD][\s\u00A0]*){20}[\s\S]*/u;
const LINE_LENGTH = 140;

/** What an inbox shows beside the subject: the first words of the mail, its preheader if it has one. */
export function inboxLine(words: string): string {
  const line = words.replace(FILLER, "").replace(UNSEEN, "").replace(/\s+/gu, " ").trim();
  return line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH).trimEnd()}…` : line;
}

/** Where a block ends its words end: without this, those of two paragraphs run together. */
export function apartBlocks(html: string): string {
  return html.replace(/<(?:\/(?:p|h[1-6]|li|td|div)|br\s*\/?)>/giu, "$& ");
}

export interface PreviewOptions {
  /** The block to begin at, by its place among the blocks; null begins at the top. */
  readonly blockIndex: number | null;
}

/**
 * The mail for a frame that runs no script. A clicked link would open a window, which the frame may not: it
 * stays where it is. The block that is being written is where the frame begins, since nothing can scroll it.
 */
export function previewDocument(html: string, { blockIndex }: PreviewOptions): string {
  const head = '<base target="_blank"><style>[data-here]{scroll-initial-target:nearest}</style>';
  const whole = html.replace(/<head\b[^>]*>/iu, (tag) => tag + head);
  if (blockIndex === null) return whole;
  let index = -1;
  return whole.replace(/<tr><td align="left"/gu, (row) => {
    index += 1;
    return index === blockIndex ? row.replace("<td", "<td data-here") : row;
  });
}
