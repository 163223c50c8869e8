import { unreadable } from "../issue.ts";

/** Bytes that a workbook may have once it is unpacked: 50 MB of sheets have some 400. */
const maxUnpacked = 600_000_000;
/** How many times larger an entry may become: sheets of repeated rows reach 100. */
const maxRatio = 300;
const [entrySignature, endSignature] = [0x02014b50, 0x06054b50];

/**
 * Zip bomb: refuses an archive that becomes too large, before it is unpacked, by the sizes in the directory at its end.
 * The reader unpacks no more of an entry than it claims there; one that claims nothing is refused, since it would be
 * unpacked whole.
 */
export function checkArchive(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end < 0) throw unreadable("", "The workbook is cut off: its directory is missing. Download or save it again.");
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let count = 0; count < entries && at + 46 <= bytes.length; count++) {
    if (view.getUint32(at, true) !== entrySignature) break;
    const isSizedLater = (view.getUint16(at + 8, true) & 8) !== 0;
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    total += size;
    if (total > maxUnpacked || (size > 1_000_000 && size > packed * maxRatio)) throw tooLarge();
    if ((size === 0 && packed > 2) || (isSizedLater && packed === 0)) throw tooLarge();
    at += 46 + name! + extra! + comment!;
  }
}

const tooLarge = () =>
  unreadable("", "The workbook would become too large when it is unpacked (a zip bomb?). Save its sheets as CSV.");

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 66_000); at--)
    if (view.getUint32(at, true) === endSignature) return at;
  return -1;
}
