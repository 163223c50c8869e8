import type { ImportFormat } from "../graphql/schema-types.ts";

/** 50 MB: what one import may hold (a test holds it to the server's own figure). */
export const maximumBytes = 50_000_000;

const formats: Record<string, ImportFormat> = {
  json: "ECOSYSTEM",
  yml: "LANDSCAPE2",
  yaml: "LANDSCAPE2",
  csv: "CSV",
  graphml: "GRAPHML",
};

/** What a key is made of (a test holds it to the server's own rule). */
export const keyPattern = /^[a-z0-9][a-z0-9._-]{0,127}$/;

/** Why a text is no key, in words; null when it is one. */
export const keyProblem = (key: string): string | null =>
  keyPattern.test(key) ? null : "Use 1 to 128 of a to z, 0 to 9, “.”, “_” and “-”, beginning with a letter or digit.";

export type ReadFile =
  | { ok: true; name: string; format: ImportFormat; content: string; suggestedKey: string }
  | { ok: false; name: string; message: string };

/** A key made from a file's name: lower case, digits and hyphens. */
export function keyFrom(name: string): string {
  const stem = name.replace(/\.[^.]*$/, "");
  return (
    stem
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60) || "ecosystem"
  );
}

/** Reads a dropped file as UTF-8 text and tells its format by its name; refuses what could not be imported, and says why. */
export async function readFile(file: File): Promise<ReadFile> {
  const { name } = file;
  const format = formats[name.split(".").pop()?.toLowerCase() ?? ""];
  if (!format) {
    return {
      ok: false,
      name,
      message: "Not a file that can be imported: .json (ecosystem document) or .yml (landscape).",
    };
  }
  if (file.size > maximumBytes) {
    return {
      ok: false,
      name,
      message: "Larger than 50 MB. Split it into several documents of one ecosystem and import them in turn.",
    };
  }
  let bytes = new Uint8Array();
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
    const content = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { ok: true, name, format, content, suggestedKey: keyFrom(name) };
  } catch (failure) {
    const message =
      failure instanceof TypeError
        ? `Not UTF-8 text: ${firstWrongByte(bytes)} belongs to another encoding. Save it as UTF-8 and try again.`
        : `It could not be read: ${String(failure)}`;
    return { ok: false, name, message };
  }
}

/** Where bytes stop being UTF-8: there the decoder puts a replacement character that the bytes do not hold. */
function firstWrongByte(bytes: Uint8Array): string {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let at = -1;
  let offset = 0;
  do {
    const from = at + 1;
    if (from > 0) offset += 3; // a replacement character that stands in the file
    at = text.indexOf("\uFFFD", from);
    offset += new TextEncoder().encode(text.slice(from, at)).length;
  } while (bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd);
  const lines = text.slice(0, at).split("\n");
  return `the byte at offset ${offset} (line ${lines.length}, column ${lines.at(-1)!.length + 1})`;
}
