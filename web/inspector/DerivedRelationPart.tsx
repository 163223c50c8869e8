import type { MapEdge, MapNode } from "../map/model/facts.graphql.ts";
import { formatDate } from "../shared/format.ts";
import { relationWords } from "../shared/words.ts";
import { Fact } from "./Fact.tsx";
import { RecordLinks } from "./RecordLinks.tsx";

interface Props {
  edge: MapEdge;
  nodes: readonly MapNode[];
  onSelect(id: string): void;
}

const named = (nodes: readonly MapNode[], id: string) => ({
  id,
  name: nodes.find((node) => node.id === id)?.label ?? "a deleted record",
});

/** Heading of a relation, as a sentence: "Polarvide uses equipment of Norrvik". */
export const relationName = ({ source, kind, target }: MapEdge, nodes: readonly MapNode[]): string =>
  `${named(nodes, source).name} ${relationWords[kind].word.toLowerCase()} ${named(nodes, target).name}`;

/** Inspector part of a relation without a record: derived from equipment, or part of a scenario. */
export function DerivedRelationPart({ edge, nodes, onSelect }: Props) {
  return (
    <>
      <dl className="facts">
        <Fact name="From">
          <RecordLinks records={[named(nodes, edge.source)]} onSelect={onSelect} />
        </Fact>
        <Fact name="To">
          <RecordLinks records={[named(nodes, edge.target)]} onSelect={onSelect} />
        </Fact>
        {edge.label && <Fact name="Details" value={edge.label} />}
        {edge.evidenceNewest && <Fact name="Latest evidence" value={formatDate(edge.evidenceNewest)} />}
      </dl>
      {edge.units && (
        <section className="inspector-part">
          <h3>Units over time</h3>
          <dl className="facts">
            {edge.units.map(({ from, units }) => (
              <Fact key={from ?? ""} name={from ? `From ${formatDate(from)}` : "Initially"} value={units} />
            ))}
          </dl>
          <p className="quiet">Derived from the equipment records, which hold the evidence.</p>
        </section>
      )}
    </>
  );
}
