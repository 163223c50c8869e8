import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type AnyVariables, formatDocument, stringifyDocument, type TypedDocumentNode } from "urql";
import { type Plugin, runnerImport } from "vite";

const FOLDER = join(import.meta.dirname, "..", "graphql");

/**
 * Every operation of the page, by the SHA-256 (hex) of the very text that its client would send: the one that
 * urql's cache has come __typename to. Found in all modules operations*.ts, so a new one cannot be forgotten.
 */
export async function collectOperations(folder = FOLDER): Promise<Record<string, string>> {
  const files = readdirSync(folder).filter((name) => /^operations.*\.ts$/.test(name));
  const modules = await Promise.all(
    files.sort().map((name) => runnerImport<Record<string, unknown>>(join(folder, name), { configFile: false })),
  );
  const texts = modules.flatMap(({ module }) => Object.values(module).filter(isDocument).map(textToSend)).sort();
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

type Operation = TypedDocumentNode<unknown, AnyVariables>;

const textToSend = (document: Operation) => stringifyDocument(formatDocument(document));

const isDocument = (value: unknown): value is Operation =>
  typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "Document";
