import type { MapEdge, MapNode } from "../graphql/types.ts";
import { formatDate } from "../shared/format.ts";
import { Fact } from "./Fact.tsx";
import { RecordLinks } from "./RecordLinks.tsx";
import { relationWords } from "./relation-words.ts";

interface Props {
  edge: MapEdge;
  nodes: readonly MapNode[];
  onSelect(id: string): void;
}

const named = (nodes: readonly MapNode[], id: string) => ({
  id,
  name: nodes.find((node) => node.id === id)?.label ?? "a record that is gone",
});

/** A relation as a sentence: "Polarvide uses equipment of Norrvik". */
export const relationName = ({ source, kind, target }: MapEdge, nodes: readonly MapNode[]): string =>
  `${named(nodes, source).name} ${relationWords[kind].out.toLowerCase()} ${named(nodes, target).name}`;

/** A relation that is no record: gathered from equipment, or only scenario. */
export function GatheredPart({ edge, nodes, onSelect }: Props) {
  return (
    <>
      <dl className="facts">
        <Fact name="From">
          <RecordLinks records={[named(nodes, edge.source)]} onSelect={onSelect} />
        </Fact>
        <Fact name="To">
          <RecordLinks records={[named(nodes, edge.target)]} onSelect={onSelect} />
        </Fact>
        {edge.label && <Fact name="Said of it" value={edge.label} />}
        {edge.evidenceNewest && <Fact name="Newest evidence" value={formatDate(edge.evidenceNewest)} />}
      </dl>
      {edge.units && (
        <section className="inspector-part">
          <h3>Units over time</h3>
          <dl className="facts">
            {edge.units.map(({ from, units }) => (
              <Fact key={from ?? ""} name={from ? `from ${formatDate(from)}` : "at first"} value={units} />
            ))}
          </dl>
          <p className="quiet">Gathered from the records of its equipment, which hold the evidence.</p>
        </section>
      )}
    </>
  );
}
