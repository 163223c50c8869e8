import {
  type AnyRecord,
  type EcosystemDocument,
  fieldsOf,
  type RecordKind,
  recordOfFields,
} from "../../../cypher/model/document.ts";
import { identityOf, isKeyed, recordKindNames, recordKinds } from "../../../cypher/model/record-kinds.ts";
import type { MergedKeys } from "../../../cypher/records/merged-keys.ts";
import type { ImportIssue } from "../imports/issue.ts";

/**
 * A file that still names merged records, as next month's export of its source will: what refers to one refers to the
 * record that it has become part of. The merged record itself is left out, since its name and fields have been judged.
 */
export function withMergedKeys(
  document: EcosystemDocument,
  merged: MergedKeys,
): { document: EcosystemDocument; warnings: ImportIssue[] } {
  if (merged.size === 0) return { document, warnings: [] };
  const warnings: ImportIssue[] = [];
  const collections = recordKindNames.flatMap((kind) => {
    const records = document[kind] as AnyRecord[] | undefined;
    if (!records) return [];
    const named = new Set(records.map((record) => identityOf(kind, record)));
    const kept = records.flatMap((record, at) => {
      const key = identityOf(kind, record);
      const into = isKeyed(kind) ? merged.get(kind)?.get(key) : undefined;
      const moved = redirected(kind, record, merged);
      const isTwice = moved !== record && identityOf(kind, moved) !== key && named.has(identityOf(kind, moved));
      if (into === undefined && !isTwice) return [moved];
      const what = `${recordKinds[kind].singular} "${key}"`;
      const message = isTwice
        ? `The ${what} says the same as another one in the file, whose actor it was merged into: it is left out.`
        : `The ${what} was merged into "${into}": it is left out, and what refers to it refers to that one.`;
      warnings.push({ path: `/${kind}/${at}`, message });
      return [];
    });
    return [[kind, kept]];
  });
  const focal = merged.get("actors")?.get(document.ecosystem.focal ?? "");
  const ecosystem = focal === undefined ? document.ecosystem : { ...document.ecosystem, focal };
  return { document: { ...document, ecosystem, ...Object.fromEntries(collections) }, warnings };
}

function redirected(kind: RecordKind, record: AnyRecord, merged: MergedKeys): AnyRecord {
  const values: Record<string, unknown> = { ...fieldsOf(record) };
  let isMoved = false;
  const into = (to: RecordKind, key: string): string => {
    const other = merged.get(to)?.get(key);
    isMoved ||= other !== undefined;
    return other ?? key;
  };
  for (const { field, to, within } of recordKinds[kind].references) {
    const value = values[field];
    if (typeof value === "string") values[field] = into(to, value);
    else if (Array.isArray(value))
      values[field] = within
        ? value.map((entry: Record<string, string>) => ({ ...entry, [within]: into(to, entry[within]!) }))
        : [...new Set(value.map((key: string) => into(to, key)))];
  }
  return isMoved ? recordOfFields(values) : record;
}
