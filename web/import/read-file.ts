import type { ImportFormat } from "../graphql/schema-types.ts";

/** Size limit of one import (a test compares it with the server's). */
export const maximumBytes = 50_000_000;

const formats: Record<string, ImportFormat> = {
  json: "ECOSYSTEM",
  yml: "LANDSCAPE2",
  yaml: "LANDSCAPE2",
  csv: "CSV",
  graphml: "GRAPHML",
};

/** Pattern of a key (a test compares it with the server's). */
export const keyPattern = /^[a-z0-9][a-z0-9._-]{0,127}$/;

/** Error message for an invalid key; null for a valid one. */
export const keyProblem = (key: string): string | null =>
  keyPattern.test(key)
    ? null
    : "Invalid key: use up to 128 lowercase letters, digits, dots, hyphens and underscores, starting with a letter or digit.";

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

/** Reads a dropped file as UTF-8 text and derives its format from its name; refuses what cannot be imported, with the reason. */
export async function readFile(file: File): Promise<ReadFile> {
  const { name } = file;
  const format = formats[name.split(".").pop()?.toLowerCase() ?? ""];
  if (!format) {
    return {
      ok: false,
      name,
      message: "This file type cannot be imported. Choose an ecosystem document (.json) or a landscape (.yml).",
    };
  }
  if (file.size > maximumBytes) {
    return {
      ok: false,
      name,
      message:
        "The file is larger than 50 MB. Split it into several documents of the same ecosystem and import them one by one.",
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
        ? `The file is not UTF-8 text: ${firstWrongByte(bytes)} belongs to another encoding. Save it as UTF-8 and try again.`
        : `The file could not be read: ${String(failure)}`;
    return { ok: false, name, message };
  }
}

/** Position of the first invalid byte: there the decoder inserts a replacement character that the bytes do not contain. */
function firstWrongByte(bytes: Uint8Array): string {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let at = -1;
  let offset = 0;
  do {
    const from = at + 1;
    if (from > 0) offset += 3; // a replacement character that is in the file
    at = text.indexOf("\uFFFD", from);
    offset += new TextEncoder().encode(text.slice(from, at)).length;
  } while (bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd);
  const lines = text.slice(0, at).split("\n");
  return `the byte at offset ${offset} (line ${lines.length}, column ${lines.at(-1)!.length + 1})`;
}
