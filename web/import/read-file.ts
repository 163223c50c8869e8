import type { ImportFormat } from "../graphql/types.ts";

/** 50 MB: what one import may hold (larger files go through npm run import in parts). */
const maximumBytes = 50 * 1024 * 1024;

const formats: Record<string, ImportFormat> = {
  json: "ECOSYSTEM",
  yml: "LANDSCAPE2",
  yaml: "LANDSCAPE2",
  csv: "CSV",
  graphml: "GRAPHML",
};

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
  try {
    const content = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return { ok: true, name, format, content, suggestedKey: keyFrom(name) };
  } catch (failure) {
    const message =
      failure instanceof TypeError
        ? "Not UTF-8 text. Save it as UTF-8 and try again."
        : `It could not be read: ${String(failure)}`;
    return { ok: false, name, message };
  }
}
