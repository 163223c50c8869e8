import type { Form, SceneNode } from "../model/scene.ts";

const unplacedColumn = 104;
const unplacedRow = 70;
/** Of its title. */
const unplacedHead = 34;
/** With more nodes than this in an unplaced area, names are hidden until the reader zooms in. */
const maxNamed = 66;

/**
 * Unplaced area: nodes in rows, for actors whose place is unknown; `reach`: extent of a node's halo from its centre.
 */
export function inUnplacedArea(
  nodes: readonly SceneNode[],
  unplacedArea: { x: number; y: number; width: number },
  form: Form,
  reach = 0,
): { nodes: SceneNode[]; height: number } {
  const room = unplacedArea.width - 12;
  const isCrowded = nodes.length > maxNamed;
  const min = isCrowded ? Math.sqrt((room * unplacedRow * 4) / nodes.length) : Math.max(unplacedColumn, 2 * reach + 6);
  const columns = Math.max(1, Math.floor(room / min));
  const width = room / columns;
  // A portrait drawing is seen zoomed out: names have room once it is zoomed in.
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
