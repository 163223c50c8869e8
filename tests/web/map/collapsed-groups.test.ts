import { expect, test } from "vitest";
import { network } from "../../../web/map/lenses/network/lens.ts";
import { collapsedGroupsOf, withoutCollapsedGroup } from "../../../web/map/model/group/collapsed-groups.ts";
import { collapse } from "../../../web/map/model/group/with-collapsed-groups.ts";
import { selectionOf } from "../../../web/map/model/pipeline.ts";
import type { Scene } from "../../../web/map/model/scene.ts";
import type { MapSearch } from "../../../web/map/model/search-params/map-search.ts";
import { actor, edge, factsOf } from "./support.ts";

const nodes = [actor("a", ["CUSTOMER"]), actor("b", ["CUSTOMER"]), actor("c", ["ANALYST"]), actor("d", ["ANALYST"])];
const edges = [
  edge("a", "SUPPLIES", "c"),
  edge("b", "SUPPLIES", "c"),
  edge("c", "SUPPLIES", "a"),
  edge("a", "OWNS", "b"),
  edge("c", "PARTNERS_WITH", "d"),
];
const facts = factsOf(nodes, edges);
const sceneOf = (search: MapSearch): Scene => {
  const selection = selectionOf(facts, search);
  return collapse(network.places(selection), collapsedGroupsOf(selection, search));
};
const lines = (scene: Scene) => scene.edges.map(({ source, kind, target, count }) => [source, kind, target, count]);

test("a collapsed group is one node for its members, with its relations counted by kind and direction", () => {
  const scene = sceneOf({ group: "kind", collapsedGroups: ["CUSTOMER"] });
  expect(scene.nodes.map(({ id, members }) => [id, members])).toEqual([
    ["c", undefined],
    ["d", undefined],
    ["group:kind:CUSTOMER", ["a", "b"]],
  ]);
  expect(lines(scene)).toEqual([
    ["group:kind:CUSTOMER", "SUPPLIES", "c", 2],
    ["c", "SUPPLIES", "group:kind:CUSTOMER", 1],
    ["c", "PARTNERS_WITH", "d", undefined],
  ]);
});

test("two collapsed groups are joined by what joined their members", () => {
  const scene = sceneOf({ group: "kind", collapsedGroups: ["CUSTOMER", "ANALYST"] });
  expect(lines(scene)).toEqual([
    ["group:kind:CUSTOMER", "SUPPLIES", "group:kind:ANALYST", 2],
    ["group:kind:ANALYST", "SUPPLIES", "group:kind:CUSTOMER", 1],
  ]);
});

test("more members make a larger node", () => {
  const sizeOf = (ids: string[]) => sceneOf({ bundles: [ids] }).nodes.find((node) => node.members)!.size;
  expect(sizeOf(["a", "b", "c"])).toBeGreaterThan(sizeOf(["a", "b"]));
});

test("a group stands in the middle of its members, and each actor marker in the territory of its own", () => {
  const selection = selectionOf(facts, {});
  const scene = network.places(selection);
  const placed = { ...scene, nodes: scene.nodes.map((node, i) => ({ ...node, place: { x: 10 * i, y: 0 } })) };
  const collapsed = collapse(placed, [{ id: "group:x", label: "X", members: ["a", "b"] }]);
  expect(collapsed.nodes.find(({ id }) => id === "group:x")?.place).toEqual({ x: 5, y: 0 });

  const square = (record: string, x: number) =>
    ({
      type: "territory",
      record,
      x,
      y: 0,
      width: 10,
      height: 10,
      polygon: [
        [x, 0],
        [x + 10, 0],
        [x + 10, 10],
        [x, 10],
      ],
    }) as unknown as Scene["background"][number];
  const actorMarker = (id: string, record: string, x: number) => ({
    ...scene.nodes[0]!,
    id,
    record,
    place: { x, y: 5 },
  });
  const boundaries: Scene = {
    ...scene,
    background: [square("run", 0), square("make", 20)],
    nodes: [
      actorMarker("a", "a", 2),
      actorMarker("b@run", "b", 6),
      actorMarker("b", "b", 24),
      actorMarker("c", "c", 28),
    ],
    edges: [{ id: "t", source: "b", target: "b@run", kind: "THREAD", confidence: 1 }],
  };
  const shown = collapse(boundaries, [{ id: "group:x", label: "X", members: ["a", "b"] }]);
  expect(shown.nodes.map(({ id, place }) => [id, place?.x])).toEqual([
    ["c", 28],
    ["group:x", 4],
    ["group:x@make", 24],
  ]);
  expect(lines(shown)).toEqual([["group:x", "THREAD", "group:x@make", undefined]]);
});

test("a group of one alone is not collapsed, and a node collapses into one group only, those by hand first", () => {
  const selection = selectionOf(facts, {});
  expect(collapsedGroupsOf(selection, { bundles: [["a", "gone"]] })).toEqual([]);
  const collapsedGroups = collapsedGroupsOf(selection, {
    bundles: [["a", "c"]],
    group: "kind",
    collapsedGroups: ["CUSTOMER", "ANALYST"],
  });
  expect(collapsedGroups.map(({ id, members }) => [id, members])).toEqual([["group:own:a", ["a", "c"]]]);
});

test("expanding one leaves the other collapsed groups as they are", () => {
  const search: MapSearch = {
    group: "kind",
    collapsedGroups: ["CUSTOMER", "ANALYST"],
    bundles: [
      ["a", "b"],
      ["c", "d"],
    ],
  };
  expect(withoutCollapsedGroup("group:kind:CUSTOMER", search)).toEqual({ collapsedGroups: ["ANALYST"] });
  expect(withoutCollapsedGroup("group:own:a", search)).toEqual({ bundles: [["c", "d"]] });
  expect(withoutCollapsedGroup("group:own:a", { bundles: [["a", "b"]] })).toEqual({ bundles: undefined });
});
