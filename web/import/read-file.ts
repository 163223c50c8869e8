import type { ImportFormat } from "../graphql/schema-types.ts";
import { keyOfName } from "../shared/key-of-name.ts";
import { base64Of } from "./table/upload.ts";

/** Size limit of one import (a test compares it with the server's). */
export const maximumBytes = 50_000_000;

const formats: Record<string, ImportFormat> = {
  json: "ECOSYSTEM",
  yml: "LANDSCAPE2",
  yaml: "LANDSCAPE2",
};

/** Pattern of a key (a test compares it with the server's). */
export const keyPattern = /^[a-z0-9][a-z0-9._-]{0,127}$/;

/** Error message for an invalid key; null for a valid one. */
export const keyProblem = (key: string): string | null =>
  keyPattern.test(key)
    ? null
    : "Invalid key: use up to 128 lowercase letters, digits, dots, hyphens and underscores, starting with a letter or digit.";

/** Extensions of files of tables and of graphs, which go through a mapping. */
const tables = ["csv", "tsv", "tab", "txt", "xlsx", "xlsm"];
const graphs = ["graphml", "gexf", "stix"];

/** JSON that is a graph and no ecosystem document: a Kumu project or a STIX bundle. The server says which it is. */
const graphJson = /"(?:elements|connections)"\s*:\s*\[|"type"\s*:\s*"bundle"/;

const endingOf = (name: string): string => name.split(".").pop()?.toLowerCase() ?? "";

/** Whether the names of a file's columns stand in one of its rows: those of a graph are its attributes. */
export const hasHeaderRow = (name: string): boolean => tables.includes(endingOf(name));

/** Whether a file goes through a mapping: by its name, and where that does not tell, by what is in it. */
export async function isTable(file: File): Promise<boolean> {
  const ending = endingOf(file.name);
  return (
    tables.includes(ending) ||
    graphs.includes(ending) ||
    (ending === "json" && file.size <= maximumBytes && graphJson.test(await file.text()))
  );
}

export type ReadFile =
  | {
      ok: true;
      name: string;
      format: ImportFormat;
      content: string;
      /** The bytes of a file that is no UTF-8 text, in place of its content: the server says what is wrong with it. */
      contentBase64?: string;
      suggestedKey: string;
    }
  | { ok: false; name: string; message: string };

/** A key made from a file's name: lower case, digits and hyphens. */
export const keyFrom = (name: string): string => keyOfName(name.replace(/\.[^.]*$/, "")) || "ecosystem";

/** Reads a dropped file as text and derives its format from its name; refuses what cannot be imported, with the reason. */
export async function readFile(file: File): Promise<ReadFile> {
  const { name } = file;
  const format = formats[endingOf(name)];
  if (!format) {
    return {
      ok: false,
      name,
      message:
        "This file type cannot be imported. Choose a table (.csv, .xlsx), a graph (.graphml, .gexf, Kumu or STIX as .json), an ecosystem document (.json) or a landscape (.yml).",
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
  const suggestedKey = keyFrom(name);
  try {
    const bytes = await file.arrayBuffer();
    const content = decode(bytes);
    return content === null
      ? { ok: true, name, format, content: "", contentBase64: await base64Of(file), suggestedKey }
      : { ok: true, name, format, content, suggestedKey };
  } catch (failure) {
    return { ok: false, name, message: `The file could not be read: ${String(failure)}` };
  }
}

/** The text of UTF-8 bytes; null for others. */
function decode(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
