import type { ActorKind } from "../../graphql/types.ts";
import { looks } from "../kinds.ts";
import type { Box } from "../labels.ts";
import type { Form, Point, SceneNode } from "../scene.ts";

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

/**
 * Moves nodes that cover one another apart, in the order given, to the nearest free spot within the frame: where they
 * stand says something, and beyond an axis it would say what is not so.
 */
export function spread(nodes: readonly SceneNode[], frame: Box, gap = 4): SceneNode[] {
  const placed: SceneNode[] = [];
  const isFree = ({ x, y }: Point, size: number) =>
    placed.every((other) => Math.hypot(other.place!.x - x, other.place!.y - y) >= (other.size + size) / 2 + gap);
  const isWithin = ({ x, y }: Point, half: number) =>
    x - half >= frame.x1 && x + half <= frame.x2 && y - half >= frame.y1 && y + half <= frame.y2;
  for (const node of nodes) {
    const home = node.place!;
    let place = { ...home };
    // A golden-angle spiral comes by every spot around, the nearest first.
    for (let tries = 1; tries < 900 && !isFree(place, node.size); tries++) {
      const angle = tries * 2.399963;
      const reach = 4 * Math.sqrt(tries);
      const spot = { x: home.x + reach * Math.cos(angle), y: home.y + reach * Math.sin(angle) };
      if (isWithin(spot, node.size / 2)) place = spot;
    }
    placed.push({ ...node, place });
  }
  return placed;
}

const trayColumn = 104;
const trayRow = 70;
/** Of the tray's title. */
const trayHead = 34;

/** Nodes in rows inside a tray, for those whose place is unknown; `reach`: how far a node's halo goes from its middle. */
export function inTray(
  nodes: readonly SceneNode[],
  tray: { x: number; y: number; width: number },
  form: Form,
  reach = 0,
): { nodes: SceneNode[]; height: number } {
  const columns = Math.max(1, Math.floor((tray.width - 12) / Math.max(trayColumn, 2 * reach + 6)));
  const width = (tray.width - 12) / columns;
  const above = Math.max(12, reach);
  // A tall drawing is seen from afar: names have room there once it is looked at more closely.
  const height = form === "wide" ? Math.max(trayRow, 2 * reach + 32) : Math.max(44, 2 * reach + 10);
  const placed = nodes.map((node, i) => {
    const x1 = tray.x + 6 + width * (i % columns);
    const y1 = tray.y + trayHead + Math.floor(i / columns) * height;
    return {
      ...node,
      place: { x: x1 + width / 2, y: y1 + above },
      within: { x1, y1, x2: x1 + width, y2: y1 + height },
    };
  });
  return { nodes: placed, height: trayHead + 4 + Math.ceil(nodes.length / columns) * height };
}
