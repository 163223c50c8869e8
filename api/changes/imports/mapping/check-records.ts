import {
  type AnyRecord,
  type EcosystemDocument,
  fieldsOf,
  type RecordKind,
  recordOfFields,
} from "../../../../cypher/model/document.ts";
import {
  identityOf,
  recordId,
  recordKindNames,
  recordKinds,
  referencedKeys,
} from "../../../../cypher/model/record-kinds.ts";
import { documentIssues, isOfForm } from "../../check/document-issues.ts";
import { byIdentity } from "../../check/plan.ts";
import { type LookUp, refuse } from "../../check/refusals.ts";
import type { PlacedRecord, Skipped } from "./drafts.ts";

/**
 * Checks each record by the rules of an import, one by one: an optional field that is wrong is left out, a record that
 * cannot stand without it too, and what refers to that. Each is told with its row, so that no row stops the others.
 */
export function checkRecords(
  records: readonly PlacedRecord[],
  stored: EcosystemDocument | null,
): { kept: PlacedRecord[]; skipped: Skipped[] } {
  const skipped: Skipped[] = [];
  let kept = records.flatMap((placed) => checked(placed, skipped));
  const known = new Map(recordKindNames.map((kind) => [kind, byIdentity(kind, stored)]));
  for (;;) {
    const lookUp = lookUpOf(kept, known);
    const next = kept.filter((placed) => stands(placed, lookUp, skipped));
    if (next.length === kept.length) return { kept, skipped };
    kept = next;
  }
}

/** What records of the file may refer to: to each other, and to what is stored. */
function lookUpOf(
  records: readonly PlacedRecord[],
  stored: ReadonlyMap<RecordKind, ReadonlyMap<string, AnyRecord>>,
): LookUp {
  const ofFile = new Map(records.map(({ kind, record }) => [recordId(kind, identityOf(kind, record)), record]));
  const find = (kind: RecordKind, key: string) => ofFile.get(recordId(kind, key)) ?? stored.get(kind)!.get(key);
  return {
    has: (kind, key) => find(kind, key) !== undefined,
    moveDate: (key) => (find("moves", key) as { date?: string } | undefined)?.date,
  };
}

const tell = ({ sheet, row, columns }: PlacedRecord, field: string | undefined, message: string): Skipped => ({
  sheet,
  row,
  column: (field !== undefined && columns[field]) || null,
  message,
});

/** The record without optional fields of which the value is not allowed; none when a required one is wrong. */
function checked(placed: PlacedRecord, skipped: Skipped[]): PlacedRecord[] {
  const { kind } = placed;
  // Of nearly all records the quicker question is enough.
  if (isOfForm(kind, placed.record)) return [placed];
  const { fields } = recordKinds[kind];
  const values = { ...fieldsOf(placed.record) };
  const wrong = Object.entries(values).filter(([name, value]) => !fields[name]?.schema.safeParse(value).success);
  for (const [name] of wrong) {
    skipped.push(tell(placed, name, problemOf(kind, name, values)));
    if (fields[name]?.isRequired) return [];
    delete values[name];
  }
  return [wrong.length === 0 ? placed : { ...placed, record: recordOfFields(values) }];
}

/** What is wrong with a value, in the words that an import of a document has for it. */
function problemOf(kind: RecordKind, name: string, values: Readonly<Record<string, unknown>>): string {
  const document = { format: "ecosystem/1", ecosystem: { key: "x", name: "x" }, [kind]: [values] };
  const issue = documentIssues(document).find(({ path }) => path.startsWith(`/${kind}/0/${name}`));
  const { label } = recordKinds[kind].fields[name]!;
  return `${label}: ${issue?.message ?? "the value is not allowed."}`;
}

function stands(placed: PlacedRecord, lookUp: LookUp, skipped: Skipped[]): boolean {
  const { kind } = placed;
  const { fields, references } = recordKinds[kind];
  for (const reference of references)
    for (const key of referencedKeys(placed.record, reference))
      if (!lookUp.has(reference.to, key)) {
        const message = `It refers to the ${recordKinds[reference.to].singular} “${key}”, which is left out.`;
        skipped.push(tell(placed, reference.field, message));
        return false;
      }
  const problems: { field: string; message: string }[] = [];
  refuse(kind, placed.record, (field, message) => problems.push({ field: field.split("/")[0]!, message }), lookUp);
  for (const { field, message } of problems) {
    skipped.push(tell(placed, field, message));
    if (fields[field]?.isRequired ?? true) return false;
    const { [field]: _, ...rest } = fieldsOf(placed.record);
    placed.record = recordOfFields(rest);
  }
  return true;
}
