import { unreadable } from "../issue.ts";
import { readEcosystemDocument } from "./ecosystem.ts";
import { readLandscape } from "./landscape2.ts";
import type { ReadFile } from "./read-file.ts";

/** How each format of the API reads a file's text. Throws UnreadableFile. */
export const formats = {
  ECOSYSTEM: (content: string): ReadFile => ({ document: readEcosystemDocument(content), warnings: [] }),
  LANDSCAPE2: (content: string, ecosystem?: string): ReadFile => readLandscape(content, ecosystem),
  CSV: notYet("CSV"),
  GRAPHML: notYet("GraphML"),
} satisfies Record<string, (content: string, ecosystem?: string) => ReadFile>;

export type ImportFormat = keyof typeof formats;

function notYet(name: string): (content: string) => ReadFile {
  return () => {
    throw unreadable("", `${name} files cannot be imported yet: use an ecosystem document or a landscape.yml.`);
  };
}
