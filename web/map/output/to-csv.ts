import { stringify } from "csv-stringify/browser/esm/sync";
import type { MapEdge, MapNode } from "../model/facts.graphql.ts";
import { edgeLooks } from "../model/kinds.ts";
import type { Selection } from "../model/selection.ts";

/**
 * CSV injection: a cell that a spreadsheet may take for a formula is prefixed by an apostrophe, and so is one that
 * begins with one. Signs in full width or small form count as their ASCII form, blanks and control characters before
 * them do not help, and a pipe or a percent sign begins a formula in some programs.
 */
const formulaStart = /^['\t\r\n]|^[\s\p{Z}\p{C}]*[=+\-\u2212@|%]/u;
const harmless = (text: string): string =>
  (formulaStart.test(text.normalize("NFKC")) ? `'${text}` : text).replaceAll("\0", "");

const cell = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? "" : typeof value === "number" ? String(value) : harmless(value);

function toCsv<Row>(rows: readonly Row[], columns: Record<string, (row: Row) => string | number | null | undefined>) {
  const table = rows.map((row) => Object.values(columns).map((value) => cell(value(row))));
  return stringify([Object.keys(columns), ...table], {
    bom: true,
    record_delimiter: "windows",
    // Separators of other locales: an unquoted cell would be split there, and its second part be a cell of its own.
    quoted_match: /[;\t]/,
  });
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
