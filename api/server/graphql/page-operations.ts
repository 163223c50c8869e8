import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Asked } from "./received.ts";
import type { Refusal } from "./refusal.ts";

/** Persisted operations of the built page: their texts by SHA-256 in hex. */
export type PageOperations = ReadonlyMap<string, string>;

/** Reads operations.json, which the build writes beside the page; throws when a text does not match its hash. */
export function readPageOperations(page: string): PageOperations {
  const file = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(page, "operations.json"), "utf8")));
  return pageOperations(Object.values(file), Object.keys(file));
}

/** Persisted operations from texts in memory. */
export function pageOperations(texts: readonly string[], expected?: readonly string[]): PageOperations {
  return new Map(
    texts.map((text, at) => {
      const hash = createHash("sha256").update(text).digest("hex");
      if (expected && expected[at] !== hash)
        throw new Error("operations.json was changed after the build: build again.");
      return [hash, text];
    }),
  );
}

/**
 * The query text of a request, null where it has none. A session may run only the persisted operations of the built page,
 * named by hash: a stolen cookie cannot be used for queries that the page never makes. Free queries are reserved for the
 * admin token, and for sessions in development.
 */
export function textOf({ text, hash }: Asked, operations: PageOperations, mayBeFree: boolean): string | null | Refusal {
  if (text !== null) return mayBeFree ? text : { status: 403, code: "FORBIDDEN", message: freeText };
  if (hash !== null)
    return operations.get(hash) ?? { status: 404, code: "PERSISTED_OPERATION_NOT_FOUND", message: unknownHash };
  return null;
}

const freeText =
  "A session may run the page's own operations only, each named by its hash: for other operations use the admin token (ECOTONE_ADMIN_TOKEN).";
const unknownHash = "This page is of another version than the server: reload it.";
