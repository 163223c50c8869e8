import type { EcosystemDocument } from "../../../../cypher/model/document.ts";
import type { ImportIssue } from "../issue.ts";

/** What a reader makes of a file. */
export interface ReadFile {
  document: EcosystemDocument;
  warnings: ImportIssue[];
  /** What the file means for an ecosystem that is stored already, where that is something else than the document. */
  into?: (stored: EcosystemDocument) => EcosystemDocument;
}

/** Import format: one file each, and one line in the list (formats.ts). */
export interface Format {
  /** As the API calls it. */
  name: string;
  /** In words, for who reads the schema. */
  description: string;
  /** Endings of its files, with the dot, in lower case. */
  endings: readonly string[];
  /**
   * @param ecosystem the key of the ecosystem to import into, for formats that do not name one
   * @throws UnreadableFile
   */
  read(content: string, ecosystem?: string): ReadFile;
}
