import type { ActorKind } from "../../graphql/types.ts";
import { looks } from "../kinds.ts";
import type { Point, SceneNode } from "../scene.ts";

interface Named {
  id: string;
  kinds: readonly ActorKind[];
  name: string;
}

/** An actor as a node: coloured and shaped by its primary kind. */
export function actorNode(actor: Named, more: Partial<SceneNode> = {}, lineLength = 18): SceneNode {
  const look = more.look ?? actor.kinds[0] ?? "OTHER";
  return {
    id: actor.id,
    record: actor.id,
    name: actor.name,
    label: inLines(actor.name, lineLength),
    look,
    colour: looks[look].colour,
    shape: looks[look].shape,
    size: 22,
    confidence: 1,
    hollow: false,
    lead: false,
    priority: 0,
    ...more,
  };
}

/** A name in at most two lines of about `length` letters; what does not fit ends in an ellipsis. */
export function inLines(name: string, length: number): string {
  if (name.length <= length) return name;
  const words = name.split(" ");
  let first = words.shift()!;
  while (words.length > 0 && `${first} ${words[0]}`.length <= length) first += ` ${words.shift()}`;
  const lines = [first, words.join(" ")].filter((line) => line !== "");
  return lines.map((line) => (line.length > length + 2 ? `${line.slice(0, length).trimEnd()}…` : line)).join("\n");
}

/** Moves nodes that cover one another apart, in the order given, to the nearest free spot: where they stand says something. */
export function spread(nodes: readonly SceneNode[], gap = 4): SceneNode[] {
  const placed: SceneNode[] = [];
  const free = (place: Point, size: number) =>
    placed.every(
      (other) => Math.hypot(other.place!.x - place.x, other.place!.y - place.y) >= (other.size + size) / 2 + gap,
    );
  for (const node of nodes) {
    const home = node.place!;
    let place = { ...home };
    // A golden-angle spiral comes by every spot around, the nearest first.
    for (let tries = 1; tries < 400 && !free(place, node.size); tries++) {
      const angle = tries * 2.399963;
      const reach = 5 * Math.sqrt(tries);
      place = { x: home.x + reach * Math.cos(angle), y: home.y + reach * Math.sin(angle) };
    }
    placed.push({ ...node, place });
  }
  return placed;
}

const trayColumn = 104;
const trayRow = 62;

/** Nodes in rows inside a tray, for those whose place is unknown. */
export function inTray(
  nodes: readonly SceneNode[],
  tray: { x: number; y: number; width: number },
): { nodes: SceneNode[]; height: number } {
  const columns = Math.max(1, Math.floor((tray.width - 12) / trayColumn));
  const step = (tray.width - 12) / columns;
  const placed = nodes.map((node, i) => ({
    ...node,
    place: {
      x: tray.x + 6 + step * ((i % columns) + 0.5),
      y: tray.y + 48 + Math.floor(i / columns) * trayRow,
    },
  }));
  return { nodes: placed, height: 40 + Math.ceil(nodes.length / columns) * trayRow };
}
