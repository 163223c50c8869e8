import { parseDocument as parseYaml } from "yaml";
import type { EcosystemDocument } from "../../../../cypher/model/document.ts";
import { documentIssues } from "../../check/document-issues.ts";
import { lineAndColumn, UnreadableFile, unreadable } from "../issue.ts";
import { normaliseDocument } from "../normalise-document.ts";
import { scanJson } from "../scan-json.ts";
import type { Format, ReadFile } from "./format.ts";

export const ecosystem = {
  name: "ECOSYSTEM",
  description: "An ecosystem document: JSON, as npm run export writes it.",
  endings: [".json"],
  read: readEcosystemDocument,
} as const satisfies Format;

/** Reads an ecosystem document, mended before it is validated. Throws UnreadableFile with every place that is wrong (at most 100) and what is allowed there. */
function readEcosystemDocument(content: string): ReadFile {
  scanJson(content);
  const { value, warnings } = normaliseDocument(parseJson(content));
  const issues = documentIssues(value);
  if (issues.length > 0) throw new UnreadableFile(issues);
  return { document: value as EcosystemDocument, warnings };
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    // The YAML parser reports where JSON is broken; V8's message does not always.
    const place =
      content.length < 2_000_000 ? parseYaml(content, { prettyErrors: false }).errors[0]?.pos[0] : undefined;
    const offset = /position (\d+)/.exec((error as Error).message)?.[1];
    const at = offset === undefined ? place : Number(offset);
    throw unreadable(
      lineAndColumn(content, at ?? content.length),
      "The file is not valid JSON, or it is cut off here. Check for a missing comma, quote or bracket.",
    );
  }
}
