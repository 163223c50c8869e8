import { expect, test } from "vitest";
import { absenceOf } from "../../../web/map/model/focus/absence.ts";
import { pathsBetween, sentenceOf } from "../../../web/map/model/focus/paths.ts";
import { removedFrom } from "../../../web/map/model/focus/removed-records.ts";
import { placesOf, sceneOf, selectionOf } from "../../../web/map/model/pipeline.ts";
import type { MapSearch } from "../../../web/map/model/search-params/map-search.ts";
import { activity, actor, edge, factsOf, pictureWith } from "./support.ts";

// a – b – c – d in a row, e hangs on b, run is what a does.
const nodes = [...["a", "b", "c", "d", "e"].map((id) => actor(id)), activity("run")];
const edges = [
  edge("a", "SUPPLIES", "b"),
  edge("c", "DEPENDS_ON", "b"),
  edge("c", "OWNS", "d"),
  edge("b", "PARTNERS_WITH", "e"),
  edge("a", "CLAIMS", "run"),
];
const facts = factsOf(nodes, edges);
const shown = (search: MapSearch) => [...selectionOf(facts, search).nodes].join(" ");
const labelOf = (id: string) => id.toUpperCase();

test("a neighbourhood reaches as many steps as are asked for, whichever way relations point", () => {
  expect(shown({ neighbourhood: "a" })).toBe("a b run");
  expect(shown({ neighbourhood: "a", steps: 2 })).toBe("a b c e run");
  expect(shown({ neighbourhood: "a", steps: 6 })).toBe("a b c d e run");
  expect(shown({ neighbourhood: "run" })).toBe("a run");
  expect(shown({ neighbourhood: "run", steps: 2 })).toBe("a b run");
});

test("a neighbourhood follows only relations that are shown", () => {
  expect(shown({ neighbourhood: "c", relations: ["OWNS"] })).toBe("c d run");
});

test("hiding, isolating and showing more go together", () => {
  expect(shown({ hide: ["b"] })).toBe("a c d e run");
  expect(shown({ only: ["a", "d"] })).toBe("a d run");
  expect(shown({ only: ["a", "d"], expanded: ["d"] })).toBe("a c d run");
  expect(shown({ only: ["a", "d"], hide: ["a"] })).toBe("d run");
  expect(shown({ neighbourhood: "a", expanded: ["c"] })).toBe("a b c d run");
});

test("collapsing a node leaves out only those that are tied to nobody else", () => {
  expect(shown({ collapsed: ["b"] })).toBe("b c d run");
  expect(shown({ collapsed: ["c"] })).toBe("a b c e run");
});

test("a link that focuses on what is gone shows the rest", () => {
  expect(shown({ neighbourhood: "gone" })).toBe("a b c d e run");
  expect(shown({ only: ["gone"] })).toBe("a b c d e run");
  expect(shown({ hide: ["gone"] })).toBe("a b c d e run");
});

test("a path is told as a sentence, each relation from the side that it is read from", () => {
  const { paths, more } = pathsBetween(pictureWith(nodes, edges), "a", "d");
  expect(more).toBe(false);
  expect(paths.map((path) => sentenceOf(path, labelOf))).toEqual([
    "A supplies B, which is depended on by C, which owns D.",
  ]);
  const back = pathsBetween(pictureWith(nodes, edges), "d", "a").paths;
  expect(back.map((path) => sentenceOf(path, labelOf))).toEqual([
    "D is owned by C, which depends on B, which is supplied by A.",
  ]);
});

test("several relations between the same two are one step that names them all", () => {
  const two = pictureWith(nodes, [...edges, edge("b", "PARTNERS_WITH", "a")]);
  expect(pathsBetween(two, "a", "b").paths.map((path) => sentenceOf(path, labelOf))).toEqual([
    "A supplies and partners with B.",
  ]);
});

test("all shortest paths are found and no longer ones, the first 20 by name when there are more", () => {
  const middle = Array.from({ length: 30 }, (_, i) => `m${String(i).padStart(2, "0")}`);
  const fan = pictureWith(
    [actor("a"), actor("z"), actor("long"), ...middle.map((id) => actor(id))],
    [
      ...middle.flatMap((id) => [edge("a", "SUPPLIES", id), edge(id, "SUPPLIES", "z")]),
      edge("m00", "SUPPLIES", "long"),
      edge("long", "SUPPLIES", "z"),
    ],
  );
  const { paths, more } = pathsBetween(fan, "a", "z");
  expect(more).toBe(true);
  expect(paths.map((path) => path.nodes.join(" "))).toEqual(middle.slice(0, 20).map((id) => `a ${id} z`));
  const few = pictureWith([...fan.facts.map.nodes], fan.facts.map.edges.slice(0, 6));
  expect(pathsBetween(few, "a", "z").paths).toHaveLength(3);
});

test("where nothing joins two there is no path, nor from a node to itself", () => {
  const apart = pictureWith(nodes, edges.slice(0, 1));
  expect(pathsBetween(apart, "a", "d")).toEqual({ paths: [], more: false });
  expect(pathsBetween(apart, "a", "a").paths).toEqual([]);
});

test("the path that is asked for stands out and the rest steps back", () => {
  const search: MapSearch = { path: ["a", "c"] };
  const selection = selectionOf(facts, search);
  const scene = sceneOf(placesOf(selection), selection, search);
  expect(Object.fromEntries(scene.nodes.map(({ id, emphasis }) => [id, emphasis]))).toEqual({
    a: "on",
    b: "on",
    c: "on",
    d: "off",
    e: "off",
  });
  expect(Object.fromEntries(scene.edges.map(({ id, emphasis }) => [id, emphasis]))).toEqual({
    "a SUPPLIES b": "on",
    "c DEPENDS_ON b": "on",
    "c OWNS d": "off",
    "b PARTNERS_WITH e": "off",
  });
});

test("what is not drawn says why, and the change that it offers draws it", () => {
  const later = actor("f", ["OTHER"], { validFrom: "2030-01-01" });
  const whole = { nodes: [...nodes, later] };
  const absence = (id: string, search: MapSearch) => {
    const selection = selectionOf(facts, search);
    const scene = sceneOf(placesOf(selection), selection, search);
    return absenceOf(id, { whole, selection, scene, search, day: "2026-01-01" });
  };
  const cases: [string, MapSearch, string][] = [
    ["a", { kinds: ["CUSTOMER"] }, "filtered out (kind)"],
    ["a", { hide: ["a"], kinds: ["CUSTOMER"] }, "filtered out (kind), hidden"],
    ["d", { neighbourhood: "a" }, "outside the focus"],
    ["d", { only: ["a"] }, "outside the focus"],
    ["e", { collapsed: ["b"] }, "outside the focus"],
    ["d", { bundles: [["c", "d"]] }, 'collapsed into "Name of c and 1 more"'],
  ];
  for (const [id, search, why] of cases) {
    const found = absence(id, search);
    expect(found?.why).toBe(why);
    expect([id, why, absence(id, { ...search, ...found!.change })]).toEqual([id, why, null]);
  }
  expect(absence("a", {})).toBeNull();
  expect(absence("f", {})).toEqual({ why: "valid only from 1 Jan 2030", change: { date: "2030-01-01" } });
  expect(absence("run", {})).toEqual({
    why: "not shown in this lens; see Boundaries",
    change: { lens: "boundaries" },
  });
  expect(absence("claim", {})).toEqual({ why: "records of this kind are not shown on the map", change: null });
});

test("of a link to what is gone the rest stays: a path needs both its ends, a collapsed group two members", () => {
  const there = new Set(["a", "b", "c"]);
  const found = removedFrom(
    {
      lens: "rivals",
      neighbourhood: "x",
      many: ["a", "x", "group:own:a"],
      only: ["y"],
      path: ["a", "y"],
      bundles: [
        ["a", "x"],
        ["b", "c", "z"],
      ],
    },
    (id) => there.has(id),
  );
  expect(found).toEqual({
    count: 3,
    without: {
      neighbourhood: undefined,
      many: ["a", "group:own:a"],
      only: undefined,
      path: undefined,
      bundles: [["b", "c"]],
    },
  });
  expect(Object.keys(found.without)).toEqual(["neighbourhood", "many", "only", "path", "bundles"]);
  expect(removedFrom({ neighbourhood: "a", bundles: [["a", "b"]] }, (id) => there.has(id))).toEqual({
    count: 0,
    without: {},
  });
});
