import type { EcosystemDocument, RecordKind } from "../../../cypher/model/document.ts";
import { recordKindNames, recordKinds } from "../../../cypher/model/record-kinds.ts";
import type { DocumentRules } from "../../shared/document-rules.ts";
import { isObject } from "../../shared/is-object.ts";
import type { Issue } from "../../shared/issue.ts";
import { type FactChange, withChanges } from "../../time/fact-change.ts";
import type { InterventionKind } from "../coherence/interventions.ts";
import { type MoveClaim, moveClaim } from "./move-claim.ts";

/** Changes of a scenario: first records are removed and put and claims moved, then interventions are applied. */
export interface WhatIfChanges {
  /** Records in the document's form, by collection, not yet validated. */
  put?: unknown;
  remove?: readonly { kind: RecordKind; key: string }[];
  moveClaims?: readonly MoveClaim[];
  interventions?: readonly { kind: InterventionKind; key: string }[];
}

export const maxChanges = 200;

function countOf({ put, remove, moveClaims, interventions }: WhatIfChanges): number {
  const lists = [remove, moveClaims, interventions, ...(isObject(put) ? Object.values(put) : [])];
  return lists.reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
}

/**
 * Document of the records in `put`, with its issues. Its header is the stored one, since a scenario changes facts only.
 */
function readPut(
  stored: EcosystemDocument,
  put: unknown,
  rules: DocumentRules,
): { file: EcosystemDocument; issues: Issue[] } {
  const head = { format: stored.format, ecosystem: stored.ecosystem };
  if (put === undefined || put === null) return { file: head, issues: [] };
  if (!isObject(put)) {
    const message = 'Use an object with a list of records for each kind, as in {"claims": [...]}.';
    return { file: head, issues: [{ path: "/put", message }] };
  }
  const file = { ...rules.normalised(put), ...head };
  const own = ["$schema", "format", "ecosystem"].filter((name) => Object.hasOwn(put, name));
  const issues = [
    ...own.map((name) => ({
      path: `/${name}`,
      message: `Unknown field "${name}": a scenario changes records only. Remove it.`,
    })),
    ...rules.formatIssues(file),
  ];
  return { file: file as EcosystemDocument, issues: issues.map((it) => ({ ...it, path: `/put${it.path}` })) };
}

function readRemovals(stored: EcosystemDocument, remove: NonNullable<WhatIfChanges["remove"]>) {
  const issues: Issue[] = [];
  const changes: FactChange[] = [];
  let left = stored;
  for (const [i, { kind, key }] of remove.entries()) {
    const change: FactChange = { kind, remove: key };
    const after = withChanges(left, [change]);
    if ((after[kind]?.length ?? 0) === (left[kind]?.length ?? 0)) {
      const message = `There is no ${recordKinds[kind].singular} "${key}" to remove. Correct its kind or key.`;
      issues.push({ path: `/remove/${i}`, message });
    }
    changes.push(change);
    left = after;
  }
  return { changes, left, issues };
}

/**
 * Validates the changes of facts in order, as an import validates a file: returns all changes, or all issues. Paths are
 * JSON Pointers into the changes.
 */
export function readFactChanges(
  stored: EcosystemDocument,
  changes: WhatIfChanges,
  rules: DocumentRules,
): { changes: FactChange[]; issues: Issue[] } {
  const total = countOf(changes);
  if (total > maxChanges) {
    const message = `Too many changes: ${total}. A scenario takes at most ${maxChanges}.`;
    return { changes: [], issues: [{ path: "", message }] };
  }
  const removals = readRemovals(stored, changes.remove ?? []);
  const { file, issues: putIssues } = readPut(stored, changes.put, rules);
  const unreadable = [...removals.issues, ...putIssues];
  if (unreadable.length > 0) return { changes: [], issues: unreadable };

  const refused = rules.mergeIssues(removals.left, file).map(({ path, message }) => ({
    path: recordKindNames.some((kind) => path.startsWith(`/${kind}/`)) ? `/put${path}` : path,
    message,
  }));
  if (refused.length > 0) return { changes: [], issues: refused };

  const puts = recordKindNames.flatMap((kind) => (file[kind] ?? []).map((put) => ({ kind, put }) as FactChange));
  const made = [...removals.changes, ...puts];
  let document = withChanges(stored, made);
  const issues: Issue[] = [];
  for (const [i, move] of (changes.moveClaims ?? []).entries()) {
    const moved = moveClaim(document, move);
    if ("issue" in moved) {
      issues.push({ path: `/moveClaims/${i}/${moved.issue.path}`, message: moved.issue.message });
      continue;
    }
    made.push(...moved.changes);
    document = withChanges(document, moved.changes);
  }
  return issues.length > 0 ? { changes: [], issues } : { changes: made, issues };
}
