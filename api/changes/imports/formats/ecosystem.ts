import type { EcosystemDocument } from "../../../../cypher/model/document.ts";
import { documentIssues } from "../../check/document-issues.ts";
import { UnreadableFile } from "../issue.ts";
import { normaliseDocument } from "../normalise-document.ts";
import { parseJson } from "../parse-json.ts";
import type { Format, ReadFile } from "./format.ts";

export const ecosystem = {
  name: "ECOSYSTEM",
  description: "An ecosystem document: JSON, as npm run export writes it.",
  endings: [".json"],
  read: readEcosystemDocument,
} as const satisfies Format;

/** Reads an ecosystem document, mended before it is validated. Throws UnreadableFile with every place that is wrong (at most 100) and what is allowed there. */
function readEcosystemDocument(content: string): ReadFile {
  const inFile = new Map<string, string>();
  const { value, warnings } = normaliseDocument(parseJson(content), inFile);
  const issues = documentIssues(value).map(({ path, message }) => ({ path: inFile.get(path) ?? path, message }));
  if (issues.length > 0) throw new UnreadableFile(issues);
  return { document: value as EcosystemDocument, warnings };
}
