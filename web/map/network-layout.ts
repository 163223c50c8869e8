import type { Core } from "cytoscape";
import type { Point } from "./scene.ts";

/** Up to so many nodes fcose runs in its default quality; above it (it took 53 s for 2,000) only its fast draft. */
const mostForQuality = 500;
const isolateStep = 118;

/**
 * Lays out the nodes that have no place yet; the others stay where they are, whatever a filter, a date or an import
 * changed. The same graph gives the same picture each time.
 */
export function layOutNetwork(cy: Core, places: Map<string, Point>, pinned: ReadonlyMap<string, Point>): void {
  for (const [id, place] of pinned) places.set(id, place);
  const related = cy.nodes().filter((node) => node.degree(false) > 0);
  const fresh = related.filter((node) => !places.has(node.id()));
  if (fresh.nonempty()) {
    const before = new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
    const fixed = related
      .filter((node) => places.has(node.id()))
      .map((node) => ({ nodeId: node.id(), position: places.get(node.id())! }));
    // New nodes start beside those they are related to.
    cy.batch(() => {
      related.forEach((node, i) => {
        const near = node.neighborhood("node").map((other) => places.get(other.id()));
        const known = near.filter((place) => place !== undefined);
        node.position(places.get(node.id()) ?? startOf(i, known));
      });
    });
    const options = {
      name: "fcose",
      animate: false,
      fit: false,
      // Its spectral start takes random samples, which are seeded below; with some fixed it starts from where they stand.
      randomize: fixed.length === 0,
      quality: related.length <= mostForQuality ? "default" : "draft",
      packComponents: false,
      nodeSeparation: 110,
      idealEdgeLength: 130,
      edgeElasticity: 0.3,
      nodeRepulsion: 14_000,
      gravity: 0.18,
      numIter: 2500,
      nodeDimensionsIncludeLabels: false,
      fixedNodeConstraint: fixed.length > 0 ? fixed : undefined,
    };
    seeded(() =>
      related
        .union(related.connectedEdges())
        .layout(options as never)
        .run(),
    );
    cy.batch(() => {
      related.forEach((node) => {
        if (!places.has(node.id())) places.set(node.id(), { ...node.position() });
      });
      cy.nodes().forEach((node) => void node.position(before.get(node.id())!));
    });
  }
  parkIsolates(cy, places);
}

function startOf(i: number, known: readonly Point[]): Point {
  const angle = i * 2.399963;
  if (known.length === 0) return { x: 60 * Math.sqrt(i) * Math.cos(angle), y: 60 * Math.sqrt(i) * Math.sin(angle) };
  const x = known.reduce((sum, place) => sum + place.x, 0) / known.length;
  const y = known.reduce((sum, place) => sum + place.y, 0) / known.length;
  return { x: x + 70 * Math.cos(angle), y: y + 70 * Math.sin(angle) };
}

/** Those without a relation stand in rows beneath the others, rather than drift about. */
function parkIsolates(cy: Core, places: Map<string, Point>): void {
  const alone = cy.nodes().filter((node) => node.degree(false) === 0 && !places.has(node.id()));
  if (alone.empty()) return;
  const others = [...places.values()];
  const columns = Math.max(4, Math.min(10, Math.ceil(Math.sqrt(alone.length * 4))));
  const bottom = others.length > 0 ? Math.max(...others.map((place) => place.y)) + 120 : 0;
  const middle =
    others.length > 0 ? (Math.min(...others.map((p) => p.x)) + Math.max(...others.map((p) => p.x))) / 2 : 0;
  const inRow = Math.min(columns, alone.length);
  alone.forEach((node, i) => {
    places.set(node.id(), {
      x: middle + ((i % columns) - (inRow - 1) / 2) * isolateStep,
      y: bottom + Math.floor(i / columns) * 76,
    });
  });
}

/** fcose knows no seed of its own: while it runs, chance is the same row of numbers (mulberry32). */
function seeded(run: () => void): void {
  const chance = Math.random;
  let state = 20_160_117;
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  try {
    run();
  } finally {
    Math.random = chance;
  }
}
