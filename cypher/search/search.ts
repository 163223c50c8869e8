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

const search = defineQuery<
  { ecosystem: string; query: string; kinds: readonly RecordKind[]; first: number },
  SearchMatch
>(
  import.meta.url,
  "search-records.cypher",
  ["ecosystem", "query", "kinds", "first"],
  z.object({ kind: z.enum(recordKindNames), key: z.string(), score: z.number() }),
);

/**
 * Lucene allows 1,024 clauses in one query, and a word makes 36 of them, 72 when it has accents; this many words
 * identify a record.
 */
const maxWords = 14;

/** Indexed fields that contain a record's name. */
const nameFields = ["name", "aliases", "code"];

/**
 * Query for a word or its prefix, in one field or in any. A prefix and a range score the same wherever they match; the
 * score of a phrase depends on how rare the word is in all ecosystems together, so it only breaks ties. A phrase also
 * finds words of scripts without blanks, which the index keeps as single characters.
 */
function matches(word: string, field?: string): string[] {
  const [at, weight] = field ? [`${field}:`, 10] : ["", 1];
  return [`${at}${word}*^${weight}`, `${at}[${word} TO ${word}]^${weight}`, `${at}"${word}"^${weight / 1000}`];
}

/** The index folds Latin letters only, and Lucene does not fold prefixes: a word is searched as typed and folded. */
function variants(word: string): string[] {
  const folded = word.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  return [...new Set([word, folded])];
}

/**
 * Full-text search over names, aliases, codes, descriptions and evidence, best match first: a match in a name ranks
 * above one in a description. Words are taken literally; only the first 14 words and 200 characters count. The index
 * answers in the order of the score, so the query stops at the last match wanted instead of reading all.
 * @param kinds the kinds of record that are wanted
 */
export async function searchRecords(
  db: Database,
  ecosystem: string,
  text: string,
  kinds: readonly RecordKind[],
  first: number,
): Promise<SearchMatch[]> {
  // Only letters, digits and marks reach Lucene, so its operators are treated as words.
  const words = new Set(
    text
      .slice(0, 200)
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu),
  );
  if (words.size === 0) return [];
  const query = [...words]
    .slice(0, maxWords)
    .map((word) => {
      const any = variants(word).flatMap((form) => [
        ...matches(form),
        ...nameFields.flatMap((field) => matches(form, field)),
      ]);
      return `(${any.join(" OR ")})`;
    })
    .join(" AND ");
  return db.read(search, { ecosystem, query, kinds, first });
}
