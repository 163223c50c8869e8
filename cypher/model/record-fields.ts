import type { RecordKind } from "./document.ts";
import { recordKindNames, recordKinds } from "./record-kinds.ts";

/** Fields that contain lists of objects, which a node's property cannot: they are stored as JSON text. */
export const packedFields = Object.fromEntries(
  recordKindNames.map((kind): [string, ReadonlySet<string>] => {
    const fields = Object.entries(recordKinds[kind].fields);
    return [kind, new Set(fields.flatMap(([name, { type }]) => (type === "parts" ? [name] : [])))];
  }),
) as { readonly [K in RecordKind]: ReadonlySet<string> };

/** Fields of each kind of record, in the order in which values are read from the graph. */
export const recordFields = Object.fromEntries(
  recordKindNames.map((kind): [string, readonly string[]] => [kind, Object.keys(recordKinds[kind].fields)]),
) as { readonly [K in RecordKind]: readonly string[] };
