import { decodeFile, NotUtf8, withoutMark } from "../decode-file.ts";

/** Letters of European languages beyond ASCII: what a text in the right encoding has within its words. */
const commonLetters = new Set("äöüÄÖÜßéèêëàâçîïôûùœæåÅøØñáíóúãõÁÉÍÓÚÑčšžřýěůąęłńśźżőűășțğış");
/** Signs that texts have beyond ASCII in either encoding. */
const commonSigns = new Set("€£§°±²³µ·–—‘’“”„•…™©®«»×½\u00a0");

/**
 * Signs of Windows-1252 from 0x80 on, with a blank where it has none. Some versions of Node decode these bytes as control
 * characters.
 */
const signsOfWindows = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
const signOfWindows = (control: string): string => {
  const sign = signsOfWindows[control.charCodeAt(0) - 0x80]!;
  return sign === " " ? control : sign;
};

/** A text and how it was encoded, where that is not UTF-8. */
interface DecodedText {
  text: string;
  encoding: "UTF-8" | "UTF-16" | "Windows-1252" | "Mac Roman";
}

/**
 * Decodes the text of a table. Spreadsheets save in the encoding of their system, so that, unlike a document, a table is
 * read in any of four: by its byte order mark, by the NULs of UTF-16, as UTF-8 when it is valid, else as the one of two
 * encodings of single bytes in which its words have letters.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: withoutMark(new TextDecoder(utf16).decode(bytes)), encoding: "UTF-16" };
  try {
    return { text: withoutMark(decodeFile(bytes)), encoding: "UTF-8" };
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
  }
  const windows = new TextDecoder("windows-1252").decode(bytes).replace(/[\x80-\x9f]/g, signOfWindows);
  const mac = new TextDecoder("macintosh").decode(bytes);
  return plausibility(mac) > plausibility(windows)
    ? { text: mac, encoding: "Mac Roman" }
    : { text: windows, encoding: "Windows-1252" };
}

/** UTF-16 by its byte order mark, or because every second byte of its beginning is NUL. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const beginning = bytes.subarray(0, 2_000);
  const nuls = [0, 0];
  for (let at = 0; at < beginning.length; at++) if (beginning[at] === 0) nuls[at % 2]!++;
  const half = beginning.length / 2;
  if (half < 4) return null;
  if (nuls[1]! > half * 0.7 && nuls[0]! < half * 0.1) return "utf-16le";
  return nuls[0]! > half * 0.7 && nuls[1]! < half * 0.1 ? "utf-16be" : null;
}

/** How well a text's characters beyond ASCII fit where they stand. */
function plausibility(text: string): number {
  let score = 0;
  let seen = 0;
  for (const { 0: found, index } of text.matchAll(/\P{ASCII}/gu)) {
    const isInWord = /\p{L}/u.test(text[index - 1] ?? "") || /\p{L}/u.test(text[index + 1] ?? "");
    if (commonLetters.has(found)) score += isInWord ? 2 : 1;
    else if (commonSigns.has(found)) score += isInWord ? 0 : 1;
    else score -= 2;
    if (++seen === 10_000) break;
  }
  return score;
}
