import { useMemo } from "react";
import type { MapEdgeKind } from "../graphql/schema-types.ts";
import { recordOfEdge } from "../map/model/edge-record.ts";
import type { MapEdge, MapNode } from "../map/model/facts.graphql.ts";
import { addTo } from "../shared/groups.ts";
import { relationWords } from "../shared/words.ts";
import { RecordLinks } from "./RecordLinks.tsx";
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

/** Longer groups start collapsed. */
const maxExpanded = 8;
/** Excluded kinds: claims have a table of their own. */
const excluded: ReadonlySet<MapEdgeKind> = new Set<MapEdgeKind>(["CLAIMS"]);

/** Relations of a record, grouped by their wording and sorted by the other record's name. */
function relationsOf({ id, nodes, edges }: Omit<Props, "onSelect">): Map<string, Row[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const groups = new Map<string, Row[]>();
  for (const edge of edges) {
    if (excluded.has(edge.kind) || (edge.source !== id && edge.target !== id)) continue;
    const isOut = edge.source === id;
    const other = byId.get(isOut ? edge.target : edge.source);
    if (!other) continue;
    const words = relationWords[edge.kind][isOut ? "word" : "reverse"];
    addTo(groups, words, { edge, other });
  }
  for (const rows of groups.values()) rows.sort((a, b) => a.other.label.localeCompare(b.other.label));
  return groups;
}

/** Relations of a record, each with validity and confidence and a link to the relation's own record. */
export function RelationsPart({ id, nodes, edges, onSelect }: Props) {
  const groups = useMemo(() => relationsOf({ id, nodes, edges }), [id, nodes, edges]);
  if (groups.size === 0) return null;
  return (
    <section className="inspector-part">
      <h3>Relations</h3>
      {[...groups].map(([words, rows]) => (
        <details key={words} className="relations" open={rows.length <= maxExpanded}>
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
                  aria-label={`Relation: ${words.toLowerCase()} ${other.label}, ${detailsOf(edge)}`}
                  onClick={() => onSelect(recordOfEdge(edge)!)}
                >
                  {detailsOf(edge)}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

const detailsOf = (edge: MapEdge): string =>
  [edge.label, knownValidity(edge)].filter(Boolean).join(", ") || "start date unknown";
