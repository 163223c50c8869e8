import type { EcosystemDocument } from "../../../../cypher/model/document.ts";
import type { ImportIssue } from "../issue.ts";

/** What a reader makes of a file. */
export interface ReadFile {
  document: EcosystemDocument;
  warnings: ImportIssue[];
  /** What the file means for an ecosystem that is stored already, where that is something else than the document. */
  into?: (stored: EcosystemDocument) => EcosystemDocument;
}
