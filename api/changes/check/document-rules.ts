import type { DocumentRules } from "../../shared/document-rules.ts";
import { normaliseDocument } from "../imports/normalise-document.ts";
import { documentIssues } from "./document-issues.ts";
import { planImport } from "./plan.ts";

/** Rules of an ecosystem document as an import applies them, for the records of a what-if scenario. */
export const documentRules: DocumentRules = {
  normalised: (value) => normaliseDocument(value).value as object,
  formatIssues: documentIssues,
  mergeIssues: (stored, document) => planImport(stored, document, false).errors,
};
