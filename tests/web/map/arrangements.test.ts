import { describe, expect, test } from "vitest";
import { viewportOfAll } from "../../../web/map/canvas/fit.ts";
import { chooseLabels } from "../../../web/map/canvas/labels/choose-labels.ts";
import { layOut } from "../../../web/map/layout/lay-out.ts";
import { planNetwork } from "../../../web/map/layout/plan-network.ts";
import { targetPlaces } from "../../../web/map/layout/target-places.ts";
import { legendOf } from "../../../web/map/legend/legend.ts";
import { dividedGroups } from "../../../web/map/model/group/groups.ts";
import { drawnRelations, relationFamilies } from "../../../web/map/model/kinds.ts";
import { placesOf, sceneOf } from "../../../web/map/model/pipeline.ts";
import type { Point } from "../../../web/map/model/scene.ts";
import type { MapSearch } from "../../../web/map/model/search-params/map-search.ts";
import { seededRandom } from "../../../web/map/model/seeded-random.ts";
import { activity, actor, edge, pictureWith } from "./support.ts";

/** As many organisations as a landscape has, each with one of its categories; none with a relation. */
const counts = [740, 489, 260, 190, 110, 88, 80, 75, 62, 60, 55, 48, 40, 40, 40, 33, 26, 24, 20, 9, 7, 3, 1];
const landscape = pictureWith(
  counts.flatMap((count, c) =>
    Array.from({ length: count }, (_, i) =>
      actor(`o${c}-${i}`, ["OTHER"], { label: `Organisation ${c} ${i}`, labels: c === 1 ? null : [`Category ${c}`] }),
    ),
  ),
  [],
);
const drawn = (selection: typeof landscape, search: MapSearch) =>
  sceneOf(placesOf(selection, "network", "wide", search), selection, search);
const sides = (places: readonly Point[]) => {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  return { width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) };
};

describe("a landscape of 2,500 organisations without relations", () => {
  test("stands in a block of the window's shape, and each is a dot that is seen", () => {
    const scene = drawn(landscape, { arrange: "relations" });
    const { places } = targetPlaces(scene, "network", new Map(), new Map());
    const { width, height } = sides([...places.values()]);
    expect(width / height).toBeGreaterThan(1.3);
    expect(width / height).toBeLessThan(1.9);
    const zoom = viewportOfAll(
      scene,
      [...places.values()],
      { width: 1391, height: 730 },
      { left: 344, right: 60, top: 24, bottom: 24 },
    )!.zoom;
    expect(Math.min(...scene.nodes.map(({ size }) => size * zoom))).toBeGreaterThan(5);
  });

  test("stands as tiles by label unless something else is chosen; with activities, by activity", () => {
    const arrangement = (selection: typeof landscape, search: MapSearch) =>
      drawn(selection, search).arrangement?.name ?? null;
    expect(arrangement(landscape, {})).toBe("tiles label");
    expect(arrangement(landscape, { arrange: "relations" })).toBeNull();
    expect(arrangement(landscape, { group: "label" })).toBeNull();
    expect(arrangement(landscape, { group: "label", arrange: "groups" })).toBe("groups label");
    const { nodes } = landscape.facts.map;
    const activities = [activity("a"), activity("b")];
    const offered = pictureWith(
      [...nodes, ...activities],
      nodes.map(({ id }, i) => edge(id, "CLAIMS", activities[i % 2]!.id)),
    );
    expect(arrangement(offered, {})).toBe("tiles activity");
    const related = pictureWith(
      [...nodes],
      nodes.slice(1, 300).map(({ id }) => edge(id, "SUPPLIES", nodes[0]!.id)),
    );
    expect(arrangement(related, {}), "relations say where to stand").toBeNull();
    expect(arrangement(pictureWith(nodes.slice(0, 60), []), {}), "few stand in rows with their names").toBeNull();
    const tile = legendOf("network", drawn(offered, {})).flatMap(({ items }) =>
      items.filter(({ key }) => key === "tile"),
    );
    expect(tile.map(({ label }) => label)).toEqual(["Activity, with the number of its nodes"]);
  });

  test("as tiles: area by count, each node in the tile of its group, none on another, every tile with its name and count", () => {
    const scene = drawn(landscape, { group: "label", arrange: "tiles" });
    const tiles = scene.background.flatMap((item) => (item.type === "tile" ? [item] : []));
    expect(tiles.map(({ name, count }) => [name, count])).toEqual([
      ["Category 0", 740],
      ["Not grouped", 490],
      ["Category 2", 260],
      ...counts.slice(3, 22).map((count, i) => [`Category ${i + 3}`, count]),
    ]);
    const [largest, second] = [tiles[0]!, tiles[2]!];
    const area = ({ width, height }: (typeof tiles)[number]) => width * height;
    expect(area(largest) / area(second)).toBeCloseTo(740 / 260, 0);
    const labels = new Map(landscape.facts.map.nodes.map(({ id, labels }) => [id, labels?.[0]]));
    const cells = new Set<string>();
    for (const { id, place, size, within } of scene.nodes) {
      const tile = tiles.find(({ x, y, width, height }) => {
        const inside = place!.x > x && place!.x < x + width && place!.y > y && place!.y < y + height;
        return inside;
      })!;
      expect([id, tile.name]).toEqual([
        id,
        labels.get(id) === "Category 22" ? "Not grouped" : (labels.get(id) ?? "Not grouped"),
      ]);
      expect(size).toBeLessThanOrEqual(Math.min(within!.x2 - within!.x1, within!.y2 - within!.y1));
      cells.add(`${within!.x1} ${within!.y1}`);
    }
    expect(cells.size).toBe(2500);
    // Its name can be read when all of the map is seen.
    const zoom =
      987 /
      sides(
        tiles.flatMap(({ x, y, width, height }) => [
          { x, y },
          { x: x + width, y: y + height },
        ]),
      ).width;
    for (const { name, nameLabel } of tiles) expect([name, nameLabel.size * zoom > 6.5]).toEqual([name, true]);
  });

  test("by group: each group in a disc of its own, outlined and in the legend", () => {
    const scene = drawn(landscape, { group: "label", arrange: "groups" });
    const { task } = planNetwork(scene, new Map(), new Map());
    const places = layOut(task!, () => {});
    expect(places.size).toBe(2500);
    const discs = scene.arrangement!.groups.map(({ members }) => {
      const own = members.map((id) => places.get(id)!);
      const x = own.reduce((sum, place) => sum + place.x, 0) / own.length;
      const y = own.reduce((sum, place) => sum + place.y, 0) / own.length;
      return { x, y, r: Math.max(...own.map((place) => Math.hypot(place.x - x, place.y - y))) };
    });
    for (const [i, a] of discs.entries())
      for (const b of discs.slice(0, i)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r);
    const legend = legendOf("network", scene).find(({ title }) => title.startsWith("Groups"))!;
    expect(legend.title).toBe("Groups: the largest 13 of 21");
    expect(legend.items[0]).toMatchObject({ label: "Category 0 (740)", sample: { type: "hue", hue: 0 } });
  });
});

test("of several groups a node goes to the smallest that is more than a few, and who is in none comes last", () => {
  const nodes = [
    ...["a", "b", "c", "d"].map((id) => actor(id, ["OTHER"], { labels: ["All", "Some"] })),
    ...["e", "f", "g", "h", "i"].map((id) => actor(id, ["OTHER"], { labels: ["All"] })),
    actor("j", ["OTHER"], { labels: ["All", "Few"] }),
    actor("k", ["OTHER"], { labels: ["All", "Few"] }),
    actor("l"),
  ];
  const groups = dividedGroups(
    pictureWith(nodes, []),
    "label",
    nodes.map(({ id }) => id),
  );
  expect(groups.map(({ name, members }) => [name, members.join("")])).toEqual([
    ["All", "efghijk"],
    ["Some", "abcd"],
    ["", "l"],
  ]);
});

test("by activity those are grouped who claim it or offer what performs it", () => {
  const nodes = [actor("a"), actor("b"), actor("c"), activity("run", { label: "Run" })];
  const edges = [edge("a", "CLAIMS", "run"), edge("b", "PROVIDES", "o"), edge("o", "PERFORMS", "run")];
  expect(dividedGroups(pictureWith(nodes, edges), "activity", ["a", "b", "c"])).toEqual([
    { name: "run", label: "Run", members: ["a", "b"] },
    { name: "", label: "Not grouped", members: ["c"] },
  ]);
});

test("of 100 actors each has room for its name when all of the map is seen at 1440 × 900", () => {
  const random = seededRandom(7);
  const ids = Array.from({ length: 100 }, (_, i) => `n${i}`);
  const names = ["Harbour Analytics", "Tiublick", "Dampfdenmark Works", "Osback", "Saarkoski Technical Institute"];
  const nodes = ids.map((id, i) => actor(id, ["OTHER"], { label: `${names[i % names.length]} ${i}` }));
  const edges = ids
    .slice(1)
    .flatMap((id, i) => [
      edge(id, "SUPPLIES", ids[Math.floor(random() * (i + 1))]!),
      ...(random() < 0.8 ? [edge(id, "OWNS", ids[Math.floor(random() * 100)]!)] : []),
    ]);
  const scene = drawn(pictureWith(nodes, edges), {});
  const { task } = planNetwork(scene, new Map(), new Map());
  const places = layOut(task!, () => {});
  const window = { width: 1391, height: 730 };
  const { zoom, pan } = viewportOfAll(scene, [...places.values()], window, {
    left: 344,
    right: 60,
    top: 24,
    bottom: 24,
  })!;
  const labels = chooseLabels(
    scene.nodes.map((node) => ({
      ...node,
      x: places.get(node.id)!.x * zoom + pan.x,
      y: places.get(node.id)!.y * zoom + pan.y,
      radius: (node.size * zoom) / 2,
      isCluster: false,
      within: undefined,
    })),
    { zoom, anchors: scene.anchors, obstacles: [], window: { x1: 1, y1: 1, x2: 1390, y2: 729 } },
  );
  expect(labels.size).toBe(100);
  expect(Math.min(...[...labels.values()].map(({ size }) => size))).toBeGreaterThan(9);
});

test("relations are three families that differ in colour and in weight or dashes, and the legend names those that are there", () => {
  expect(new Set(drawnRelations.map(([, { family }]) => family))).toEqual(new Set(Object.keys(relationFamilies)));
  const looks = Object.values(relationFamilies);
  expect(new Set(looks.map(({ colour }) => colour)).size).toBe(3);
  expect(new Set(looks.map(({ width, dash }) => `${width} ${dash}`)).size).toBe(3);
  const scene = drawn(pictureWith([actor("a"), actor("b")], [edge("a", "SUPPLIES", "b"), edge("a", "OWNS", "b")]), {});
  const parts = legendOf("network", scene).map(({ title, items }) => [title, items.map(({ label }) => label)]);
  expect(parts).toContainEqual(["Relations", ["Trade", "Ties"]]);
  expect(parts).toContainEqual(["Kind of relation, when pointed at", ["Supplies", "Owns"]]);
});
