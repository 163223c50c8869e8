import type { ActorKind } from "../../graphql/types.ts";
import { kinds } from "../kinds.ts";
import type { SceneNode } from "../scene.ts";

interface Named {
  id: string;
  kinds: readonly ActorKind[];
  name: string;
}

/** An actor as a node: coloured and shaped by its primary kind. */
export function actorNode(actor: Named, more: Partial<SceneNode>): SceneNode {
  const look = kinds[actor.kinds[0] ?? "OTHER"];
  return {
    id: actor.id,
    record: actor.id,
    label: actor.name,
    colour: look.colour,
    shape: look.shape,
    size: 22,
    confidence: 1,
    hollow: false,
    lead: false,
    priority: 0,
    ...more,
  };
}

/** Moves circles that cover one another apart, downwards, in the order given: where they stand says something. */
export function spread(nodes: SceneNode[], gap = 6): SceneNode[] {
  const placed: SceneNode[] = [];
  for (const node of nodes) {
    const place = { ...node.place! };
    for (let tries = 0; tries < 200; tries++) {
      const hit = placed.find(
        (other) => Math.hypot(other.place!.x - place.x, other.place!.y - place.y) < (other.size + node.size) / 2 + gap,
      );
      if (!hit) break;
      // A golden-angle spiral finds the nearest free spot in all directions.
      const angle = tries * 2.399963;
      const reach = 6 * Math.sqrt(tries + 1);
      place.x = node.place!.x + reach * Math.cos(angle);
      place.y = node.place!.y + reach * Math.sin(angle);
    }
    placed.push({ ...node, place });
  }
  return placed;
}

/** Nodes in rows inside a tray, for those whose place is unknown. */
export function inTray(
  nodes: SceneNode[],
  tray: { x: number; y: number; width: number },
): { nodes: SceneNode[]; height: number } {
  const columns = Math.max(1, Math.floor(tray.width / 92));
  const placed = nodes.map((node, i) => ({
    ...node,
    place: { x: tray.x + 46 + (i % columns) * 92, y: tray.y + 52 + Math.floor(i / columns) * 58 },
  }));
  return { nodes: placed, height: 44 + Math.ceil(nodes.length / columns) * 58 };
}
