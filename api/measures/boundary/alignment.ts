import type { InitiativeRecord, RelationRecord } from "../../../cypher/model/document.ts";
import type { Facts } from "../../time/facts.ts";
import { groupsOf } from "../position/groups.ts";

/** A fact that aligns two actors. */
export type Alignment = RelationRecord | InitiativeRecord;

/** Connected components of a set of actors under alignment, and the facts that join them. */
export interface Components {
  /** The component of each actor, named by one of its members. */
  componentOf: ReadonlyMap<string, string>;
  count: number;
  joinedBy: readonly Alignment[];
}

/**
 * Connected components of a set of actors, where PARTNERS_WITH, kinship or a common initiative joins two of the set.
 * Actors outside the set are not considered. Source: docs/model.md, section 3.
 */
export function components(facts: Facts, members: readonly string[]): Components {
  const parent = new Map(members.map((member) => [member, member]));
  const joinedBy = new Set<Alignment>();
  let count = parent.size;

  const rootOf = (member: string): string => {
    let root = member;
    while (parent.get(root) !== root) root = parent.get(root)!;
    for (let at = member; at !== root; ) {
      const next = parent.get(at)!;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  const join = (a: string, b: string) => {
    const rootA = rootOf(a);
    const rootB = rootOf(b);
    if (rootA === rootB) return;
    parent.set(rootB, rootA);
    count -= 1;
  };

  const groups = groupsOf(facts);
  const byHead = new Map<string, string[]>();
  const firstIn = new Map<InitiativeRecord, string>();
  for (const member of parent.keys()) {
    const allies = facts.partnerships.get(member);
    // Iterates the shorter list: a hub has many allies and a set few members, or the reverse.
    const near = allies === undefined ? [] : allies.size < parent.size ? allies.keys() : parent.keys();
    for (const other of near) {
      const relations = allies?.get(other);
      if (relations === undefined || !parent.has(other)) continue;
      for (const relation of relations) joinedBy.add(relation);
      join(member, other);
    }
    // Kin are in one group, so only members with the same head are compared.
    const head = groups.headOf(member);
    if (head !== null) {
      const others = byHead.get(head) ?? [];
      for (const other of others) {
        const kinship = groups.kinship(other, member);
        if (kinship === null) continue;
        for (const holding of kinship) joinedBy.add(holding);
        join(other, member);
      }
      byHead.set(head, [...others, member]);
    }
    for (const initiative of facts.initiativesOf.get(member) ?? []) {
      const first = firstIn.get(initiative);
      if (first === undefined) firstIn.set(initiative, member);
      else {
        joinedBy.add(initiative);
        join(first, member);
      }
    }
  }
  return {
    componentOf: new Map([...parent.keys()].map((member) => [member, rootOf(member)])),
    count,
    joinedBy: [...joinedBy],
  };
}
