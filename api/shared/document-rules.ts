import type { EcosystemDocument } from "../../cypher/model/document.ts";
import type { Issue } from "./issue.ts";

/**
 * Validation of a document, injected by the caller: the rules belong to the import, on which measures do not depend.
 */
export interface DocumentRules {
  /** The document as an import reads it: null as absent, texts without blanks around them. */
  normalised(value: object): object;
  /** Every place at which a value is not an ecosystem document. */
  formatIssues(value: unknown): Issue[];
  /** Everything that forbids merging a document into the stored one. */
  mergeIssues(stored: EcosystemDocument, document: EcosystemDocument): Issue[];
}
