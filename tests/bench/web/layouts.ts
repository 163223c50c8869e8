import { withClusters } from "../../../web/map/canvas/level-of-detail/with-clusters.ts";
import { layOut } from "../../../web/map/layout/lay-out.ts";
import { planNetwork } from "../../../web/map/layout/plan-network.ts";
import { network } from "../../../web/map/lenses/network/lens.ts";
import type { MapFacts } from "../../../web/map/model/facts.ts";
import { selectionOf } from "../../../web/map/model/pipeline.ts";
import type { Point } from "../../../web/map/model/scene.ts";
import type { Drawing } from "./others.page.ts";

/** The places that the page's worker finds for a map, and how long it takes, in milliseconds. */
export function laidOut(map: MapFacts["map"], grouped = true) {
  const selection = selectionOf({ map, positions: [], boundaries: [], threats: [] }, {});
  const plain = network.places(selection);
  const scene = grouped ? withClusters(plain, selection, {}, "wide") : plain;
  const { task, shown } = planNetwork(scene, new Map(), new Map());
  if (!task) throw new Error("There is nothing to lay out.");
  const begun = performance.now();
  const found = layOut(task, () => {});
  const millis = performance.now() - begun;
  return { scene, places: new Map([...shown, ...found]) as Map<string, Point>, millis, count: task.nodes.length };
}

/** The part of a map between its first so many nodes. */
export function partOf({ nodes, edges }: MapFacts["map"], count: number): MapFacts["map"] {
  const kept = nodes.filter(({ kind }) => kind === "ACTOR" || kind === "STANDARD").slice(0, count);
  const ids = new Set(kept.map(({ id }) => id));
  return { nodes: kept, edges: edges.filter(({ source, target }) => ids.has(source) && ids.has(target)) };
}

/** What the map of all records looks like, for libraries that are given places. */
export function drawingOf({ scene, places }: ReturnType<typeof laidOut>): Drawing {
  return {
    nodes: scene.nodes.map(({ id, size, colour, name }) => ({ id, size, colour, label: name, ...places.get(id)! })),
    edges: scene.edges.map(({ id, source, target }) => ({ id, source, target })),
  };
}
