import { type AnyRecord, fieldsOf, type RecordKind, recordOfFields } from "../../../cypher/model/document.ts";
import { identityOf, isKeyed, recordKinds, referencedKeys } from "../../../cypher/model/record-kinds.ts";
import { capitalise, withArticle } from "../../shared/format.ts";
import { isSame } from "../check/same-value.ts";
import type { MergeSide } from "./answer.ts";
import { expectVersion } from "./conflicts.ts";
import type { Draft } from "./draft.ts";
import { removeReferring } from "./remove-referred.ts";

/** Whose value stays where both records have one. */
export interface MergeChoice {
  /** Of a fact that both records have: its kind and identity under the key that stays; absent: of the record itself. */
  kind?: RecordKind | undefined;
  record?: string | undefined;
  field: string;
  keep: MergeSide;
}

export interface Merging {
  kind: RecordKind;
  into: string;
  intoVersion: number;
  from: string;
  fromVersion: number;
  choices: readonly MergeChoice[];
}

/**
 * Makes one record of two: what refers to `from` refers to `into`, lists are joined, and of single values that differ the
 * caller chooses one. Facts that both have become one; those that would join an actor to itself are dropped. Pure.
 */
export function planMerge(draft: Draft, merging: Merging): void {
  const { kind, into, from } = merging;
  const { singular } = recordKinds[kind];
  if (!isKeyed(kind)) {
    const message = `${capitalise(withArticle(singular))} has no key: only records with keys can be merged.`;
    draft.refuse("/kind", "INVALID", message);
    return;
  }
  if (into === from) {
    draft.refuse("/from", "INVALID", `The ${singular} "${into}" cannot be merged into itself.`);
    return;
  }
  const kept = expectVersion(draft, { kind, key: into, version: merging.intoVersion, yours: {}, path: "/into" });
  const lost = expectVersion(draft, { kind, key: from, version: merging.fromVersion, yours: {}, path: "/from" });
  if (!kept || !lost) return;

  const choices = new Choices(draft, merging.choices);
  const merged = choices.join(kind, kept.record, lost.record, undefined);
  for (const it of draft.referring(kind, from)) moveReference(draft, it, merging, choices);
  draft.put(kind, withAlias(kind, merged, kept.record, lost.record), { path: "/into" });
  draft.remove(kind, from, { path: "/from", merge: { into, isUndone: false } });
  if (kind === "actors" && draft.head?.focal === from) draft.head = { ...draft.head, focal: into };
  choices.refuseUnused();
}

type Referring = ReturnType<Draft["referring"]>[number];

function moveReference(draft: Draft, it: Referring, { kind: toKind, from, into }: Merging, choices: Choices): void {
  const { kind, key, record } = it;
  const path = "/from";
  const moved = withReference(kind, record, toKind, from, into);
  const isShort = recordKinds[kind].references.some(({ field }) => {
    const { isRequired, schema } = recordKinds[kind].fields[field]!;
    return isRequired && !schema.safeParse(fieldsOf(moved)[field]).success;
  });
  if (joinsItself(kind, moved) || isShort) {
    draft.remove(kind, key, { path, isNamed: false });
    removeReferring(draft, kind, key, path, true);
    return;
  }
  const identity = identityOf(kind, moved);
  if (identity === key) {
    draft.put(kind, moved, { path, isNamed: false });
    return;
  }
  const other = draft.get(kind, identity);
  draft.remove(kind, key, { path, isNamed: false });
  if (!other) draft.rename(kind, key, record, moved, { path, isNamed: false });
  // Of two places on the map the one of the record that stays is kept.
  else if (kind !== "layout") draft.put(kind, choices.join(kind, other, moved, identity), { path, isNamed: false });
}

function withReference(kind: RecordKind, record: AnyRecord, toKind: RecordKind, from: string, into: string): AnyRecord {
  const values: Record<string, unknown> = { ...fieldsOf(record) };
  if (kind === "layout") return recordOfFields({ ...values, key: into });
  for (const reference of recordKinds[kind].references) {
    const { field, within } = reference;
    if (reference.to !== toKind || !referencedKeys(record, reference).includes(from)) continue;
    const value = values[field];
    if (!Array.isArray(value)) values[field] = into;
    else if (within) {
      const has = value.some((entry) => entry[within] === into);
      values[field] = value.flatMap((entry) =>
        entry[within] !== from ? [entry] : has ? [] : [{ ...entry, [within]: into }],
      );
    } else values[field] = [...new Set(value.map((entry) => (entry === from ? into : entry)))];
  }
  return recordOfFields(values);
}

const ends: { readonly [K in RecordKind]?: readonly [string, string] } = {
  relations: ["from", "to"],
  interfaces: ["a", "b"],
  tags: ["actor", "focal"],
};

function joinsItself(kind: RecordKind, record: AnyRecord): boolean {
  const [one, other] = ends[kind] ?? [];
  return one !== undefined && fieldsOf(record)[one] === fieldsOf(record)[other!];
}

const aliasesOf = (record: AnyRecord) => (fieldsOf(record).aliases as string[] | undefined) ?? [];
const hasAliases = (kind: RecordKind) => "aliases" in recordKinds[kind].fields;

/** The name that is not kept becomes an alias, where the kind has aliases. */
function withAlias(kind: RecordKind, merged: AnyRecord, kept: AnyRecord, lost: AnyRecord): AnyRecord {
  if (!hasAliases(kind)) return merged;
  const { name } = fieldsOf(merged);
  const names = [kept, lost].map((record) => fieldsOf(record).name as string);
  const aliases = [...new Set([...aliasesOf(merged), ...names])].filter((alias) => alias !== name);
  return aliases.length > 0 ? recordOfFields({ ...fieldsOf(merged), aliases }) : merged;
}

class Choices {
  readonly #used = new Set<MergeChoice>();

  constructor(
    private readonly draft: Draft,
    private readonly given: readonly MergeChoice[],
  ) {}

  /** One record of two; `identity` names a fact that both have. */
  join(kind: RecordKind, kept: AnyRecord, lost: AnyRecord, identity: string | undefined): AnyRecord {
    const { fields, identity: names, singular } = recordKinds[kind];
    const [one, other] = [fieldsOf(kept), fieldsOf(lost)];
    const values: Record<string, unknown> = { ...one };
    for (const [field, { isList, type, label }] of Object.entries(fields)) {
      if (names.includes(field) || isEmpty(other[field])) continue;
      const choice = this.#choice(kind, identity, field);
      if (isEmpty(one[field])) values[field] = other[field];
      else if (isSame(one[field], other[field])) continue;
      else if (!choice && isList && type !== "parts")
        values[field] = [...new Set([...(one[field] as unknown[]), ...(other[field] as unknown[])])];
      else {
        // A name that does not stay is kept as an alias, so that nothing is lost without a choice.
        const keep = choice?.keep ?? (field === "name" && hasAliases(kind) ? "INTO" : null);
        const difference = { kind, record: identity ?? null, field, into: one[field], from: other[field], keep };
        this.draft.differences.push(difference);
        if (keep === "FROM") values[field] = other[field];
        if (keep !== null) continue;
        const whose = identity === undefined ? "" : ` of the ${singular} "${identity}"`;
        const message = `${label}${whose}: ${shown(one[field])} and ${shown(other[field])} differ. Choose which stays.`;
        this.draft.refuse("/choices", "INVALID", message);
      }
    }
    return recordOfFields(values);
  }

  #choice(kind: RecordKind, identity: string | undefined, field: string): MergeChoice | undefined {
    const found = this.given.find(
      (it) => it.field === field && it.record === identity && (identity === undefined || it.kind === kind),
    );
    if (found) this.#used.add(found);
    return found;
  }

  refuseUnused(): void {
    for (const [at, choice] of this.given.entries())
      if (!this.#used.has(choice))
        this.draft.refuse(
          `/choices/${at}`,
          "INVALID",
          `There is nothing to choose for the field "${choice.field}" here: leave this choice out.`,
        );
  }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);
const shown = (value: unknown): string => JSON.stringify(value).slice(0, 80);
