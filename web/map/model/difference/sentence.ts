import type { MapNodeKind } from "../../../graphql/schema-types.ts";
import { count, formatDate } from "../../../shared/format.ts";
import { kindOfNode } from "../../../shared/record-kind.ts";
import { boundaryWords, recordKindWords } from "../../../shared/words.ts";
import type { MapNode } from "../facts.graphql.ts";
import type { BoundaryChange, BoundaryState, Difference } from "./difference.ts";

const kinds = Object.keys(kindOfNode) as MapNodeKind[];
/** Maximum number of boundaries named; further ones are counted. */
const maxTold = 2;

/** A difference in one sentence: "Between 1 Jan 2024 and 25 Nov 2026: 9 actors entered, 2 left; …". */
export function sentence(from: string, to: string, found: Difference): string {
  const parts = [
    comings(found.entered, found.left),
    moves(found.moved.length),
    ...boundaries(found.boundaryChanges),
    relations(found.relationsEntered.length, found.relationsLeft.length),
  ].filter((part) => part !== "");
  const between = `Between ${formatDate(from)} and ${formatDate(to)}`;
  return parts.length > 0 ? `${between}: ${parts.join("; ")}.` : `${between} nothing changed on the map.`;
}

/** "actor" and "actors". */
function nounsOf(kind: MapNodeKind): [string, string] {
  const { singular, word } = recordKindWords[kindOfNode[kind]];
  return [singular.toLowerCase(), word.toLowerCase()];
}

/** "9 actors and 1 standard entered, 2 actors left". */
function comings(entered: readonly MapNode[], left: readonly MapNode[]): string {
  const counted = (nodes: readonly MapNode[]) =>
    list(
      kinds.flatMap((kind) => {
        const n = nodes.filter((node) => node.kind === kind).length;
        return n > 0 ? [count(n, ...nounsOf(kind))] : [];
      }),
    );
  const parts: string[] = [];
  if (entered.length > 0) parts.push(`${counted(entered)} entered`);
  if (left.length > 0) parts.push(`${counted(left)} left`);
  return parts.join(", ");
}

const moves = (n: number) => (n > 0 ? `${count(n, "actor")} moved` : "");

function boundaries(boundaryChanges: readonly BoundaryChange[]): string[] {
  const told = boundaryChanges.slice(0, maxTold).map(boundary);
  const more = boundaryChanges.length - told.length;
  return more > 0 ? [...told, `${count(more, "more boundary", "more boundaries")} changed`] : told;
}

/**
 * "the boundary of Maintain by condition went from agreed to contested"; with an unchanged status, the change of the
 * lead.
 */
function boundary({ activity, before, after }: BoundaryChange): string {
  if (before.status !== after.status) {
    return `the boundary of ${activity.name} went from ${statusOf(before)} to ${statusOf(after)}`;
  }
  return `the lead of ${activity.name} went from ${leadsOf(before)} to ${leadsOf(after)}`;
}

/** In lower case, for running text. */
export const statusOf = ({ status }: BoundaryState): string => boundaryWords[status].toLowerCase();

export const leadsOf = ({ leads }: BoundaryState): string =>
  leads.length > 0 ? list(leads.map(({ name }) => name)) : "nobody";

function relations(entered: number, left: number): string {
  if (entered === 0 && left === 0) return "";
  if (entered === 0) return `${count(left, "relation")} ended`;
  return `${count(entered, "relation")} began${left > 0 ? `, ${left} ended` : ""}`;
}

/** "a", "a and b", "a, b and c". */
const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
