import {
  decodeLiquid,
  plainText,
  type Block,
  type EmailContent,
} from "#core/domain/email-content.ts";

/** The blocks as plain text with their merge tags: where writing one's own text part begins. */
export function textFromBlocks({ blocks }: Pick<EmailContent, "blocks">): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== "")
    .join("\n\n");
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
      return htmlText(block.html);
    case "heading":
      return block.text.trim();
    case "button":
      return `${block.label.trim()}: ${block.href.trim()}`;
    case "image":
      return block.href === null ? "" : `${block.alt.trim()}: ${block.href.trim()}`;
    case "divider":
      return "-".repeat(20);
  }
}

function htmlText(html: string): string {
  return decodeLiquid(html)
    .replace(
      /<a\b[^>]*?\shref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/giu,
      (_, href: string, words: string) =>
        plainText(words) === href ? words : `${words} (${href})`,
    )
    .replace(/<br\b[^>]*>/giu, "\n")
    .replace(/<li\b[^>]*>\s*(?:<p\b[^>]*>)?/giu, "\n- ")
    .replace(/<\/(?:p|h\d|ul|ol|blockquote)>(?!\s*<\/li>)/giu, "\n\n")
    .split("\n")
    .map(plainText)
    .join("\n")
    .replace(/\n{2,}(?=- )/gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}
