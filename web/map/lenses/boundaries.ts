import type { Boundary, BoundaryStatus, Layer } from "../../graphql/types.ts";
import { kinds } from "../kinds.ts";
import type { Lens, Mark, SceneEdge, SceneNode } from "../scene.ts";
import { actorNode } from "./actor-node.ts";

/** Bands from top to bottom: the value chain, the customer's own process first. */
const layers: readonly [Layer, string][] = [
  ["OPERATION", "Operation"],
  ["SERVICE", "Service"],
  ["ANALYTICS", "Analytics"],
  ["PLATFORM", "Platform"],
  ["CONNECTIVITY", "Connectivity"],
  ["EQUIPMENT", "Equipment"],
];
const words: Record<BoundaryStatus, string> = {
  UNKNOWN: "unknown",
  UNCLAIMED: "unclaimed",
  CONTESTED: "contested",
  DISPUTED: "disputed",
  SHARED: "shared",
  AGREED: "agreed",
};
const width = 1800;
const gap = 14;
const rowHeight = 74;

/** One territory per activity, wide by importance; a token for each actor said to have a part in it. */
export const boundaries: Lens = (facts, visible) => {
  const marks: Mark[] = [];
  const tokens = new Map<string, SceneNode[]>();
  let top = 0;
  for (const [layer, name] of layers) {
    const here = facts.boundaries.filter((boundary) => boundary.activity.layer === layer);
    if (here.length === 0) continue;
    const sum = here.reduce((total, boundary) => total + boundary.activity.importance, 0);
    const placed = here.map((boundary) => ({ boundary, parts: partsOf(boundary, facts, visible) }));
    let x = 0;
    const bands = placed.map((entry) => {
      const share = ((width - gap * (here.length - 1)) * entry.boundary.activity.importance) / sum;
      const columns = Math.max(1, Math.floor((share - 24) / 104));
      const band = { ...entry, x, share, columns, rows: Math.max(1, Math.ceil(entry.parts.length / columns)) };
      x += share + gap;
      return band;
    });
    const height = 44 + rowHeight * Math.max(...bands.map((band) => band.rows));
    marks.push({ type: "text", x: -18, y: top + height / 2, text: name, align: "right", strong: true });
    for (const { boundary, parts, x: left, share, columns } of bands) {
      const leads = boundary.leads.map((actor) => kinds[actor.kinds[0] ?? "OTHER"].colour);
      const label = `${boundary.activity.name} · ${words[boundary.status]}`;
      marks.push({
        type: "territory",
        x: left,
        y: top,
        width: share,
        height,
        status: boundary.status,
        colours: leads,
        label,
      });
      parts.forEach((part, i) => {
        const inRow = Math.min(columns, parts.length - Math.floor(i / columns) * columns);
        const place = {
          x: left + (share * ((i % columns) + 1)) / (inRow + 1),
          y: top + 62 + Math.floor(i / columns) * rowHeight,
        };
        const list = tokens.get(part.record);
        const token = { ...part, place };
        if (list) list.push(token);
        else tokens.set(part.record, [token]);
      });
    }
    top += height + gap;
  }
  return { ...threaded(tokens), marks };
};

function partsOf(boundary: Boundary, { positions }: Parameters<Lens>[0], visible: ReadonlySet<string>): SceneNode[] {
  return positions
    .filter((position) => position.actor.kinds.some((kind) => visible.has(kind)))
    .flatMap((position) => {
      const part = position.extents.find((extent) => extent.activity.key === boundary.activity.key);
      if (!part || part.extent === 0) return [];
      const id = `${position.actor.id}@${boundary.activity.key}`;
      const lead = boundary.leads.some((actor) => actor.id === position.actor.id);
      const size = 16 + 22 * Math.sqrt(part.extent);
      return [
        actorNode(position.actor, {
          id,
          size,
          lead,
          hollow: part.own === null,
          priority: part.extent + (lead ? 1 : 0),
        }),
      ];
    })
    .sort((a, b) => b.priority - a.priority);
}

/** The largest token is the actor's home and bears its id; the others hang on it by a thread, seen on hover. */
function threaded(tokens: Map<string, SceneNode[]>): { nodes: SceneNode[]; edges: SceneEdge[] } {
  const nodes: SceneNode[] = [];
  const edges: SceneEdge[] = [];
  for (const [actor, list] of tokens) {
    const [home, ...others] = [...list].sort((a, b) => b.priority - a.priority);
    nodes.push({ ...home!, id: actor }, ...others);
    for (const token of others)
      edges.push({
        id: `thread:${token.id}`,
        source: actor,
        target: token.id,
        style: "solid",
        arrow: false,
        confidence: 0.35,
      });
  }
  return { nodes, edges };
}
