import { type CsvCell, csvOf } from "../../shared/csv.ts";
import type { MapEdge, MapNode } from "../model/facts.graphql.ts";
import { edgeLooks } from "../model/kinds.ts";
import type { Selection } from "../model/selection.ts";

function toCsv<Row>(rows: readonly Row[], columns: Record<string, (row: Row) => CsvCell>): string {
  return csvOf([Object.keys(columns), ...rows.map((row) => Object.values(columns).map((value) => value(row)))]);
}

/**
 * Shown records of the table, without those of a compared date only, with the day's measures; an empty cell is unknown.
 */
export function recordsCsv({ facts, nodes }: Selection): string {
  const positions = new Map(facts.positions.map((position) => [position.actor.id, position]));
  const threats = new Map(facts.threats.map((row) => [row.rival.id, row]));
  const boundaries = new Map(facts.boundaries.map((boundary) => [boundary.activity.id, boundary]));
  const ghosts = facts.compared?.ghostIds;
  return toCsv(
    facts.map.nodes.filter((node) => nodes.has(node.id) && !ghosts?.has(node.id) && node.kind !== "OFFERING"),
    {
      key: (node: MapNode) => node.key,
      name: (node) => node.label,
      record: (node) => node.kind,
      kinds: (node) => node.actorKinds?.join("; "),
      validFrom: (node) => node.validFrom,
      validTo: (node) => node.validTo,
      confidence: (node) => node.confidence,
      servitization: (node) => positions.get(node.id)?.servitization,
      breadth: (node) => positions.get(node.id)?.breadth,
      perceptionGap: (node) => positions.get(node.id)?.perceptionGap,
      threat: (node) => threats.get(node.id)?.threat,
      threatLow: (node) => threats.get(node.id)?.low,
      threatHigh: (node) => threats.get(node.id)?.high,
      threatLevel: (node) => threats.get(node.id)?.level,
      threatLevelAtMost: (node) => threats.get(node.id)?.levelAtMost,
      competitorType: (node) => threats.get(node.id)?.type,
      boundary: (node) => boundaries.get(node.id)?.status,
    },
  );
}

/** Shown relations, of the kinds that the map draws. */
export function relationsCsv({ facts, edges }: Selection): string {
  const names = new Map(facts.map.nodes.map((node) => [node.id, node]));
  return toCsv(
    facts.map.edges.filter(({ id, kind }) => edges.has(id) && !facts.compared?.ghostIds.has(id) && edgeLooks[kind]),
    {
      from: (edge: MapEdge) => names.get(edge.source)?.key,
      fromName: (edge) => names.get(edge.source)?.label,
      relation: (edge) => edge.kind,
      to: (edge) => names.get(edge.target)?.key,
      toName: (edge) => names.get(edge.target)?.label,
      label: (edge) => edge.label,
      validFrom: (edge) => edge.validFrom,
      validTo: (edge) => edge.validTo,
      confidence: (edge) => edge.confidence,
    },
  );
}
