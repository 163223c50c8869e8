import { nodeKindWords, relationWords } from "../../../shared/words.ts";
import type { MapEdge, MapNode } from "../facts.graphql.ts";
import type { Difference, Moved, Place } from "./difference.ts";
import { leadsOf, statusOf } from "./sentence.ts";

export interface DifferenceRow {
  key: string;
  /** Node id of the record that a click opens. */
  record: string;
  name: string;
  /** What changed; absent where the heading says it. */
  what?: string;
}
export interface DifferencePart {
  title: string;
  rows: DifferenceRow[];
}

/** A difference as lists by kind, in the order of the sentence; empty lists are left out. */
export function differenceParts(found: Difference, nameOf: (id: string) => string): DifferencePart[] {
  const nodes = (list: readonly MapNode[]) =>
    list.map(({ id, label, kind }) => ({
      key: id,
      record: id,
      name: label,
      ...(kind !== "ACTOR" && { what: nodeKindWords[kind].toLowerCase() }),
    }));
  const relations = (list: readonly MapEdge[]) =>
    list.map(({ id, source, target, kind }) => ({
      key: id,
      record: source,
      name: `${nameOf(source)} – ${nameOf(target)}`,
      what: relationWords[kind].word.toLowerCase(),
    }));
  return [
    { title: "Entered", rows: nodes(found.entered) },
    { title: "Left", rows: nodes(found.left) },
    {
      title: "Moved",
      rows: found.moved.map((moved) => ({
        key: moved.actor.id,
        record: moved.actor.id,
        name: moved.actor.name,
        what: way(moved),
      })),
    },
    {
      title: "Boundary changed",
      rows: found.boundaryChanges.map(({ activity, before, after }) => ({
        key: activity.id,
        record: activity.id,
        name: activity.name,
        what:
          before.status === after.status
            ? `${statusOf(after)}, lead: ${leadsOf(before)} → ${leadsOf(after)}`
            : `${statusOf(before)} → ${statusOf(after)}`,
      })),
    },
    { title: "Relation began", rows: relations(found.relationsEntered) },
    { title: "Relation ended", rows: relations(found.relationsLeft) },
  ].filter(({ rows }) => rows.length > 0);
}

/** "servitization 40 → 62, breadth 2.1 → 3.4": only changes above the threshold. */
function way({ before, after }: Moved): string {
  const told = (name: keyof Place, text: (value: number | null) => string) =>
    text(before[name]) === text(after[name]) ? [] : [`${name} ${text(before[name])} → ${text(after[name])}`];
  return [
    ...told("servitization", (value) => (value === null ? "–" : String(Math.round(value * 100)))),
    ...told("breadth", (value) => (value === null ? "–" : value.toFixed(1))),
  ].join(", ");
}
