import type { EcosystemDocument } from "../../../../cypher/model/document.ts";
import type { ImportIssue } from "../issue.ts";

/** Result of a reader. */
export interface ReadFile {
  document: EcosystemDocument;
  warnings: ImportIssue[];
  /** Document to import into an ecosystem that is stored already, where it differs from the one for a new ecosystem. */
  into?: (stored: EcosystemDocument) => EcosystemDocument;
}

/** Import format: one file each, and one line in the list (formats.ts). */
export interface Format {
  /** Value in the API's enum ImportFormat. */
  name: string;
  /** Description in the schema. */
  description: string;
  /** Extensions of its files, with the dot, in lower case. */
  endings: readonly string[];
  /**
   * @param ecosystem the key of the ecosystem to import into, for formats that do not name one
   * @throws UnreadableFile
   */
  read(content: string, ecosystem?: string): ReadFile;
}
