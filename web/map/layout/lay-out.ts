import cytoscape from "cytoscape";
import fcose, { type FcoseOptions } from "cytoscape-fcose";
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import noverlap from "graphology-layout-noverlap";
import { spread } from "../lenses/spread.ts";
import type { Point } from "../model/scene.ts";
import { seededRandom } from "../model/seeded-random.ts";
import { inGroups } from "./in-groups.ts";
import { withNameRoom } from "./name-room.ts";
import type { LayoutTask } from "./task.ts";

cytoscape.use(fcose);

/** Up to this many nodes fcose runs in its default quality; for 2,000 it took 53 s, forceatlas2 2.6 s. */
const maxForQuality = 500;

/** Positions of all nodes; fixed ones stay. Deterministic. @param tell receives the progress, 0..1 */
export const layOut = (task: LayoutTask, tell: (share: number) => void): Map<string, Point> =>
  task.isGrouped
    ? withGroupNameRoom(inGroups(task, tell))
    : task.nodes.length <= maxForQuality
      ? inQuality(task)
      : task.groups
        ? inGroups(task, tell)
        : inBulk(task, tell);

/** Of so many nodes most have room for their names: they stand farther apart, above all across, as names are wide. */
const maxNamed = 200;
function withGroupNameRoom(places: Map<string, Point>): Map<string, Point> {
  if (places.size > maxNamed) return places;
  return new Map([...places].map(([id, { x, y }]) => [id, { x: x * 1.5, y: y * 1.1 }]));
}

function inQuality({ nodes, edges, isolates = 0 }: LayoutTask): Map<string, Point> {
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: [
      ...nodes.map(({ id, x, y }) => ({ data: { id }, position: { x, y } })),
      ...edges.map(([source, target], i) => ({ data: { id: `tie ${i}`, source, target } })),
    ],
  });
  const fixed = nodes.filter((node) => node.fixed).map(({ id, x, y }) => ({ nodeId: id, position: { x, y } }));
  const options: FcoseOptions = {
    name: "fcose",
    animate: false,
    fit: false,
    // Its spectral start takes random samples, which are seeded below; with fixed nodes it starts from the current
    // positions.
    randomize: fixed.length === 0,
    quality: "default",
    packComponents: false,
    nodeSeparation: 110,
    idealEdgeLength: 130,
    edgeElasticity: 0.3,
    nodeRepulsion: 14_000,
    gravity: 0.18,
    numIter: 2500,
    nodeDimensionsIncludeLabels: false,
    ...(fixed.length > 0 && { fixedNodeConstraint: fixed }),
  };
  seeded(() => cy.layout(options).run());
  const placed = nodes.map(({ id, size, fixed, x, y, label }) => {
    const place = fixed ? { x, y } : { ...cy.getElementById(id).position() };
    return { id, size, fixed, place, label };
  });
  cy.destroy();
  const roomy = fixed.length === 0 ? withNameRoom(placed, isolates) : null;
  if (roomy) for (const node of placed) node.place = roomy.get(node.id)!;
  // Its forces know nothing of how large a node is drawn. What is fixed comes first and keeps its place.
  placed.sort((a, b) => Number(b.fixed) - Number(a.fixed) || b.size - a.size);
  const apart = spread(placed, everywhere, padding);
  return new Map(apart.map(({ id, place }, i) => [id, placed[i]!.fixed ? placed[i]!.place : place]));
}

const everywhere = { x1: -Infinity, y1: -Infinity, x2: Infinity, y2: Infinity };
/** Minimum gap between two nodes, in world units. */
const padding = 16;

/** World units per unit of the forces: 600 to 5,000 nodes get about 70 of them between neighbours. */
const unit = 1.8;
const forces = { chunks: 15, iterations: 10 };
const untangling = { chunks: 10, iterations: 10 };
/** World units: a node with some padding. */
const diameter = 34;

function inBulk({ nodes, edges }: LayoutTask, tell: (share: number) => void): Map<string, Point> {
  const graph = new Graph({ type: "undirected" });
  for (const { id, x, y, fixed } of nodes)
    graph.addNode(id, { x: x / unit, y: y / unit, fixed, size: diameter / unit / 2 });
  for (const [a, b] of edges) if (a !== b && !graph.hasEdge(a, b)) graph.addEdge(a, b);
  const hold = () => {
    for (const { id, x, y, fixed } of nodes) if (fixed) graph.mergeNodeAttributes(id, { x: x / unit, y: y / unit });
  };
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: true, barnesHutTheta: 0.8 };
  for (let i = 0; i < forces.chunks; i++) {
    forceAtlas2.assign(graph, { iterations: forces.iterations, settings });
    hold();
    tell((0.9 * (i + 1)) / forces.chunks);
  }
  for (let i = 0; i < untangling.chunks; i++) {
    noverlap.assign(graph, { maxIterations: untangling.iterations, settings: { margin: 2, ratio: 1 } });
    hold();
    tell(0.9 + (0.1 * (i + 1)) / untangling.chunks);
  }
  return new Map(graph.mapNodes((id, { x, y }) => [id, { x: x * unit, y: y * unit }]));
}

/** fcose has no seed option: Math.random is seeded while it runs. */
function seeded(run: () => void): void {
  const chance = Math.random;
  Math.random = seededRandom(20_160_117);
  try {
    run();
  } finally {
    Math.random = chance;
  }
}
