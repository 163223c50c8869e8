import { useMemo } from "react";
import type { MapEdge, MapEdgeKind, MapNode } from "../graphql/types.ts";
import { recordOfEdge } from "../map/model/edge-record.ts";
import { RecordLinks } from "./RecordLinks.tsx";
import { relationWords } from "./relation-words.ts";
import { knownValidity } from "./validity.ts";

interface Props {
  id: string;
  nodes: readonly MapNode[];
  edges: readonly MapEdge[];
  onSelect(id: string): void;
}

interface Row {
  edge: MapEdge;
  other: MapNode;
}

/** More of one kind than that are folded together. */
const most = 8;
/** Told elsewhere: claims have their own table. */
const leftOut: ReadonlySet<MapEdgeKind> = new Set<MapEdgeKind>(["CLAIMS"]);

/** The relations of a record by what they are, in words, those of the same words by the other's name. */
function relationsOf({ id, nodes, edges }: Omit<Props, "onSelect">): Map<string, Row[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const groups = new Map<string, Row[]>();
  for (const edge of edges) {
    if (leftOut.has(edge.kind) || (edge.source !== id && edge.target !== id)) continue;
    const isOut = edge.source === id;
    const other = byId.get(isOut ? edge.target : edge.source);
    if (!other) continue;
    const words = relationWords[edge.kind][isOut ? "out" : "back"];
    const rows = groups.get(words);
    if (rows) rows.push({ edge, other });
    else groups.set(words, [{ edge, other }]);
  }
  for (const rows of groups.values()) rows.sort((a, b) => a.other.label.localeCompare(b.other.label));
  return groups;
}

/** Each relation of a record: to whom, since when, how surely, with the way to the relation's own record. */
export function RelationsPart({ id, nodes, edges, onSelect }: Props) {
  const groups = useMemo(() => relationsOf({ id, nodes, edges }), [id, nodes, edges]);
  if (groups.size === 0) return null;
  return (
    <section className="inspector-part">
      <h3>Relations</h3>
      {[...groups].map(([words, rows]) => (
        <details key={words} className="relations" open={rows.length <= most}>
          <summary>
            {words} <span className="quiet">{rows.length}</span>
          </summary>
          <ul>
            {rows.map(({ edge, other }) => (
              <li key={edge.id}>
                <RecordLinks records={[{ id: other.id, name: other.label }]} onSelect={onSelect} />
                <button
                  type="button"
                  className="text-button relation-open"
                  aria-label={`Relation: ${words.toLowerCase()} ${other.label}, ${told(edge)}`}
                  onClick={() => onSelect(recordOfEdge(edge)!)}
                >
                  {told(edge)}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

const told = (edge: MapEdge): string =>
  [edge.label, knownValidity(edge)].filter(Boolean).join(", ") || "no date recorded";
