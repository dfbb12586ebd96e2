import { domainToASCII } from "node:url";

/** Longest line we write where we may break it (RFC 5322 §2.1.1 says 78). */
const LINE = 76;
/** UTF-8 bytes in one encoded-word: 60 characters of base64 and 12 around them, of 75 allowed (RFC 2047 §2). */
const WORD_BYTES = 45;

/** A header is one line, whatever a name or a merge value holds. */
export function oneLine(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/gu, " ")
      .trim()
  );
}

/** A header of free text, as a subject. */
export function textHeader(name: string, text: string): string {
  const line = oneLine(text);
  const isPlain = /^[\x20-\x7E]*$/u.test(line) && !line.includes("=?") && !line.includes("  ");
  return isPlain && line.split(" ").every((word) => word.length < LINE - name.length - 2)
    ? folded(`${name}: ${line}`)
    : `${name}: ${encodedWords(line)}`;
}

/** A header of exactly one mailbox. A name is never parsed, so it cannot hold a second address. */
export function mailboxHeader(
  header: string,
  { name, address }: { readonly name: string; readonly address: string },
): string {
  const mailbox = `<${writtenAddress(address)}>`;
  const shown = oneLine(name);
  if (shown === "") return `${header}: ${mailbox}`;
  const isPlain = /^[\x20-\x7E]{1,60}$/u.test(shown) && !shown.includes("=?");
  const phrase = isPlain ? `"${shown.replace(/["\\]/gu, "\\$&")}"` : encodedWords(shown);
  const isShort = header.length + 3 + phrase.length + mailbox.length <= LINE;
  return `${header}: ${phrase}${isShort ? " " : "\r\n "}${mailbox}`;
}

/** An address on one line, its domain in ASCII, without what would end it. */
function writtenAddress(address: string): string {
  const line = oneLine(address).replace(/[<>\s]/gu, "");
  const at = line.lastIndexOf("@");
  const domain = line.slice(at + 1);
  return `${line.slice(0, at + 1)}${domainToASCII(domain) || domain}`;
}

/** RFC 2047 in base64, broken between characters; readers join neighbours without the blank between. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let bytes: Buffer[] = [];
  let length = 0;
  function close(): void {
    if (length > 0) words.push(`=?utf-8?B?${Buffer.concat(bytes, length).toString("base64")}?=`);
    bytes = [];
    length = 0;
  }
  for (const character of text) {
    const encoded = Buffer.from(character);
    if (length + encoded.length > WORD_BYTES) close();
    bytes.push(encoded);
    length += encoded.length;
  }
  close();
  return words.join("\r\n ");
}

/** Broken at blanks, which stay where they are: unfolding takes only the line breaks out. */
function folded(line: string): string {
  let result = "";
  let room = LINE;
  for (const [index, word] of line.split(" ").entries()) {
    const piece = index === 0 ? word : ` ${word}`;
    // The first word after the header's name stays beside it.
    if (index > 1 && piece.length > room) {
      result += "\r\n";
      room = LINE;
    }
    result += piece;
    room -= piece.length;
  }
  return result;
}
