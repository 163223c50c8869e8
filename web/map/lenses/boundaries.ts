import type { Boundary, BoundaryStatus, Layer } from "../../graphql/types.ts";
import type { Form, Lens, MapFacts, Mark, SceneEdge, SceneNode } from "../scene.ts";
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
export const statusWords: Record<BoundaryStatus, string> = {
  AGREED: "agreed",
  SHARED: "shared",
  CONTESTED: "contested",
  DISPUTED: "disputed",
  UNCLAIMED: "unclaimed",
  UNKNOWN: "unknown",
};

const gap = 12;
const head = 46;
const cell: Record<Form, { width: number; height: number; ratio: number }> = {
  wide: { width: 92, height: 66, ratio: 1.55 },
  tall: { width: 84, height: 64, ratio: 0.62 },
};
const lineLength = 13;

interface Territory {
  boundary: Boundary;
  parts: SceneNode[];
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * One territory per activity, its area by importance; in it a token for each actor said to have a part in it.
 * A band's height follows the sum of importance in it and a territory's width its share of the band, so that equal
 * importance is equal area everywhere.
 */
export const boundaries: Lens = ({ facts, nodes: shown }, form = "wide") => {
  const visible = facts.boundaries.filter(({ activity }) => shown.has(activity.id));
  const entries = visible.map((boundary) => ({ boundary, parts: partsOf(boundary, facts) }));
  const bands = layers
    .map(([layer, name]) => ({ name, entries: entries.filter(({ boundary }) => boundary.activity.layer === layer) }))
    .filter((band) => band.entries.length > 0);
  const wide = layOut(bands, "wide");
  const drawn = form === "wide" ? wide : layOut(bands, form);

  const marks: Mark[] = [];
  const tokens = new Map<string, SceneNode[]>();
  for (const band of drawn.bands) {
    const { y, height } = band.territories[0]!;
    marks.push({
      type: "text",
      x: -16,
      y: y + height / 2,
      text: band.name,
      align: form === "wide" ? "right" : "center",
      strong: true,
      turned: form === "tall",
    });
    for (const territory of band.territories) {
      const { boundary, parts, x, width } = territory;
      marks.push({
        type: "territory",
        x,
        y,
        width,
        height,
        record: boundary.activity.id,
        status: boundary.status,
        looks: boundary.leads.map((actor) => actor.kinds[0] ?? "OTHER"),
        name: boundary.activity.name,
        state: statusWords[boundary.status],
      });
      for (const token of inRows(territory, parts, form)) {
        const list = tokens.get(token.record);
        if (list) list.push(token);
        else tokens.set(token.record, [token]);
      }
    }
  }
  const stretch = { x: drawn.width / wide.width, y: drawn.height / wide.height };
  return { ...threaded(tokens, shown), marks, stretch, anchors: ["bottom"] };
};

/** Areas in proportion to importance, as large as the fullest territory needs. */
function layOut(bands: readonly { name: string; entries: { boundary: Boundary; parts: SceneNode[] }[] }[], form: Form) {
  const { ratio } = cell[form];
  const importanceOf = (band: (typeof bands)[number]) =>
    band.entries.reduce((sum, { boundary }) => sum + boundary.activity.importance, 0);
  const sum = bands.reduce((total, band) => total + importanceOf(band), 0);
  const place = (scale: number) => {
    const width = Math.sqrt(sum * scale * ratio);
    let y = 0;
    const placed = bands.map((band) => {
      const importance = importanceOf(band);
      const height = (importance * scale) / width;
      let x = 0;
      const room = width - gap * (band.entries.length - 1);
      const territories = band.entries.map(({ boundary, parts }): Territory => {
        const share = (room * boundary.activity.importance) / importance;
        const territory = { boundary, parts, x, y, width: share, height };
        x += share + gap;
        return territory;
      });
      y += height + gap;
      return { name: band.name, territories };
    });
    return { width, height: Math.max(1, y - gap), bands: placed };
  };
  let scale = 9_000;
  // Grows until every token finds room; a few steps, since each adds a twelfth.
  for (let tries = 0; tries < 60; tries++, scale *= 1.08) {
    const fits = place(scale).bands.every((band) =>
      band.territories.every((territory) => territory.parts.length <= capacity(territory, form)),
    );
    if (fits) break;
  }
  return place(scale);
}

const columnsOf = (territory: Territory, form: Form) =>
  Math.max(1, Math.floor((territory.width - 8) / cell[form].width));
const rowsOf = (territory: Territory, form: Form) =>
  Math.max(0, Math.floor((territory.height - head) / cell[form].height));
const capacity = (territory: Territory, form: Form) => columnsOf(territory, form) * rowsOf(territory, form);

/** Tokens in even rows beneath the territory's name, the leaders first. */
function inRows(territory: Territory, parts: readonly SceneNode[], form: Form): SceneNode[] {
  const most = columnsOf(territory, form);
  const rows = Math.max(1, Math.ceil(parts.length / most));
  const columns = Math.ceil(parts.length / rows);
  const step = Math.min(cell[form].height * 1.25, (territory.height - head) / rows);
  return parts.map((part, i) => {
    const row = Math.floor(i / columns);
    const inRow = Math.min(columns, parts.length - row * columns);
    return {
      ...part,
      place: {
        x: territory.x + (territory.width * ((i % columns) + 0.5)) / inRow,
        y: territory.y + head + step * row + 16,
      },
    };
  });
}

function partsOf(boundary: Boundary, { positions }: MapFacts): SceneNode[] {
  return positions
    .flatMap((position) => {
      const part = position.extents.find((extent) => extent.activity.key === boundary.activity.key);
      if (!part || part.extent === 0) return [];
      const lead = boundary.leads.some((actor) => actor.id === position.actor.id);
      return [
        actorNode(
          position.actor,
          {
            id: `${position.actor.id}@${boundary.activity.key}`,
            size: 12 + 22 * Math.sqrt(part.extent),
            lead,
            hollow: part.own === null,
            priority: part.extent + (lead ? 1 : 0),
          },
          lineLength,
        ),
      ];
    })
    .sort((a, b) => b.priority - a.priority);
}

/** The largest token is the actor's home and bears its id; the others hang on it by a thread, seen on hover. */
function threaded(
  tokens: Map<string, SceneNode[]>,
  shown: ReadonlySet<string>,
): { nodes: SceneNode[]; edges: SceneEdge[] } {
  const nodes: SceneNode[] = [];
  const edges: SceneEdge[] = [];
  for (const [actor, list] of tokens) {
    if (!shown.has(actor)) continue;
    const [home, ...others] = [...list].sort((a, b) => b.size - a.size);
    nodes.push({ ...home!, id: actor }, ...others);
    for (const token of others)
      edges.push({ id: `thread:${token.id}`, source: actor, target: token.id, kind: "THREAD", confidence: 1 });
  }
  return { nodes, edges };
}
