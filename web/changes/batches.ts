import type { ChangeAnswer, ChangedRow, ChangeIssue } from "./change-records.graphql.ts";
import type { EditGroup } from "./queue-storage.ts";
import { type FieldConflict, isSame, rebase } from "./rebase.ts";
import {
  type EditIssue,
  type Fields,
  fieldsAfter,
  identityOf,
  joined,
  kindOfEdit,
  placeOfIssue,
  type RecordEdit,
  targetOf,
} from "./record-edits.ts";

/** A group of which one edit is in conflict with somebody else's change. */
export interface AskedGroup {
  group: EditGroup;
  /** Which edit. */
  at: number;
  fields: FieldConflict[];
}

/** What becomes of the groups of a batch that was refused as a whole. */
export interface SortedGroups {
  refused: { group: EditGroup; issues: EditIssue[] }[];
  /** Somebody else has done the same. */
  done: EditGroup[];
  asked: AskedGroup[];
  /** To be sent again: free of errors, or repeated upon what is stored now. */
  again: EditGroup[];
}

/** Tells the groups that are to blame from those that only went along, and repeats what is in no true conflict. Pure. */
export function sortGroups(groups: readonly EditGroup[], { errors, conflicts }: ChangeAnswer): SortedGroups {
  const sorted: SortedGroups = { refused: [], done: [], asked: [], again: [] };
  const isPlaced = errors.some(({ path }) => placeOfIssue(path) !== null);
  let end = 0;
  for (const group of groups) {
    const start = end;
    end += group.edits.length;
    const own = errors.filter(({ path }) => !isPlaced || isWithin(placeOfIssue(path)?.at, start, end));
    if (own.length === 0) sorted.again.push(group);
    else if (!isPlaced || own.some(({ code }) => code !== "CONFLICT"))
      sorted.refused.push({ group, issues: issuesOf(own, start) });
    else rebaseGroup(group, own, start, conflicts, sorted);
  }
  return sorted;
}

function rebaseGroup(
  group: EditGroup,
  errors: readonly ChangeIssue[],
  start: number,
  conflicts: ChangeAnswer["conflicts"],
  sorted: SortedGroups,
): void {
  const edits: RecordEdit[] = [];
  let asked: { at: number; fields: FieldConflict[] } | null = null;
  const inConflict = new Set(errors.flatMap(({ path }) => placeOfIssue(path)?.at ?? []));
  for (const [at, edit] of group.edits.entries()) {
    const own = conflicts
      .filter(({ kind, key }) => kind === kindOfEdit(edit) && key === targetOf(edit))
      .map((conflict) => ({ ...conflict, at: String(conflict.at) }));
    const outcome = inConflict.has(start + at) ? rebase(edit, own) : ({ kind: "rebased", edit } as const);
    if (outcome.kind === "done") continue;
    // One after the other: the next is found, and asked about, when the batch is sent again.
    if (outcome.kind === "ask") asked ??= { at: edits.length, fields: outcome.fields };
    edits.push(outcome.edit);
  }
  const next = { ...group, edits };
  if (edits.length === 0) sorted.done.push(group);
  else if (asked === null) sorted.again.push(next);
  else if (asked.fields.length === 0) sorted.refused.push({ group, issues: issuesOf(errors, start) });
  else sorted.asked.push({ group: next, ...asked });
}

const isWithin = (at: number | undefined, from: number, to: number): boolean =>
  at !== undefined && at >= from && at < to;

const issuesOf = (errors: readonly ChangeIssue[], start: number): EditIssue[] =>
  errors.map(({ path, code, message }) => {
    const place = placeOfIssue(path);
    return { edit: place && place.at - start, field: place?.field ?? null, code, message };
  });

/** Errors of one edit of several, as the caller of that one counts them. */
export const issuesOfEdit = (issues: readonly EditIssue[], at: number): EditIssue[] =>
  issues.flatMap((issue) => (issue.edit === at ? [{ ...issue, edit: 0 }] : issue.edit === null ? [issue] : []));

/** Kind and identity of the record that an edit names; null of a new one whose key is not made yet. */
function nameOf(edit: RecordEdit): string | null {
  const key = targetOf(edit);
  return key === null ? null : `${kindOfEdit(edit)} ${key}`;
}

/**
 * The records of a stored batch that each of its groups has changed: those that its edits name, before or after the edit.
 * A new record that got its key from the API is the one with the fields that were given, among those that no edit names.
 */
export function rowsOfGroups(groups: readonly EditGroup[], changed: readonly ChangedRow[]): ChangedRow[][] {
  if (groups.length === 1) return [[...changed]];
  const left = new Map(changed.map((row) => [`${row.kind} ${row.key}`, row]));
  const rows = groups.map((): ChangedRow[] => []);
  const giveOut = (nameFor: (edit: RecordEdit) => string | null | undefined) => {
    for (const [at, { edits }] of groups.entries())
      for (const edit of edits) {
        const name = nameFor(edit) ?? "";
        const row = left.get(name);
        if (!row) continue;
        rows[at]!.push(row);
        left.delete(name);
      }
  };
  // Of facts that change places the one that has come under a name is meant, not the one that has left it.
  giveOut((edit) => {
    const after = fieldsAfter(edit);
    return after && `${kindOfEdit(edit)} ${identityOf(kindOfEdit(edit), after)}`;
  });
  giveOut(nameOf);
  giveOut((edit) => {
    if (edit.does !== "create" || targetOf(edit) !== null) return null;
    const isMade = ([, { kind, after }]: [string, ChangedRow]) =>
      kind === edit.kind &&
      after !== null &&
      Object.entries(edit.fields).every(([name, value]) => isSame((after as Fields)[name], value));
    return [...left].find(isMade)?.[0];
  });
  return rows;
}

/** Changes of one batch that the API takes. */
export const maxChanges = 5_000;

/** The first of the waiting groups that can go as one batch: within the API's limit, and each record named once. */
export function nextGroups(waiting: readonly EditGroup[]): EditGroup[] {
  const groups: EditGroup[] = [];
  const named = new Set<string>();
  let size = 0;
  for (const group of waiting) {
    const names = group.edits.flatMap((edit) => nameOf(edit) ?? []);
    size += group.edits.length;
    if (groups.length > 0 && (size > maxChanges || names.some((name) => named.has(name)))) break;
    for (const name of names) named.add(name);
    groups.push(group);
  }
  return groups;
}

/** Where a single edit can join one of the same record that waits already, and the two as one; null where none waits. */
export function placeToJoin(waiting: readonly EditGroup[], { edits: [edit, ...more] }: EditGroup) {
  if (!edit || more.length > 0) return null;
  const target = targetOf(edit);
  if (target === null) return null;
  for (const into of waiting.toReversed()) {
    const at = into.edits.findIndex((one) => kindOfEdit(one) === kindOfEdit(edit) && targetOf(one) === target);
    const both = at < 0 ? null : joined(into.edits[at]!, edit);
    if (at >= 0) return both && { into, at, edit: both };
  }
  return null;
}
