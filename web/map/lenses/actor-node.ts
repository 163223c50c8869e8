import type { ActorKind } from "../../graphql/types.ts";
import { looks } from "../kinds.ts";
import type { SceneNode } from "../scene.ts";

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

const trayColumn = 104;
const trayRow = 62;
/** Of more nodes in a tray none has room for its name: the reader zooms in. */
const mostNamed = 150;

/** Nodes in rows inside a tray, for those whose place is unknown. */
export function inTray(
  nodes: readonly SceneNode[],
  tray: { x: number; y: number; width: number },
): { nodes: SceneNode[]; height: number } {
  const isCrowded = nodes.length > mostNamed;
  const room = tray.width - 12;
  const row = isCrowded ? Math.sqrt((room * trayRow * 10) / nodes.length) : trayRow;
  const columns = Math.max(1, Math.floor(room / (isCrowded ? row : trayColumn)));
  const step = room / columns;
  const placed = nodes.map((node, i) => ({
    ...node,
    size: isCrowded ? Math.min(node.size, row * 0.7) : node.size,
    place: {
      x: tray.x + 6 + step * ((i % columns) + 0.5),
      y: tray.y + 48 + Math.floor(i / columns) * row,
    },
  }));
  return { nodes: placed, height: 40 + Math.ceil(nodes.length / columns) * row };
}
