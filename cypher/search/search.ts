import { z } from "zod";
import { type Database, defineQuery } from "../database.ts";
import type { RecordKind } from "../model/document.ts";
import { recordKindNames } from "../model/record-kinds.ts";

interface SearchMatch {
  kind: RecordKind;
  key: string;
  /** Relevance, comparable within one answer only. */
  score: number;
}

const search = defineQuery<{ ecosystem: string; query: string; first: number }, SearchMatch>(
  import.meta.url,
  "search-records.cypher",
  ["ecosystem", "query", "first"],
  z.object({ kind: z.enum(recordKindNames), key: z.string(), score: z.number() }),
);

/** Lucene allows 1,024 clauses in one query, and a word makes 36 of them; this many words identify a record. */
const mostWords = 24;

/** Indexed fields that contain a record's name. */
const called = ["name", "aliases", "code"];

/**
 * Query for a word or its prefix, in one field or in any. A prefix and a range score the same wherever they match; the
 * score of a term depends on how rare the word is in all ecosystems together, so it only breaks ties.
 */
function matches(word: string, field?: string): string[] {
  const [at, weight] = field ? [`${field}:`, 10] : ["", 1];
  return [`${at}${word}*^${weight}`, `${at}[${word} TO ${word}]^${weight}`, `${at}${word}^${weight / 1000}`];
}

/**
 * Full-text search over names, aliases, codes, descriptions and evidence, best match first: a match in a name ranks
 * above one in a description. Words are taken literally; only the first 24 words and 200 characters count.
 */
export async function searchRecords(
  db: Database,
  ecosystem: string,
  text: string,
  first: number,
): Promise<SearchMatch[]> {
  // Only letters and digits reach Lucene, so its operators are treated as words.
  const words = new Set(
    text
      .slice(0, 200)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );
  if (words.size === 0) return [];
  const query = [...words]
    .slice(0, mostWords)
    .map((word) => `(${[...matches(word), ...called.flatMap((field) => matches(word, field))].join(" OR ")})`)
    .join(" AND ");
  return db.read(search, { ecosystem, query, first });
}
