import type { TypedDocumentNode } from "urql";
import { asKnownOperation } from "../as-known/as-known-operation.ts";

const modules = import.meta.glob<Record<string, unknown>>("../**/*.graphql.ts", { eager: true });

const isDocument = (value: unknown): value is TypedDocumentNode =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "Document";

const present = Object.values(modules)
  .flatMap((module) => Object.values(module).filter(isDocument))
  .filter(({ definitions }) => definitions.some(({ kind }) => kind === "OperationDefinition"));

/**
 * Every operation that the page may send, in the order of their files, and those of what was known earlier; fragments
 * come with the operations that spread them.
 */
export const operations: readonly TypedDocumentNode[] = present.flatMap((document) => {
  const earlier = asKnownOperation(document);
  return earlier ? [document, earlier] : [document];
});
