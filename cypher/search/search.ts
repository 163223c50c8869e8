import { z } from "zod";
import { type Database, defineQuery } from "../database.ts";
import type { RecordKind } from "../model/document.ts";
import { recordKindNames } from "../model/record-kinds.ts";

interface SearchMatch {
  kind: RecordKind;
  key: string;
  /** Larger is better; comparable within one answer only. */
  score: number;
}

const search = defineQuery<{ ecosystem: string; query: string; first: number }, SearchMatch>(
  import.meta.url,
  "search-records.cypher",
  ["ecosystem", "query", "first"],
  z.object({ kind: z.enum(recordKindNames), key: z.string(), score: z.number() }),
);

/** What a record is called, of the fields that the index reads. */
const called = ["name", "aliases", "code"];

/**
 * Full text over names, aliases, codes, descriptions and evidence, best match first: what is called so goes before what
 * is only described with the word. Words are taken as typed.
 */
export async function searchRecords(
  db: Database,
  ecosystem: string,
  text: string,
  first: number,
): Promise<SearchMatch[]> {
  // Only letters and digits reach Lucene, so its operators are words like any other.
  const words = text
    .slice(0, 200)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  if (!words) return [];
  const query = words
    .map((word) => `(${word}^2 OR ${word}* OR ${called.map((field) => `${field}:${word}*^10`).join(" OR ")})`)
    .join(" AND ");
  return db.read(search, { ecosystem, query, first });
}
