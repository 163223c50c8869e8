import type { AnyRecord, EcosystemDocument } from "../../cypher/model/document.ts";
import { nameOfOne, recordKindNames } from "../../cypher/model/record-kinds.ts";

/** The records of a document as inputs of changeRecords that create them, in the order of the document. */
export const changesOf = (document: EcosystemDocument): Record<string, object>[] =>
  recordKindNames.flatMap((kind) =>
    ((document[kind] ?? []) as AnyRecord[]).map((record) => {
      // Who and when of a tag are the API's to say.
      const { by, at, ...fields } = record as { by?: string; at?: string };
      return { [nameOfOne(kind)]: kind === "tags" ? fields : { ...fields, ...(by !== undefined && { by }) } };
    }),
  );

/** The same list in another order, by a source of random numbers from 0 to 1. */
export function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}
