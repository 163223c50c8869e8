import { expect, test } from "vitest";
import { isCluster, maxInFull } from "../../../web/map/canvas/level-of-detail/cluster.ts";
import { clusteredSceneOf, drawnSceneOf } from "../../../web/map/canvas/level-of-detail/drawn-scene.ts";
import { expandedClusters } from "../../../web/map/canvas/level-of-detail/expanded-clusters.ts";
import { withClusters } from "../../../web/map/canvas/level-of-detail/with-clusters.ts";
import { discPlaces } from "../../../web/map/layout/discs.ts";
import { layOut } from "../../../web/map/layout/lay-out.ts";
import { planNetwork } from "../../../web/map/layout/plan-network.ts";
import { network } from "../../../web/map/lenses/network/lens.ts";
import { positions } from "../../../web/map/lenses/positions/lens.ts";
import type { MapFacts } from "../../../web/map/model/facts.ts";
import { selectionOf } from "../../../web/map/model/pipeline.ts";
import type { Point } from "../../../web/map/model/scene.ts";
import { actor, edge, position } from "./support.ts";

const clubs = 12;
const size = 130;
const idOf = (club: number, i: number) => `c${club}-${i % size}`;

/** Clubs whose members deal with each other, a few deals between one club and the next, and some who deal with nobody. */
function manyClubs(): MapFacts {
  const nodes = Array.from({ length: clubs * size }, (_, n) =>
    actor(idOf(Math.floor(n / size), n), [n % 3 === 0 ? "CUSTOMER" : "MANUFACTURER"]),
  );
  const loners = Array.from({ length: 9 }, (_, n) => actor(`loner${n}`));
  const edges = nodes.flatMap((_, n) => {
    const club = Math.floor(n / size);
    const own = idOf(club, n);
    const ties = [edge(own, "SUPPLIES", idOf(club, n + 1)), edge(own, "PARTNERS_WITH", idOf(club, n * 7 + 3))];
    return n % 26 === 0 ? [...ties, edge(own, "OWNS", idOf((club + 1) % clubs, n))] : ties;
  });
  return {
    map: { nodes: [...nodes, ...loners], edges: edges.filter(({ source, target }) => source !== target) },
    positions: [],
    boundaries: [],
    threats: [],
  };
}

function large() {
  const selection = selectionOf(manyClubs(), {});
  const scene = withClusters(network.places(selection), selection, {}, "wide");
  const { shown, task } = planNetwork(scene, new Map(), new Map());
  return { scene, places: shown, task: task!, parts: clusteredSceneOf(scene, shown) };
}

test("a scene of few elements has no clusters, a large one holds each of its nodes in one at most", () => {
  const few = selectionOf({ ...manyClubs(), map: { nodes: [actor("a"), actor("b")], edges: [] } }, {});
  expect(withClusters(network.places(few), few, {}, "wide").clusters).toBeUndefined();
  const { scene } = large();
  expect(scene.nodes.length + scene.edges.length).toBeGreaterThan(maxInFull);
  const members = scene.clusters!.flatMap((cluster) => cluster.members);
  expect(new Set(members).size).toBe(members.length);
  expect(members.length).toBe(scene.nodes.length);
  expect(scene.clusters!.find(({ label }) => label === "Without relations")!.members).toHaveLength(9);
});

test("from far each group is one node as large as it is many, and no relation between groups is counted wrong", () => {
  const { scene, parts } = large();
  const drawn = drawnSceneOf(scene, parts, new Set(), new Set());
  expect(drawn.nodes.every(({ id }) => isCluster(id))).toBe(true);
  const counted = drawn.nodes.map(({ composition }) => Object.values(composition!).reduce((sum, n) => sum + n, 0));
  expect(counted.reduce((sum, n) => sum + n, 0)).toBe(scene.nodes.length);
  const [min, max] = [...drawn.nodes]
    .sort((a, b) => a.priority - b.priority)
    .flatMap((n, i, all) => (i === 0 || i === all.length - 1 ? n : []));
  expect(max!.size / min!.size).toBeCloseTo(Math.sqrt(max!.priority / min!.priority), 5);
  const clusterOf = (id: string) => parts.clusterOf.get(id)!.cluster.id;
  for (const { source, target, count } of drawn.edges) {
    const between = scene.edges.filter((tie) => {
      const ends = [clusterOf(tie.source), clusterOf(tie.target)];
      return source !== target && ends.includes(source) && ends.includes(target);
    });
    expect(count).toBe(between.length);
  }
  expect(drawn.edges.length).toBeGreaterThan(0);
});

test("an open cluster is drawn in full; its ties to what is closed only for who is chosen", () => {
  const { scene, parts } = large();
  const { cluster, members, within } = parts.clusterOf.get("c0-0")!;
  const open = new Set([cluster.id]);
  const drawn = drawnSceneOf(scene, parts, open, new Set());
  expect(
    drawn.nodes
      .filter(({ id }) => !isCluster(id))
      .map(({ id }) => id)
      .sort(),
  ).toEqual(members.map(({ id }) => id).sort());
  expect(drawn.nodes.some(({ id }) => id === cluster.id)).toBe(false);
  expect(drawn.edges).toHaveLength(within.length);
  const chosen = drawnSceneOf(scene, parts, open, new Set(["c0-0"]));
  const more = chosen.edges.filter(({ toCluster }) => toCluster);
  expect(more.length).toBeGreaterThan(0);
  expect(more.every(({ source, target }) => [source, target].includes("c0-0"))).toBe(true);
});

test("what the window holds opens, the nearest first, as long as it is little enough; a little more keeps it open", () => {
  const { parts, places } = large();
  const at = (id: string, reach: number) => {
    const { x, y } = places.get(id)!;
    return { x1: x - reach, y1: y - reach, x2: x + reach, y2: y + reach };
  };
  const near = expandedClusters(parts, places, at("c3-5", 200), new Set());
  expect(near[0]).toBe(parts.clusterOf.get("c3-5")!.cluster.id);
  expect(near.length).toBeLessThan(parts.clusters.length);
  expect(expandedClusters(parts, places, at("c3-5", 1e6), new Set())).toEqual([]);
  // As much as may stay open, but may not be expandedClusters.
  const reach = Array.from({ length: 400 }, (_, i) => 10 * i).find(
    (r) => expandedClusters(parts, places, at("c3-5", r), new Set()).length === 0,
  )!;
  expect(expandedClusters(parts, places, at("c3-5", reach), new Set(near)).length).toBeGreaterThan(near.length);
});

test("groups are laid out as discs that do not lie on each other, the same each time", () => {
  const { task, parts } = large();
  const shares: number[] = [];
  const found = layOut(task, (share) => shares.push(share));
  expect([...layOut(task, () => {})]).toEqual([...found]);
  expect(shares.at(-1)).toBeCloseTo(1, 5);
  for (const places of [
    discPlaces(
      task.nodes.map(({ id }) => id),
      task.groups!,
    ),
    found,
  ]) {
    const discs = parts.clusters.flatMap(
      ({ members }) => discOf(members.flatMap(({ id }) => places.get(id) ?? [])) ?? [],
    );
    expect(discs).toHaveLength(parts.clusters.length - 1);
    for (const [i, a] of discs.entries())
      for (const b of discs.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.9 * (a.r + b.r));
  }
});

function discOf(points: readonly Point[]): (Point & { r: number }) | null {
  if (points.length === 0) return null;
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  return { x, y, r: Math.max(...points.map((point) => Math.hypot(point.x - x, point.y - y))) };
}

test("thousands of positions stand apart within their frame, and are grouped where they stand", () => {
  const facts = manyClubs();
  const known = facts.map.nodes
    .slice(0, 1_500)
    .map(({ id }, i) => ({ ...position(id, ["x"]), servitization: (i % 10) / 10, breadth: 1 + (i % 3) }));
  // Relations are not drawn here: as many again make it a large one.
  const twice = known.map((one) => ({ ...one, actor: { ...one.actor, id: `${one.actor.id}b` } }));
  const all = [...known, ...twice];
  const nodes = all.map(({ actor: { id } }) => actor(id));
  const selection = selectionOf(
    {
      ...facts,
      map: { nodes: [...nodes, ...Array.from({ length: 30 }, (_, i) => actor(`u${i}`))], edges: [] },
      positions: all,
    },
    {},
  );
  const scene = withClusters(positions.places(selection), selection, {}, "wide");
  const placed = scene.nodes.filter(({ id }) => !id.startsWith("u"));
  expect(placed.every(({ place }) => place!.y <= 600 && place!.x >= 0)).toBe(true);
  const close = placed
    .slice(0, 300)
    .filter((a, i) =>
      placed
        .slice(i + 1)
        .some((b) => Math.hypot(a.place!.x - b.place!.x, a.place!.y - b.place!.y) < (a.size + b.size) / 2),
    );
  expect(close).toEqual([]);
  const unknown = scene.clusters!.filter(({ label }) => label === "30 unknown");
  expect(unknown.map(({ members }) => members.length)).toEqual([30]);
  const parts = clusteredSceneOf(scene, new Map(scene.nodes.map(({ id, place }) => [id, place!])));
  const drawn = drawnSceneOf(scene, parts, new Set(), new Set());
  expect(drawn.nodes.length).toBeLessThan(200);
  const ids = new Set(drawn.nodes.map(({ id }) => id));
  const stray = (background: typeof drawn.background) =>
    background.filter((item) => "node" in item && !ids.has(item.node));
  expect(stray(scene.background).length).toBeGreaterThan(0);
  expect(stray(drawn.background)).toEqual([]);
});
