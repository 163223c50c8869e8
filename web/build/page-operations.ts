import { createHash } from "node:crypto";
import { join } from "node:path";
import { formatDocument, stringifyDocument } from "urql";
import { type Plugin, runnerImport } from "vite";

type Documents = typeof import("./documents.ts");

/**
 * Every operation of the page, by the SHA-256 (hex) of the very text that its client would send: the one that
 * urql's cache has added __typename to. Found in all files named *.graphql.ts, so a new one cannot be forgotten.
 */
export async function collectOperations(): Promise<Record<string, string>> {
  const file = join(import.meta.dirname, "documents.ts");
  const { module } = await runnerImport<Documents>(file, { configFile: false });
  const texts = module.operations.map((document) => stringifyDocument(formatDocument(document))).sort();
  return Object.fromEntries(texts.map((text) => [createHash("sha256").update(text).digest("hex"), text]));
}

/** Writes operations.json beside the built page: the API runs these and no others for a session's cookie. */
export function operationsFile(): Plugin {
  return {
    name: "ecotone-operations-file",
    apply: "build",
    async generateBundle() {
      const source = `${JSON.stringify(await collectOperations(), null, 1)}\n`;
      this.emitFile({ type: "asset", fileName: "operations.json", source });
    },
  };
}
