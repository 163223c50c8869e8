import type { TypedDocumentNode } from "urql";

const modules = import.meta.glob<Record<string, unknown>>("../**/*.graphql.ts", { eager: true });

const isDocument = (value: unknown): value is TypedDocumentNode =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "Document";

/** Every operation that the page may send, in the order of their files; fragments come with the operations that spread them. */
export const operations: readonly TypedDocumentNode[] = Object.values(modules)
  .flatMap((module) => Object.values(module).filter(isDocument))
  .filter(({ definitions }) => definitions.some(({ kind }) => kind === "OperationDefinition"));
