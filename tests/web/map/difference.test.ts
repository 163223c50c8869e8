import { describe, expect, test } from "vitest";
import type { BoundaryStatus } from "../../../web/graphql/schema-types.ts";
import { legendOf } from "../../../web/map/legend/legend.ts";
import { lenses } from "../../../web/map/lenses/lenses.ts";
import { type ComparedSide, compare } from "../../../web/map/model/difference/compare.ts";
import { difference } from "../../../web/map/model/difference/difference.ts";
import { differenceParts } from "../../../web/map/model/difference/rows.ts";
import { sentence } from "../../../web/map/model/difference/sentence.ts";
import { withDifference } from "../../../web/map/model/difference/with-difference.ts";
import { withGhosts } from "../../../web/map/model/difference/with-ghosts.ts";
import type { Boundary, Position } from "../../../web/map/model/facts.graphql.ts";
import { activity, actor, edge, pictureWith, standard } from "./support.ts";

const named = (id: string) => ({ id, key: id, name: `Name of ${id}`, kinds: ["OTHER" as const] });
const at = (id: string, servitization: number | null, breadth: number | null): Position => ({
  actor: named(id),
  servitization,
  breadth,
  perceptionGap: null,
  voice: null,
  extents: [],
});
const task = (id: string, importance: number) => ({
  id,
  key: id,
  name: `Do ${id}`,
  layer: "SERVICE" as const,
  required: true,
  importance,
  serviceness: 1,
});
const boundary = (id: string, status: BoundaryStatus, leads: string[], importance = 3): Boundary => ({
  activity: task(id, importance),
  status,
  value: null,
  leads: leads.map(named),
  attributed: [],
  claims: [],
});
const nodes = [actor("stays"), actor("moves"), activity("run"), activity("mend"), activity("idle")];
const then: ComparedSide = {
  map: {
    nodes: [...nodes, actor("leaves"), activity("old")],
    edges: [
      edge("stays", "SUPPLIES", "moves", { id: "supplies 1" }),
      edge("stays", "OWNS", "leaves"),
      edge("leaves", "CLAIMS", "run"),
    ],
  },
  positions: [at("stays", 0.2, 2), at("moves", 0.3, 1), at("leaves", 0.9, 4), at("hidden", null, 1)],
  boundaries: [
    boundary("run", "AGREED", ["stays"], 2),
    boundary("mend", "CONTESTED", ["stays"], 5),
    boundary("idle", "UNKNOWN", []),
    boundary("old", "AGREED", ["leaves"]),
  ],
  threats: [],
};
const now: ComparedSide = {
  map: {
    nodes: [...nodes, actor("comes"), standard("norm")],
    edges: [
      edge("stays", "SUPPLIES", "moves", { id: "supplies 2" }),
      edge("comes", "ADOPTS", "norm"),
      edge("comes", "CLAIMS", "run"),
    ],
  },
  positions: [at("stays", 0.24, 2.2), at("moves", 0.35, 1), at("hidden", 0.5, 1), at("comes", 0.1, 1)],
  boundaries: [
    boundary("run", "CONTESTED", ["stays", "comes"], 2),
    boundary("mend", "CONTESTED", ["moves"], 5),
    boundary("idle", "UNKNOWN", []),
  ],
  threats: [],
};
const found = difference(then, now);
const nothing = { entered: [], left: [], moved: [], boundaryChanges: [], relationsEntered: [], relationsLeft: [] };

describe("a difference", () => {
  test("has who entered and left, who moved far enough, which boundaries are other ones, which relations came and went", () => {
    const place = (servitization: number | null, breadth: number) => ({ servitization, breadth });
    expect(found).toEqual({
      entered: [actor("comes"), standard("norm")],
      left: [actor("leaves"), activity("old")],
      moved: [
        { actor: named("hidden"), before: place(null, 1), after: place(0.5, 1) },
        { actor: named("moves"), before: place(0.3, 1), after: place(0.35, 1) },
      ],
      boundaryChanges: [
        {
          activity: task("mend", 5),
          before: { status: "CONTESTED", leads: [named("stays")] },
          after: { status: "CONTESTED", leads: [named("moves")] },
        },
        {
          activity: task("run", 2),
          before: { status: "AGREED", leads: [named("stays")] },
          after: { status: "CONTESTED", leads: [named("stays"), named("comes")] },
        },
      ],
      relationsEntered: [edge("comes", "ADOPTS", "norm")],
      relationsLeft: [edge("stays", "OWNS", "leaves")],
    });
  });

  test("of a day and itself is empty, and said to be", () => {
    expect(difference(now, now)).toEqual(nothing);
    expect(sentence("2024-01-01", "2025-01-01", nothing)).toBe(
      "Between 1 Jan 2024 and 1 Jan 2025 nothing changed on the map.",
    );
  });

  test("is one sentence", () => {
    expect(sentence("2024-01-01", "2026-11-25", found)).toBe(
      "Between 1 Jan 2024 and 25 Nov 2026: 1 actor and 1 standard entered, 1 actor and 1 activity left; 2 actors moved; " +
        "the lead of Do mend went from Name of stays to Name of moves; the boundary of Do run went from agreed to contested; " +
        "1 relation began, 1 ended.",
    );
  });

  test("tells two boundaries and counts the rest", () => {
    const boundaryChanges = [1, 2, 3, 4].map((n) => ({
      activity: task(String(n), 3),
      before: { status: "UNKNOWN" as const, leads: [] },
      after: { status: "AGREED" as const, leads: [named("a")] },
    }));
    expect(sentence("2024-01-01", "2025-01-01", { ...nothing, boundaryChanges })).toBe(
      "Between 1 Jan 2024 and 1 Jan 2025: the boundary of Do 1 went from unknown to agreed; " +
        "the boundary of Do 2 went from unknown to agreed; 2 more boundaries changed.",
    );
  });

  test("is lists by kind, of which each row opens a record", () => {
    const row = (key: string, name: string, what?: string, record = key) => ({
      key,
      record,
      name,
      ...(what && { what }),
    });
    expect(differenceParts(found, (id) => `Name of ${id}`)).toEqual([
      { title: "Entered", rows: [row("comes", "Name of comes"), row("norm", "Name of norm", "standard")] },
      { title: "Left", rows: [row("leaves", "Name of leaves"), row("old", "Name of old", "activity")] },
      {
        title: "Moved",
        rows: [
          row("hidden", "Name of hidden", "servitization – → 50"),
          row("moves", "Name of moves", "servitization 30 → 35"),
        ],
      },
      {
        title: "Boundary changed",
        rows: [
          row("mend", "Do mend", "contested, lead: Name of stays → Name of moves"),
          row("run", "Do run", "agreed → contested"),
        ],
      },
      { title: "Relation began", rows: [row("comes ADOPTS norm", "Name of comes – Name of norm", "adopts", "comes")] },
      { title: "Relation ended", rows: [row("stays OWNS leaves", "Name of stays – Name of leaves", "owns", "stays")] },
    ]);
  });
});

describe("on the map", () => {
  const shown = (isEarlier: boolean) => {
    const [here, there] = isEarlier ? [now, then] : [then, now];
    const compared = compare(here, there, isEarlier);
    const { map, ...judged } = here;
    const whole = pictureWith([...map.nodes], [...map.edges], { ...judged, compared });
    const selection = withGhosts(whole, {});
    return (lens: "network" | "positions" | "boundaries") =>
      withDifference(lenses[lens].places(selection, "wide"), selection, { lens }, "wide");
  };
  const changesOf = (scene: ReturnType<ReturnType<typeof shown>>) =>
    scene.nodes
      .filter(({ change }) => change)
      .map(({ id, change, ghost }) => `${id} ${change}${ghost ? " ghost" : ""}`)
      .sort();

  test("who entered has a ring with a plus, who left is a ghost at its old place on the same scales", () => {
    const scene = shown(true)("positions");
    expect(changesOf(scene)).toEqual(["comes entered", "leaves left ghost"]);
    expect(scene.background.filter(({ type }) => type === "change")).toMatchObject([
      { node: "leaves", change: "left" },
      { node: "comes", change: "entered" },
    ]);
    const x = (id: string) => scene.nodes.find((node) => node.id === id)!.place!.x;
    expect(x("leaves")).toBeGreaterThan(x("moves"));
  });

  test("held against a later date, who will come is the ghost", () => {
    expect(changesOf(shown(false)("network"))).toEqual(["comes entered ghost", "leaves left", "norm entered ghost"]);
  });

  test("who moved has a tail to where it stood, and only in the Positions lens", () => {
    const tails = (lens: "network" | "positions") => shown(true)(lens).background.filter(({ type }) => type === "tail");
    expect(tails("positions")).toMatchObject([{ node: "moves", isEarlier: true }]);
    expect(tails("network")).toEqual([]);
  });

  test("relations that began and ended are told apart", () => {
    expect(shown(true)("network").edges.map(({ kind, change, ghost }) => [kind, change, ghost])).toEqual([
      ["SUPPLIES", undefined, undefined],
      ["ADOPTS", "entered", false],
      ["OWNS", "left", true],
    ]);
  });

  test("a ghost's relations count for nobody's size", () => {
    const alone = lenses.network.places(pictureWith([...now.map.nodes], [...now.map.edges]), "wide");
    const sizeIn = (scene: typeof alone) => scene.nodes.find(({ id }) => id === "stays")!.size;
    expect(sizeIn(shown(true)("network"))).toBe(sizeIn(alone));
  });

  test("a changed boundary states its former status", () => {
    const territories = shown(true)("boundaries").background.flatMap((item) =>
      item.type === "territory" ? [[item.name, item.isChanged ?? false, item.state]] : [],
    );
    expect(territories.sort()).toEqual([
      ["Do idle", false, "unknown"],
      ["Do mend", true, "contested, was led by others"],
      ["Do old", false, "agreed"],
      ["Do run", true, "contested, was agreed"],
    ]);
  });

  test("the legend says which signs are drawn", () => {
    const signs = (lens: "network" | "positions" | "boundaries") =>
      legendOf(lens, shown(true)(lens))
        .find(({ title }) => title === "Changes between the dates")
        ?.items.map(({ label }) => label);
    expect(signs("network")).toEqual([
      "Entered",
      "Left",
      "Not present on the date shown",
      "Relation began",
      "Relation ended",
    ]);
    expect(signs("positions")).toEqual(["Entered", "Left", "Not present on the date shown", "Earlier position"]);
    expect(signs("boundaries")).toEqual(["Boundary changed"]);
  });
});
