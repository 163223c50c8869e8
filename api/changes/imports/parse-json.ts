import { parseDocument as parseYaml } from "yaml";
import { decodeFile, withoutMark } from "./decode-file.ts";
import { lineAndColumn, unreadable } from "./issue.ts";
import { checkSize, checkText } from "./limits.ts";
import { scanJson } from "./scan-json.ts";

/** Characters of a broken file in which the place of the error is looked for. */
const maxLocated = 1_000_000;
// Unique keys are not checked: it compares each with all others, and the scan of the JSON has done it.
const yamlOptions = { prettyErrors: false, uniqueKeys: false };

/** The value of a JSON text. @throws UnreadableFile with line and column */
export function parseJson(content: string): unknown {
  scanJson(content);
  try {
    return JSON.parse(content);
  } catch (error) {
    // The YAML parser reports where JSON is broken; V8's message does not always.
    const place = content.length < maxLocated ? parseYaml(content, yamlOptions).errors[0]?.pos[0] : undefined;
    const offset = /position (\d+)/.exec((error as Error).message)?.[1];
    const at = offset === undefined ? place : Number(offset);
    throw unreadable(
      lineAndColumn(content, at ?? content.length),
      "The file is not valid JSON, or it is cut off here. Check for a missing comma, quote or bracket.",
    );
  }
}

/** The value of a JSON file. @throws UnreadableFile */
export function parseJsonFile(bytes: Uint8Array): unknown {
  checkSize(bytes.length);
  const text = decodeFile(bytes);
  checkText(text);
  return parseJson(withoutMark(text));
}
