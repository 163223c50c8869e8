import type { MapFacts } from "../facts.ts";
import type { Key, KeyItem, Scene, SceneEdge, SceneNode, SceneStep } from "../scene.ts";
import type { MeasureName, WidthName } from "../search-params/style-search.ts";
import { type Measure, measures, widths } from "./measures.ts";
import { type Breaks, classOf, diameterOf, largestDiameter, scaleSteps, strokeOf } from "./scales.ts";

/** Diameter of unknown values: small, grey and hollow, so that it is not taken for 0. */
const unknownSize = 14;

interface Channel {
  measure: Measure;
  breaks: Breaks;
  title: string;
  values: ReadonlyMap<string, number>;
  max: number;
}

/** Applies the measures that the URL chooses for size, colour, ring and width; the scene's keys explain them. */
export const withStyle: SceneStep = (scene, { facts }, { size, colour, ring, width }) => {
  if (!size && !colour && !ring && !width) return scene;
  const read = (name: MeasureName | undefined): Channel | null => {
    if (!name) return null;
    const measure = measures[name];
    const values = measure.values(facts);
    // Scales come from all records, so that a filter changes no size or colour.
    const max = Math.max(0, ...values.values());
    return { measure, values, max, breaks: measure.breaks(max, facts), title: titleOf(measure, facts) };
  };
  const bySize = read(size);
  const byColour = read(colour);
  const byRing = read(ring);
  // Where nodes have little room all of them are smaller, so that sizes stay comparable.
  const largest = scene.nodes.reduce((min, node) => Math.min(min, node.maxSize ?? min), largestDiameter);
  const nodes = scene.nodes.map((node): SceneNode => {
    const encoded = { ...node };
    if (bySize) {
      const value = bySize.values.get(node.record);
      encoded.size = value === undefined ? unknownSize : diameterOf(value, bySize.max, largest);
      if (value === undefined) encoded.shade = "unknown";
      else encoded.priority = node.priority >= 1000 ? node.priority : value / (bySize.max || 1);
    }
    if (byColour) encoded.shade = shadeOf(byColour, node);
    if (byRing) encoded.ring = shadeOf(byRing, node);
    return encoded;
  });
  const drawn = width ? withWidths(scene, facts, width) : null;
  const keys = [
    bySize && sizeKey(bySize, nodes, largest),
    byColour && shadeKey("Colour", byColour, nodes, "shade"),
    byRing && shadeKey("Ring", byRing, nodes, "ring"),
    drawn?.key,
  ].filter((key) => key !== null && key !== undefined && key.items.length > 0) as Key[];
  return {
    ...scene,
    nodes,
    edges: drawn?.edges ?? scene.edges,
    background: bySize ? scene.background.filter((item) => item.type !== "halo") : scene.background,
    keys: [...(scene.keys ?? []), ...keys],
  };
};

/** Name of a measure in the legend, with what a reader must know of its figures. */
function titleOf({ label, note }: Pick<Measure, "label" | "note">, facts: MapFacts): string {
  const said = note?.(facts);
  return said ? `${label.toLowerCase()} (${said})` : label.toLowerCase();
}

function shadeOf({ measure, values, breaks }: Channel, { record }: SceneNode): SceneNode["shade"] {
  const value = values.get(record);
  return value === undefined ? "unknown" : `${measure.scale}-${classOf(value, breaks)}`;
}

const unknownItem: KeyItem = { key: "unknown", label: "Unknown", sample: { type: "shade", shade: "unknown" } };

function shadeKey(
  channel: "Colour" | "Ring",
  { measure, max, breaks, title }: Channel,
  nodes: readonly SceneNode[],
  of: "shade" | "ring",
): Key {
  const present = new Set(nodes.map((node) => node[of]));
  const items = Array.from({ length: Math.min(scaleSteps, breaks.length + 1) }, (_, i): KeyItem => {
    const from = breaks[i - 1];
    const to = breaks[i];
    const label =
      from === undefined
        ? to === undefined
          ? measure.format(max)
          : `below ${measure.format(to)}`
        : to === undefined
          ? `${measure.format(from)} or more`
          : `${measure.format(from)} – ${measure.format(to)}`;
    return { key: String(i), label, sample: { type: of, shade: `${measure.scale}-${i}` } };
  }).filter((item) => present.has((item.sample as { shade: SceneNode["shade"] }).shade));
  return {
    title: `${channel}: ${title}`,
    channel: of,
    items: present.has("unknown") ? [...items, { ...unknownItem, sample: { type: of, shade: "unknown" } }] : items,
  };
}

function sizeKey({ measure, values, max, title }: Channel, nodes: readonly SceneNode[], largest: number): Key {
  const unknown = nodes.some((node) => !values.has(node.record));
  const sizes = max > 0 ? [max / 10, max / 2, max] : [];
  const items = sizes.map((value): KeyItem => {
    return {
      key: String(value),
      label: measure.format(value),
      sample: { type: "size", diameter: diameterOf(value, max, largest) },
    };
  });
  return {
    title: `Size: ${title}`,
    channel: "size",
    items: unknown ? [...items, unknownItem] : items,
  };
}

function withWidths(scene: Scene, facts: MapFacts, by: WidthName) {
  const { values: valuesOf, format } = widths[by];
  const values = valuesOf(facts);
  const max = Math.max(0, ...values.values());
  const edges = scene.edges.map((edge): SceneEdge => {
    if (edge.kind === "THREAD") return edge;
    const value = values.get(edge.id);
    return value === undefined ? { ...edge, width: 0.7, unknown: true } : { ...edge, width: strokeOf(value, max) };
  });
  const items: KeyItem[] =
    max > 0 && edges.length > 0
      ? [max / 4, max].map((value) => ({
          key: String(value),
          label: format(value),
          sample: { type: "width", width: strokeOf(value, max) },
        }))
      : [];
  if (edges.some((edge) => edge.unknown))
    items.push({ key: "unknown", label: "Unknown", sample: { type: "width", width: 0.7 } });
  const key: Key = { title: `Width: ${titleOf(widths[by], facts)}`, channel: "width", items };
  return { edges, key };
}
