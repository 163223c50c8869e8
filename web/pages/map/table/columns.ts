import { recordOfEdge } from "../../../map/model/edge-record.ts";
import type { MapEdge, MapNode, ThreatRow } from "../../../map/model/facts.graphql.ts";
import { knownOf } from "../../../map/model/filter/facet.ts";
import { facets } from "../../../map/model/filter/facets.ts";
import { tiesOf } from "../../../map/model/focus/ties.ts";
import { edgeLooks } from "../../../map/model/kinds.ts";
import type { MapSearch } from "../../../map/model/search-params/map-search.ts";
import type { Selection } from "../../../map/model/selection.ts";
import { formatDate, percent } from "../../../shared/format.ts";
import { levelText, nodeKindWords, relationWords } from "../../../shared/words.ts";

/** What a cell shows and is sorted by; null: not recorded. */
export interface Cell {
  text: string;
  order: string | number;
}

export interface TableRow {
  id: string;
  /** The record that opens, and those that are ringed on the canvas while the row has the focus. */
  record: string;
  name: string;
  cells: Readonly<Record<string, Cell | null>>;
}

interface Column {
  name: string;
  label: string;
  number?: boolean;
}

export const columns: Record<"nodes" | "relations", readonly Column[]> = {
  nodes: [
    { name: "name", label: "Name" },
    { name: "kind", label: "Kind" },
    { name: "levels", label: "Competitive threat" },
    { name: "layers", label: "Layers" },
    { name: "countries", label: "Country" },
    { name: "labels", label: "Labels" },
    { name: "ties", label: "Relations", number: true },
    { name: "sure", label: "Confidence", number: true },
    { name: "evidence", label: "Newest evidence" },
  ],
  relations: [
    { name: "name", label: "From" },
    { name: "kind", label: "Relation" },
    { name: "to", label: "To" },
    { name: "label", label: "Label" },
    { name: "sure", label: "Confidence", number: true },
    { name: "evidence", label: "Newest evidence" },
  ],
};

const cell = (text: string | null | undefined, order: string | number | null | undefined = text): Cell | null =>
  text ? { text, order: order ?? text } : null;
const sure = (confidence: number | null) => (confidence === null ? null : cell(percent(confidence), confidence));
const day = (date: string | null) => (date ? cell(formatDate(date), date) : null);

/** The level of a threat with what it could be; in the order of the levels. */
const levelCell = (threat: ThreatRow | undefined, levels: Cell | null): Cell | null =>
  threat && levels ? { ...levels, text: levelText(threat) } : levels;

/** The nodes that are shown, with the same words as the filter has for them. */
export function nodeRows(selection: Selection, search: MapSearch): TableRow[] {
  const known = knownOf(selection.facts, search);
  const ties = tiesOf(selection);
  const levelFacet = facets.find((facet) => facet.name === "levels")!;
  const worded = ["layers", "countries", "labels"].map((name) => facets.find((facet) => facet.name === name)!);
  const threats = new Map(selection.facts.threats.map((threat) => [threat.rival.id, threat]));
  const kindFacet = facets.find((facet) => facet.name === "kinds")!;
  const words = (facet: (typeof facets)[number], node: MapNode) => {
    if (facet.type !== "choice") return null;
    const values = facet.values(node, known) ?? [];
    const order = facet.order && values[0] ? facet.order.indexOf(values[0]) : undefined;
    return cell(values.map(facet.words).join(", "), order);
  };
  return selection.facts.map.nodes
    .filter((node) => selection.nodes.has(node.id) && node.kind !== "OFFERING")
    .map((node) => ({
      id: node.id,
      record: node.id,
      name: node.label,
      cells: {
        name: cell(node.label),
        kind: node.kind === "ACTOR" ? words(kindFacet, node) : cell(nodeKindWords[node.kind]),
        ...Object.fromEntries(worded.map((facet) => [facet.name, words(facet, node)])),
        levels: levelCell(threats.get(node.id), words(levelFacet, node)),
        ties:
          node.kind === "ACTIVITY"
            ? null
            : cell(String(ties.get(node.id)?.length ?? 0), ties.get(node.id)?.length ?? 0),
        sure: sure(node.confidence),
        evidence: day(node.evidenceNewest),
      },
    }));
}

/** The relations that are shown, of the kinds that the map draws. */
export function relationRows({ facts, edges }: Selection): TableRow[] {
  const labels = new Map(facts.map.nodes.map((node) => [node.id, node.label]));
  return facts.map.edges
    .filter((edge: MapEdge) => edges.has(edge.id) && edgeLooks[edge.kind])
    .map((edge) => ({
      id: edge.id,
      record: recordOfEdge(edge)!,
      name: labels.get(edge.source) ?? edge.source,
      cells: {
        name: cell(labels.get(edge.source)),
        kind: cell(relationWords[edge.kind].word),
        to: cell(labels.get(edge.target)),
        label: cell(edge.label, edge.volume ?? edge.label),
        sure: sure(edge.confidence),
        evidence: day(edge.evidenceNewest),
      },
    }));
}

const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

/** Rows by one column, what has nothing there last whichever way, equal ones by name. */
export function sorted(rows: readonly TableRow[], column: string, down: boolean): TableRow[] {
  return [...rows].sort((left, right) => {
    const a = left.cells[column]?.order;
    const b = right.cells[column]?.order;
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined) || collator.compare(left.name, right.name);
    const order = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
    return (down ? -order : order) || collator.compare(left.name, right.name);
  });
}
