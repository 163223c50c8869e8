import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Asked } from "./received.ts";
import type { Refusal } from "./refusal.ts";

/** The built page's operations: their texts by the SHA-256 of each, in hex. */
export type PageOperations = ReadonlyMap<string, string>;

/** Reads operations.json, which the build leaves beside the page; throws when a text is not the one that its hash names. */
export function readPageOperations(dist: string): PageOperations {
  const file = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(dist, "operations.json"), "utf8")));
  return pageOperations(Object.values(file), Object.keys(file));
}

/** The same of texts at hand. */
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
 * The text of what is asked for, null where there is none. A session's cookie may run the operations of the built page
 * and nothing else, named by their hash: whoever steals the use of a cookie cannot ask for what the page never asks for.
 * Free texts are for the holder of the admin token, and for sessions while developing.
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
