import { makeOperation, mapExchange, type Operation, stringifyDocument } from "urql";

const hashes = new Map<string, string>();

/**
 * Persisted operations: sends the SHA-256 of an operation in place of its text. For a session the API runs only the
 * built page's operations (operations.json, written by the build). Placed after the cache, which changes the text.
 */
export const byHash = mapExchange({
  onOperation(operation) {
    const hash = hashes.get(stringifyDocument(operation.query));
    return hash === undefined ? hashed(operation) : withHash(operation, hash);
  },
});

async function hashed(operation: Operation): Promise<Operation> {
  const text = stringifyDocument(operation.query);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  hashes.set(text, hash);
  return withHash(operation, hash);
}

function withHash(operation: Operation, sha256Hash: string): Operation {
  const extensions = { ...operation.extensions, persistedQuery: { version: 1 as const, sha256Hash } };
  return makeOperation(operation.kind, { ...operation, extensions }, operation.context);
}
