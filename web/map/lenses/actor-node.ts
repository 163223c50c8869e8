import type { ActorKind } from "../../graphql/types.ts";
import { looks } from "../model/kinds.ts";
import type { Form, SceneNode } from "../model/scene.ts";

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

const unplacedColumn = 104;
const unplacedRow = 70;
/** Of the unplaced area's title. */
const unplacedHead = 34;
/** Of more nodes in a unplaced area none has room for its name: the reader zooms in. */
const maxNamed = 150;

/** Nodes in rows inside a unplaced area, for those whose place is unknown; `reach`: how far a node's halo goes from its middle. */
export function inUnplacedArea(
  nodes: readonly SceneNode[],
  unplacedArea: { x: number; y: number; width: number },
  form: Form,
  reach = 0,
): { nodes: SceneNode[]; height: number } {
  const room = unplacedArea.width - 12;
  const isCrowded = nodes.length > maxNamed;
  const least = isCrowded
    ? Math.sqrt((room * unplacedRow * 4) / nodes.length)
    : Math.max(unplacedColumn, 2 * reach + 6);
  const columns = Math.max(1, Math.floor(room / least));
  const width = room / columns;
  // A tall drawing is seen from afar: names have room there once it is looked at more closely.
  const roomy = form === "wide" ? Math.max(unplacedRow, 2 * reach + 32) : Math.max(44, 2 * reach + 10);
  const height = isCrowded ? width : roomy;
  const above = isCrowded ? height / 2 : Math.max(12, reach);
  const placed = nodes.map((node, i) => {
    const x1 = unplacedArea.x + 6 + width * (i % columns);
    const y1 = unplacedArea.y + unplacedHead + Math.floor(i / columns) * height;
    return {
      ...node,
      size: isCrowded ? Math.min(node.size, height * 0.7) : node.size,
      place: { x: x1 + width / 2, y: y1 + above },
      within: { x1, y1, x2: x1 + width, y2: y1 + height },
    };
  });
  return { nodes: placed, height: unplacedHead + 4 + Math.ceil(nodes.length / columns) * height };
}
