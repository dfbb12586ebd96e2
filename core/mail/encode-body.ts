/** A body as it goes over the wire, with how. */
export interface EncodedBody {
  readonly encoding: "7bit" | "quoted-printable" | "base64";
  readonly bytes: Buffer;
}

/** Longest line of an encoded body (RFC 2045 §6.7, §6.8). */
const LINE = 76;
/** Above this share of bytes outside ASCII base64 is shorter than quoted-printable: 4/3 against 1 + 2x. */
const MOSTLY_ENCODED = 1 / 6;

/**
 * Text as bytes of short lines ended by CRLF, in the plainest way that keeps every character. No boundary
 * that begins with `=_` can occur in any of the three.
 */
export function encodeBody(text: string): EncodedBody {
  const crlf = text.replace(/\r\n|\r|\n/gu, "\r\n");
  const bytes = Buffer.from(crlf.toWellFormed());
  const outside = bytes.length - crlf.length;
  if (outside === 0 && isPlain(crlf)) return { encoding: "7bit", bytes };
  // Each character outside ASCII adds one to three bytes, so this counts them low, never high.
  if (outside > bytes.length * MOSTLY_ENCODED)
    return {
      encoding: "base64",
      bytes: Buffer.from(bytes.toString("base64").replace(/.{76}(?=.)/gu, "$&\r\n"), "latin1"),
    };
  return { encoding: "quoted-printable", bytes: quotedPrintable(bytes) };
}

function isPlain(text: string): boolean {
  return (
    !text.includes("=_") &&
    /^(?:[\t\x20-\x7E]{0,76}(?:\r\n|$))*$/u.test(text) &&
    !/[\t ](?:\r\n|$)|^From /mu.test(text)
  );
}

const CR = 13;
const LF = 10;
const EQUALS = 61;
const HEX = Buffer.from("0123456789ABCDEF");
/** 1 where a byte may stand for itself; blanks only within a line. */
const LITERAL = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte >= 33 && byte <= 126 && byte !== EQUALS) || byte === 32 || byte === 9 ? 1 : 0,
);

/** RFC 2045 §6.7 over bytes whose line breaks are CRLF. Written byte by byte: it runs for every mail. */
function quotedPrintable(bytes: Buffer): Buffer {
  // Three bytes each, and a soft break for every 72 of them.
  const out = Buffer.allocUnsafe(bytes.length * 3 + Math.ceil((bytes.length * 3) / 72) * 3);
  const end = bytes.length;
  let at = 0;
  let column = 0;
  for (let i = 0; i < end; i += 1) {
    const byte = bytes[i] as number;
    if (byte === CR && bytes[i + 1] === LF) {
      out[at] = CR;
      out[at + 1] = LF;
      at += 2;
      i += 1;
      column = 0;
      continue;
    }
    let isLiteral = LITERAL[byte] === 1;
    // A blank at the end of a line would be lost on the way, and "From " at its head gets a ">".
    if (isLiteral && byte <= 32) isLiteral = i + 1 < end && bytes[i + 1] !== CR;
    else if (byte === 70 && column === 0) isLiteral = !bytes.subarray(i, i + 5).equals(FROM);
    if (column + (isLiteral ? 1 : 3) > LINE - 1) {
      out[at] = EQUALS;
      out[at + 1] = CR;
      out[at + 2] = LF;
      at += 3;
      column = 0;
    }
    if (isLiteral) {
      out[at] = byte;
      at += 1;
      column += 1;
    } else {
      out[at] = EQUALS;
      out[at + 1] = HEX[byte >> 4] as number;
      out[at + 2] = HEX[byte & 15] as number;
      at += 3;
      column += 3;
    }
  }
  return out.subarray(0, at);
}
const FROM = Buffer.from("From ");
