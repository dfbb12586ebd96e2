import { detect } from "jschardet";
import { CallFailed } from "#core/contract/failure.ts";
import type { FileSource } from "./file-source.ts";
import { refuseOtherFiles, utf16Without } from "./recognise-file.ts";

export interface Encoding {
  /** A label `TextDecoder` knows. */
  readonly label: string;
  /** A sentence for the person, where some characters may come out wrong. */
  readonly note: string | null;
}

/** Enough of the start to tell a picture from a list. */
const HEAD_BYTES = 64 * 1024;
/** What the detector gets to see; it grows slow rather than surer beyond this. */
const EVIDENCE_BYTES = 64 * 1024;
/** Bytes kept on either side of one that is not ASCII: a name or two. */
const AROUND = 40;
/** Below this the detector is guessing between neighbours, and the commonest encoding is the better guess. */
const LEAST_CONFIDENCE = 0.025;

/**
 * Finds the encoding by reading the whole file once: a byte order mark, else UTF-8 where every byte of
 * the file is valid UTF-8, else what the bytes beyond ASCII look like, else Windows-1252. So one odd
 * byte at the end of a large file cannot spoil an import halfway. Throws `CallFailed` where the file is
 * empty or is not text.
 */
export async function findEncoding(source: FileSource): Promise<Encoding> {
  const head = await readHead(source);
  if (head.length === 0) {
    throw new CallFailed({
      code: "invalid",
      message: "The file is empty. Export the list again and choose the new file.",
    });
  }
  const marked = readMark(head);
  if (marked !== null && marked !== "utf-8") return { label: marked, note: null };
  const refusal = refuseOtherFiles(head);
  if (refusal !== null) throw new CallFailed({ code: "invalid", message: refusal });
  const wide = utf16Without(head);
  if (wide !== null) return { label: wide, note: null };

  const scan = await scanUtf8(source);
  if (scan.isValid) return { label: "utf-8", note: null };
  // A list in UTF-8 with a few broken characters stays UTF-8; the broken ones show as "\ufffd".
  if (marked === "utf-8" || scan.goodSequences > scan.badBytes * 10) {
    return {
      label: "utf-8",
      note: "A few characters in the file are damaged and show as “\ufffd”.",
    };
  }
  const label = guessLegacy(scan.evidence);
  return { label, note: `The file is not in UTF-8; it was read as ${nameOf(label)}.` };
}

/** The text of the file in `label`, chunk by chunk, without its byte order mark. */
export async function* decode(
  source: FileSource,
  label: string,
): AsyncGenerator<{ text: string; bytesRead: number }> {
  const decoder = new TextDecoder(label);
  let bytesRead = 0;
  for await (const chunk of source.open()) {
    bytesRead += chunk.length;
    yield { text: decoder.decode(chunk, { stream: true }), bytesRead };
  }
  const rest = decoder.decode();
  if (rest !== "") yield { text: rest, bytesRead };
}

async function readHead(source: FileSource): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.open()) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, HEAD_BYTES);
}

function readMark(head: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return null;
}

interface Utf8Scan {
  readonly isValid: boolean;
  /** Multi-byte characters that are right, and bytes that belong to none. Counted within the evidence. */
  readonly goodSequences: number;
  readonly badBytes: number;
  /** The surroundings of the bytes beyond ASCII, at most `EVIDENCE_BYTES`. */
  readonly evidence: Uint8Array;
}

async function scanUtf8(source: FileSource): Promise<Utf8Scan> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let isValid = true;
  const evidence: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.open()) {
    if (isValid) isValid = isValidNext(strict, chunk);
    if (length < EVIDENCE_BYTES) {
      for (const part of aroundNonAscii(chunk, EVIDENCE_BYTES - length)) {
        evidence.push(part);
        length += part.length;
      }
    } else if (!isValid) break;
  }
  if (isValid) isValid = isValidNext(strict, null);
  const bytes = Buffer.concat(evidence);
  return { isValid, evidence: bytes, ...countSequences(bytes) };
}

/** Null ends the text, so that half a character at the very end counts as broken. */
function isValidNext(strict: InstanceType<typeof TextDecoder>, chunk: Uint8Array | null): boolean {
  try {
    if (chunk) strict.decode(chunk, { stream: true });
    else strict.decode();
    return true;
  } catch {
    return false;
  }
}

/** Copies, because a stream may use its buffer again. */
function aroundNonAscii(chunk: Uint8Array, most: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let left = most;
  let end = 0;
  for (let index = 0; index < chunk.length && left > 0; index++) {
    if ((chunk[index] ?? 0) < 0x80 || index < end) continue;
    const start = Math.max(end, index - AROUND);
    end = Math.min(chunk.length, index + AROUND);
    const part = chunk.slice(start, Math.min(end, start + left));
    parts.push(part);
    left -= part.length;
  }
  return parts;
}

function countSequences(bytes: Uint8Array): { goodSequences: number; badBytes: number } {
  let goodSequences = 0;
  let badBytes = 0;
  for (let index = 0; index < bytes.length;) {
    const byte = bytes[index] ?? 0;
    const length = byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    const isWhole =
      length > 0 &&
      byte < 0xf5 &&
      bytes.subarray(index + 1, index + length).every((next) => (next & 0xc0) === 0x80) &&
      index + length <= bytes.length;
    if (isWhole && length > 1) goodSequences += 1;
    if (!isWhole) badBytes += 1;
    index += isWhole ? length : 1;
  }
  return { goodSequences, badBytes };
}

/** The encodings of lists that `TextDecoder` reads and the detector may be held to. */
const DETECTED = [
  ["windows-1250", "cp1250"],
  ["windows-1251", "cp1251"],
  ["windows-1252", "cp1252"],
  ["windows-1253", "cp1253"],
  ["windows-1254", "cp1254"],
  ["windows-1255", "cp1255"],
  ["windows-1256", "cp1256"],
  ["windows-1257", "cp1257"],
  ["koi8-r", "koi8-r"],
  ["shift_jis", "cp932"],
  ["euc-jp", "euc-jp"],
  ["gb18030", "gb18030"],
  ["big5", "big5"],
  ["euc-kr", "cp949"],
  ["macintosh", "macroman"],
] as const;

function guessLegacy(evidence: Uint8Array): string {
  const free = detect(evidence);
  const label = labelOf(free.encoding);
  if (label !== null && free.confidence >= LEAST_CONFIDENCE) return label;
  const held = detect(evidence, { detectEncodings: DETECTED.map(([, name]) => name) });
  const heldLabel = labelOf(held.encoding);
  return heldLabel !== null && held.confidence >= LEAST_CONFIDENCE ? heldLabel : "windows-1252";
}

/** The detector's name for an encoding as `TextDecoder`'s; null where it has none or it is no legacy one. */
function labelOf(name: string | null): string | null {
  if (name === null) return null;
  const lower = name.toLowerCase();
  const found = DETECTED.find(([label, alias]) => label === lower || alias === lower);
  if (found) return found[0];
  try {
    const label = new TextDecoder(lower).encoding;
    return label.startsWith("utf-") || label === "ibm866" ? null : label;
  } catch {
    return null;
  }
}

/** An encoding's name as people know it from the programs that write it. */
export function nameOf(label: string): string {
  return NAMES.get(label) ?? label;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ["utf-8", "UTF-8"],
  ["utf-16le", "UTF-16"],
  ["utf-16be", "UTF-16"],
  ["windows-1250", "Windows-1250 (Central European)"],
  ["windows-1251", "Windows-1251 (Cyrillic)"],
  ["windows-1252", "Windows-1252 (Western European)"],
  ["windows-1253", "Windows-1253 (Greek)"],
  ["windows-1254", "Windows-1254 (Turkish)"],
  ["windows-1255", "Windows-1255 (Hebrew)"],
  ["windows-1256", "Windows-1256 (Arabic)"],
  ["windows-1257", "Windows-1257 (Baltic)"],
  ["macintosh", "Mac Roman"],
  ["shift_jis", "Shift JIS (Japanese)"],
  ["euc-jp", "EUC-JP (Japanese)"],
  ["gb18030", "GB 18030 (Chinese)"],
  ["big5", "Big5 (Chinese)"],
  ["euc-kr", "EUC-KR (Korean)"],
  ["koi8-r", "KOI8-R (Cyrillic)"],
  ["koi8-u", "KOI8-U (Cyrillic)"],
]);
