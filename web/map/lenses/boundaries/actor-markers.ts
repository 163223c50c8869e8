import type { Boundary } from "../../model/facts.graphql.ts";
import type { MapFacts } from "../../model/facts.ts";
import type { SceneEdge, SceneNode } from "../../model/scene.ts";
import { actorNode, shorterForms } from "../actor-node.ts";

const lineLength = 13;
/** Diameter of an actor marker of the largest extent; slots have room for it. */
export const largestActorMarker = 32;

/**
 * An actor marker for each actor with a claimed part in the activity, the leaders first. `sure` is the confidence of a
 * claim, by its id.
 */
export function actorMarkersOf(
  boundary: Boundary,
  { positions }: MapFacts,
  sure: ReadonlyMap<string, number>,
): SceneNode[] {
  return positions
    .flatMap((position) => {
      const part = position.extents.find((extent) => extent.activity.key === boundary.activity.key);
      if (!part || part.extent === null || part.extent === 0) return [];
      const lead = boundary.leads.some((actor) => actor.id === position.actor.id);
      const claims = boundary.claims.filter((claim) => claim.about.id === position.actor.id);
      return [
        actorNode(
          position.actor,
          {
            id: `${position.actor.id}@${boundary.activity.key}`,
            size: 11 + (largestActorMarker - 11) * Math.sqrt(part.extent),
            lead,
            voice: part.voice,
            maxSize: largestActorMarker,
            // A part that offerings alone tell of has no claim, and no confidence is known of it.
            confidence: claims.length === 0 ? 1 : Math.max(...claims.map((claim) => sure.get(claim.id) ?? 1)),
            priority: part.extent + (lead ? 1 : 0),
            ...shorterForms(position.actor.name, lineLength - 4),
          },
          lineLength,
        ),
      ];
    })
    .sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
}

/**
 * The largest actor marker is the primary one and has the actor's id; the others are connected to it by a thread on
 * hover.
 */
export function withThreads(
  actorMarkers: ReadonlyMap<string, readonly SceneNode[]>,
  shown: ReadonlySet<string>,
): { nodes: SceneNode[]; edges: SceneEdge[] } {
  const nodes: SceneNode[] = [];
  const edges: SceneEdge[] = [];
  for (const [actor, list] of actorMarkers) {
    if (!shown.has(actor)) continue;
    const [home, ...others] = [...list].sort((a, b) => b.size - a.size);
    nodes.push({ ...home!, id: actor }, ...others);
    for (const actorMarker of others)
      edges.push({
        id: `thread:${actorMarker.id}`,
        source: actor,
        target: actorMarker.id,
        kind: "THREAD",
        confidence: 1,
      });
  }
  return { nodes, edges };
}
