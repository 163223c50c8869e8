import { type AnyRecord, fieldsOf, type RecordKind, recordOfFields } from "../../../cypher/model/document.ts";
import { recordKindNames, recordKinds, referencedKeys } from "../../../cypher/model/record-kinds.ts";
import { count, listed } from "../../shared/format.ts";
import type { Draft } from "./draft.ts";

/** A record that refers to a deleted one, without the reference; null where it cannot stand without it. */
export function withoutReference(
  kind: RecordKind,
  record: AnyRecord,
  toKind: RecordKind,
  key: string,
): AnyRecord | null {
  const { fields, identity, references } = recordKinds[kind];
  // A place on the map refers to a record by its own identity.
  if (kind === "layout") return null;
  const values: Record<string, unknown> = { ...fieldsOf(record) };
  for (const reference of references) {
    const { field, within } = reference;
    if (reference.to !== toKind || !referencedKeys(record, reference).includes(key)) continue;
    const { isList, isRequired, schema } = fields[field]!;
    if (isList) {
      const entries = values[field] as unknown[];
      const left = entries.filter((it) => (within ? (it as Record<string, unknown>)[within] : it) !== key);
      if (left.length === 0 && !isRequired) delete values[field];
      else if (schema.safeParse(left).success) values[field] = left;
      else return null;
    } else if (isRequired || identity.includes(field)) return null;
    else delete values[field];
  }
  return recordOfFields(values);
}

/**
 * What becomes of the records that refer to a removed one: lists lose it, optional fields are emptied, and what cannot
 * stand without it is removed too, with what refers to that. Places on the map always go with their record.
 * @param withReferring false: any reference of a record is refused, and all that would happen is told
 */
export function removeReferring(
  draft: Draft,
  kind: RecordKind,
  key: string,
  path: string,
  withReferring: boolean,
): void {
  const loses: RecordKind[] = [];
  const falls: RecordKind[] = [];
  for (const it of draft.referring(kind, key)) {
    if (it.kind === "layout") {
      draft.remove(it.kind, it.key, { path, isNamed: false });
      continue;
    }
    // Records that the change names are refused for what they refer to.
    if (it.isNamed) continue;
    const left = withoutReference(it.kind, it.record, kind, key);
    (left ? loses : falls).push(it.kind);
    if (!withReferring) continue;
    if (left) draft.put(it.kind, left, { path, isNamed: false });
    else {
      draft.remove(it.kind, it.key, { path, isNamed: false });
      removeReferring(draft, it.kind, it.key, path, withReferring);
    }
  }
  const isFocal = kind === "actors" && draft.head?.focal === key;
  if (isFocal && withReferring) {
    const { focal: _, ...head } = draft.head!;
    draft.head = head;
  }
  if (withReferring || loses.length + falls.length + Number(isFocal) === 0) return;
  const parts = [
    ...(falls.length > 0 ? [`deleting it would delete ${counted(falls)}`] : []),
    ...(loses.length > 0 ? [`${falls.length > 0 ? "" : "deleting it would "}take it out of ${counted(loses)}`] : []),
    ...(isFocal ? ["it is the focal firm"] : []),
  ];
  const what = recordKinds[kind].singular;
  draft.refuse(
    path,
    "REFERRED_TO",
    `Other records refer to the ${what} "${key}": ${parts.join(", and ")}. End it instead, or delete it with what refers to it.`,
  );
}

/** Number of records of each kind, in the order of the document: "5 claims, 2 moves and 1 tag". */
function counted(kinds: readonly RecordKind[]): string {
  const counts = recordKindNames.flatMap((kind) => {
    const number = kinds.filter((one) => one === kind).length;
    const { singular, plural } = recordKinds[kind];
    return number === 0 ? [] : [count(number, singular, plural)];
  });
  return listed(counts);
}
