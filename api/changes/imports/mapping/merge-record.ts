import { type AnyRecord, fieldsOf, type RecordKind, recordOfFields } from "../../../../cypher/model/document.ts";
import { recordKinds } from "../../../../cypher/model/record-kinds.ts";
import { isSame } from "../../check/same-value.ts";
import type { Choice } from "./mapping.ts";
import { fold } from "./vocabulary.ts";

/** A field in which the file and the stored record differ. */
export interface Difference {
  kind: RecordKind;
  key: string;
  field: string;
  stored: unknown;
  file: unknown;
  /** Which of the two it is now. */
  choice: Choice;
}

interface MergeOptions {
  key: string;
  /** Which value counts where both have one. */
  choose(field: string): Choice;
  /** Fields that the file says are empty. */
  cleared: readonly string[];
  /** The record was found by its key, so that another name is a new name, not another one. */
  isByKey: boolean;
}

/** What a file says over what is stored: it fills what is empty and adds to lists; where both have a value, by choice. */
export function mergeRecord(
  kind: RecordKind,
  stored: AnyRecord,
  file: Readonly<Record<string, unknown>>,
  { key, choose, cleared, isByKey }: MergeOptions,
): { record: AnyRecord; differences: Difference[] } {
  const before = fieldsOf(stored);
  const result: Record<string, unknown> = { ...before };
  const differences: Difference[] = [];
  // The name comes last: another spelling is added to whatever other names are given.
  const said = Object.entries(file).sort(([one], [other]) => Number(one === "name") - Number(other === "name"));
  for (const [field, value] of said) {
    if (field === "key" || value === undefined) continue;
    const known = before[field];
    const { isList, type } = recordKinds[kind].fields[field]!;
    if (known === undefined || known === null) result[field] = value;
    else if (isSame(known, value)) continue;
    else if (kind === "actors" && field === "name" && !isByKey) alsoKnownAs(result, String(value));
    else if (isList && type !== "parts" && choose(field) === "KEEP")
      result[field] =
        field === "kinds"
          ? mergedKinds(known as string[], value as string[])
          : union(known as string[], value as string[]);
    else {
      const choice = choose(field);
      differences.push({ kind, key, field, stored: known, file: value, choice });
      if (choice === "REPLACE") result[field] = value;
    }
  }
  // An empty list says what an absent one does.
  const isFilled = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);
  for (const field of cleared)
    if (isFilled(before[field]) && !recordKinds[kind].fields[field]!.isRequired) {
      const choice = choose(field);
      differences.push({ kind, key, field, stored: before[field], file: null, choice });
      if (choice === "REPLACE") delete result[field];
    }
  return { record: recordOfFields(result), differences };
}

/** Another spelling of an actor's name is one of its other names, unless it only differs in case, accents or signs. */
function alsoKnownAs(result: Record<string, unknown>, name: string): void {
  const known = [String(result.name), ...((result.aliases as string[] | undefined) ?? [])];
  if (known.length > 200 || known.some((one) => fold(one) === fold(name))) return;
  result.aliases = [...known.slice(1), name];
}

const union = (known: readonly string[], more: readonly string[]): string[] => [...new Set([...known, ...more])];

function mergedKinds(known: readonly string[], more: readonly string[]): string[] {
  const added = more.filter((kind) => !known.includes(kind) && kind !== "OTHER");
  return added.length === 0 ? [...known] : [...known.filter((kind) => kind !== "OTHER"), ...added];
}
