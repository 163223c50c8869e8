import { expect, test } from "vitest";
import type { Group } from "../../../web/map/model/group/group.ts";
import { groupsOf } from "../../../web/map/model/group/groups.ts";
import { groupings } from "../../../web/map/model/search-params/style-search.ts";
import { activity, actor, edge, pictureWith, standard } from "./support.ts";

const names = (groups: readonly Group[]) => groups.map(({ name, members }) => [name, [...members].sort()]);

test("by kind an actor of two kinds belongs to both, standards to their own, and one alone is no group", () => {
  const selection = pictureWith(
    [
      actor("a", ["MANUFACTURER", "SERVICE_PROVIDER"]),
      actor("b", ["MANUFACTURER"]),
      actor("c", ["SERVICE_PROVIDER"]),
      actor("d", ["START_UP"]),
      standard("s"),
      standard("t"),
    ],
    [],
  );
  expect(names(groupsOf(selection, "kind"))).toEqual([
    ["MANUFACTURER", ["a", "b"]],
    ["SERVICE_PROVIDER", ["a", "c"]],
    ["STANDARD", ["s", "t"]],
  ]);
});

test("by label an actor belongs to each of its labels", () => {
  const selection = pictureWith(
    [actor("a", ["OTHER"], { labels: ["x", "y"] }), actor("b", ["OTHER"], { labels: ["y"] })],
    [],
  );
  expect(names(groupsOf(selection, "label"))).toEqual([["y", ["a", "b"]]]);
});

test("by initiative those belong together whom one joins, under its name", () => {
  const selection = pictureWith(
    ["a", "b", "c", "d"].map((id) => actor(id)),
    [
      edge("a", "DEVELOPS_WITH", "b", { id: "i1~a~b", label: "Open Line" }),
      edge("a", "DEVELOPS_WITH", "c", { id: "i1~a~c", label: "Open Line" }),
      edge("c", "DEVELOPS_WITH", "d", { id: "i2~c~d", label: "Warm Air" }),
      edge("a", "SUPPLIES", "d"),
    ],
  );
  expect(groupsOf(selection, "initiative")).toEqual([
    { name: "i1", label: "Open Line", members: ["a", "b", "c"] },
    { name: "i2", label: "Warm Air", members: ["c", "d"] },
  ]);
});

test("by ownership a group is its owner and all below; what two own belongs to both, and a circle to its first", () => {
  const selection = pictureWith(
    ["a", "b", "c", "d", "x", "y"].map((id) => actor(id)),
    [
      edge("a", "OWNS", "b"),
      edge("b", "OWNS", "c"),
      edge("d", "OWNS", "c"),
      edge("y", "OWNS", "x"),
      edge("x", "OWNS", "y"),
    ],
  );
  expect(names(groupsOf(selection, "ownership"))).toEqual([
    ["a", ["a", "b", "c"]],
    ["d", ["c", "d"]],
    ["x", ["x", "y"]],
  ]);
});

test("two cliques joined by one relation are two communities, the same ones each time, named after their hubs", () => {
  const ids = ["a", "b", "c", "d", "p", "q", "r", "s"];
  const clique = (members: string[]) =>
    members.flatMap((one, i) => members.slice(i + 1).map((other) => edge(one, "PARTNERS_WITH", other)));
  const edges = [...clique(ids.slice(0, 4)), ...clique(ids.slice(4)), edge("b", "SUPPLIES", "q")];
  const expected = [
    { name: "actor:b", label: "Around Name of b", members: ["a", "b", "c", "d"] },
    { name: "actor:q", label: "Around Name of q", members: ["p", "q", "r", "s"] },
  ];
  const nodes = ids.map((id) => actor(id));
  expect(groupsOf(pictureWith(nodes, edges), "community")).toEqual(expected);
  expect(groupsOf(pictureWith([...nodes].reverse(), [...edges].reverse()), "community")).toEqual(expected);
});

test("of every grouping only those are members that are shown, and the name stays", () => {
  const nodes = ["a", "b", "c"].map((id) => actor(id, ["OTHER"], { labels: ["x"] }));
  const edges = [
    ...nodes.slice(1).flatMap(({ id }) => [edge("a", "OWNS", id), edge("a", "DEVELOPS_WITH", id, { id: `i~a~${id}` })]),
    ...nodes.map(({ id }) => edge(id, "CLAIMS", "run")),
  ];
  const whole = pictureWith([...nodes, activity("run")], edges);
  for (const grouping of groupings) {
    const all = groupsOf(whole, grouping);
    expect([grouping, names(all).map(([, members]) => members)]).toEqual([grouping, [["a", "b", "c"]]]);
    const some = groupsOf({ ...whole, nodes: new Set(["b", "c"]) }, grouping);
    expect(names(some)).toEqual([[all[0]!.name, ["b", "c"]]]);
  }
});
