import { lineAndColumn, UnreadableFile, unreadable } from "./issue.ts";

/** Magic numbers of files that often have the wrong extension. */
const others: [first: number[], what: string][] = [
  [[0x89, 0x50, 0x4e, 0x47], "a PNG picture"],
  [[0xff, 0xd8, 0xff], "a JPEG picture"],
  [[0x47, 0x49, 0x46, 0x38], "a GIF picture"],
  [[0x50, 0x4b, 0x03, 0x04], "a zip archive (or an Excel or Word file)"],
  [[0x50, 0x4b, 0x05, 0x06], "an empty zip archive"],
  [[0x1f, 0x8b], "a gzip archive"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
];

/** Name of a binary format, when the bytes are one; null otherwise. */
function notText(bytes: Uint8Array): string | null {
  return others.find(([first]) => first.every((byte, at) => bytes[at] === byte))?.[1] ?? null;
}

/** A text in another encoding. */
export class NotUtf8 extends UnreadableFile {}

/**
 * A text without a byte order mark. Decoding takes one away: this is for a text that is sent as one, and for a mark that
 * was written before a text that had one.
 */
export const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

/** The text of a file's bytes. Throws UnreadableFile: what it is instead, or, as NotUtf8, the first byte that is not UTF-8. */
export function decodeFile(bytes: Uint8Array): string {
  const what = notText(bytes);
  if (what !== null) throw unreadable("", `This is ${what}, not a text file. Export it as JSON or YAML first.`);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw unreadable("", "The file is encoded as UTF-16. Save it as UTF-8.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const offset = firstWrongByte(bytes);
    const before = new TextDecoder().decode(bytes.subarray(0, offset));
    const byte = bytes[offset];
    const found = byte === undefined ? "a cut-off character" : `the byte 0x${byte.toString(16).toUpperCase()}`;
    const message = `The file is not UTF-8: ${found} at offset ${offset} belongs to another encoding, often Latin-1 (Windows-1252). Save it as UTF-8.`;
    throw new NotUtf8([{ path: lineAndColumn(before, before.length), message }]);
  }
}

/** Offset of the first byte that is not valid UTF-8; the length when only the last character is cut off. */
function firstWrongByte(bytes: Uint8Array): number {
  let right = 0;
  let wrong = bytes.length + 1;
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    if (isUtf8SoFar(bytes.subarray(0, middle))) right = middle;
    else wrong = middle;
  }
  // An invalid continuation byte is noticed one byte late, so step back to the start of its character.
  let start = Math.min(right, bytes.length);
  while (start > 0 && start > right - 4 && !isWhole(bytes.subarray(0, start))) start--;
  return start;
}

function isUtf8SoFar(bytes: Uint8Array): boolean {
  return decodes(bytes, true);
}
function isWhole(bytes: Uint8Array): boolean {
  return decodes(bytes, false);
}
function decodes(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
