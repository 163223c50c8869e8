import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { type ImportIssue, unreadable } from "../issue.ts";
import { readEcosystemDocument } from "./ecosystem.ts";
import { readLandscape } from "./landscape2.ts";

export interface ReadFile {
  document: EcosystemDocument;
  warnings: ImportIssue[];
  /** What the file means for an ecosystem that is stored already, where that is something else than the document. */
  into?: (stored: EcosystemDocument) => EcosystemDocument;
}

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
