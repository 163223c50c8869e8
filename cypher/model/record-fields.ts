import type { RecordKind } from "./document.ts";
import { recordKindNames, recordKinds } from "./record-kinds.ts";

/** The fields of each kind of record, in the order in which its values are read from the graph. */
export const recordFields = Object.fromEntries(
  recordKindNames.map((kind): [string, readonly string[]] => [kind, Object.keys(recordKinds[kind].fields)]),
) as { readonly [K in RecordKind]: readonly string[] };
