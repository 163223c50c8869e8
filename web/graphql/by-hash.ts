import { makeOperation, mapExchange, type Operation, stringifyDocument } from "urql";
import { sha256Hex } from "../shared/hash.ts";

const hashes = new Map<string, string>();

/**
 * Persisted operations: sends the SHA-256 of an operation in place of its text. For a session the API runs only the
 * built page's operations (operations.json, written by the build). Placed after the cache, which changes the text.
 */
export const byHash = mapExchange({
  onOperation(operation) {
    const text = stringifyDocument(operation.query);
    const hash = hashes.get(text) ?? sha256Hex(text);
    hashes.set(text, hash);
    return withHash(operation, hash);
  },
});

function withHash(operation: Operation, sha256Hash: string): Operation {
  const extensions = { ...operation.extensions, persistedQuery: { version: 1 as const, sha256Hash } };
  return makeOperation(operation.kind, { ...operation, extensions }, operation.context);
}
