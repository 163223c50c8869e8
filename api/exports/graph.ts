import type { ActorRecord, AnyRecord, EcosystemDocument, RelationRecord } from "../../cypher/model/document.ts";
import type { Held } from "./losses.ts";
import { columnsOf, type RecordColumn } from "./tables.ts";

/** An attribute of nodes or edges, with its value for each; null where there is none. */
export type GraphAttribute = RecordColumn;

/** Actors and their relations as a graph, the common content of the formats of graph programs. */
export interface ActorGraph {
  nodes: readonly ActorRecord[];
  edges: readonly RelationRecord[];
  /** Attributes of nodes besides key and name. */
  nodeAttributes: GraphAttribute[];
  /** Attributes of edges besides their ends. */
  edgeAttributes: GraphAttribute[];
  /** Where actors have been placed in the Network lens, y downwards. */
  positions: ReadonlyMap<string, { x: number; y: number }>;
}

/** What a graph holds of a document. */
export const heldByGraph: Held = { actors: [], relations: [], evidence: [], layout: [] };

export function actorGraphOf(document: EcosystemDocument, join?: (entries: readonly string[]) => string): ActorGraph {
  const nodes = document.actors ?? [];
  const edges = document.relations ?? [];
  const titles = new Map((document.evidence ?? []).map(({ key, title }) => [key, title]));
  // Evidence by title: a reader of the graph has no list of sources to look keys up in.
  const withTitles = <R extends { evidence?: string[] | undefined }>(record: R): R =>
    record.evidence ? { ...record, evidence: record.evidence.map((key) => titles.get(key) ?? key) } : record;
  const options = join ? { join } : {};
  const without = (columns: RecordColumn[], names: readonly string[]) =>
    columns.filter(({ name }) => !names.includes(name));
  return {
    nodes,
    edges,
    nodeAttributes: without(columnsOf("actors", nodes.map(withTitles) as AnyRecord[], options), ["key", "name"]),
    edgeAttributes: without(columnsOf("relations", edges.map(withTitles) as AnyRecord[], options), ["from", "to"]),
    positions: positionsOf(document),
  };
}

const positionsOf = ({ layout = [] }: EcosystemDocument): ActorGraph["positions"] =>
  new Map(
    layout
      .filter(({ lens, view, kind }) => lens === "NETWORK" && view === undefined && kind === "ACTOR")
      .map(({ key, x, y }) => [key, { x, y }]),
  );

const types: Readonly<Record<string, string>> = { number: "double", integer: "long", boolean: "boolean" };

/** Type of an attribute, by the names that formats of graphs have for types. */
export const attributeType = ({ field }: GraphAttribute): string =>
  field.isList ? "string" : (types[field.type] ?? "string");

/** Values of a node or edge, with the place of each one's attribute; none where an attribute is empty. */
export const filledAt = (
  attributes: readonly GraphAttribute[],
  at: number,
): { column: number; value: string | number | boolean }[] =>
  attributes.flatMap(({ cells }, column) => {
    const value = cells[at] ?? null;
    return value === null ? [] : [{ column, value }];
  });

/** What a graph cannot hold of its own kinds: in sentences. */
export function graphLosses(document: EcosystemDocument, hasPositions: boolean): string[] {
  const positions = positionsOf(document);
  const pins = document.layout?.length ?? 0;
  const other = hasPositions ? pins - positions.size : pins;
  return [
    ...((document.evidence?.length ?? 0) > 0 ? ["Of evidence only the titles are in the file."] : []),
    ...(other > 0
      ? [
          hasPositions
            ? `Left out: ${other.toLocaleString("en")} positions of other lenses, views and records.`
            : "Positions on the map are left out.",
        ]
      : []),
    ...(hasPositions && positions.size < (document.actors?.length ?? 0)
      ? ["Only actors that were placed by hand in the Network lens have a position."]
      : []),
  ];
}
