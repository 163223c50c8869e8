import { claimEdge } from "../lenses/boundaries/claim-edges.ts";
import { boundaries as lens } from "../lenses/boundaries/lens.ts";
import type { Boundary, Position } from "../model/facts.graphql.ts";
import type { MapFacts } from "../model/facts.ts";
import type { Form, Scene } from "../model/scene.ts";

interface Read {
  positions: readonly Position[];
  boundaries: readonly (Boundary & { confidences: readonly { id: string; confidence: number | null }[] })[];
}

/** Scene of the Boundaries lens where no more than positions and boundaries are read. */
export function boundariesScene({ positions, boundaries }: Read, form: Form): Scene {
  const edges = boundaries.flatMap(({ claims, confidences }) => {
    const byId = new Map(confidences.map(({ id, confidence }) => [id, confidence]));
    return claims.map((claim) => claimEdge(claim, byId.get(claim.id) ?? null));
  });
  const facts: MapFacts = { map: { nodes: [], edges }, positions, boundaries, threats: [] };
  const nodes = new Set([...boundaries.map(({ activity }) => activity.id), ...positions.map(({ actor }) => actor.id)]);
  return lens.places({ facts, nodes, edges: new Set() }, form);
}
