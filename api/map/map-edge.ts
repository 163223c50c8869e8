import type { FactBase } from "../../cypher/model/document.ts";
import type { Span } from "../time/spans.ts";
import type { MapEdgeKind } from "./map-edge-kind.ts";
import type { Validity } from "./validity.ts";

export interface MapEdge extends Validity {
  id: string;
  source: string;
  target: string;
  kind: MapEdgeKind;
  label?: string;
  confidence?: number;
  /** Author of a claim; absent for our own assessment. */
  byKey?: string;
  extent?: number;
  lead?: boolean;
  volume?: number;
  /** Inferred from records about something else, such as an initiative or installations. */
  inferred: boolean;
  evidenceNewest?: string;
  units?: UnitsFrom[];
}

/** Number of units from a day on; without a day, from the earliest known time. */
export interface UnitsFrom {
  from?: string;
  units: number;
}

/** Adds an edge. `fact` is the record behind it; `more` the fields that only some kinds of edge have. */
export type AddEdge = (
  kind: MapEdgeKind,
  id: string,
  source: string,
  target: string,
  span: Span,
  fact: FactBase,
  more?: Partial<Pick<MapEdge, "label" | "byKey" | "extent" | "lead" | "volume" | "units">>,
) => void;
