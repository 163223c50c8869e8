import cytoscape, { type Core } from "cytoscape";
import { describe, expect, test } from "vitest";
import { applyScene } from "../../../web/map/canvas/apply-scene.ts";
import { stylesheet } from "../../../web/map/canvas/stylesheet.ts";
import { compare } from "../../../web/map/model/difference/compare.ts";
import type { Boundary, Position } from "../../../web/map/model/facts.graphql.ts";
import type { MapFacts } from "../../../web/map/model/facts.ts";
import { placesOf, sceneOf, selectionOf } from "../../../web/map/model/pipeline.ts";
import { lensNames } from "../../../web/map/model/search-params/display-search.ts";
import type { MapSearch } from "../../../web/map/model/search-params/map-search.ts";
import { activity, actor, edge, factsOf, threat } from "./support.ts";

// Facts of which every lens, style and comparison says something: an actor leads, is a rival, has moved and has left.
const named = (id: string) => ({ id, key: id, name: `Name of ${id}`, kinds: ["OTHER" as const] });
const nodes = [actor("a"), actor("b", ["MANUFACTURER"]), actor("c"), activity("run"), activity("mend")];
const edges = [
  edge("a", "SUPPLIES", "b", { confidence: 0.4, volume: 12 }),
  edge("b", "OWNS", "c"),
  edge("a", "CLAIMS", "run", { confidence: 0.6 }),
];
const task = (id: string) => ({
  id,
  key: id,
  name: `Do ${id}`,
  layer: "SERVICE" as const,
  required: true,
  importance: 3,
  serviceness: 1,
});
const position = (id: string, servitization: number | null, breadth: number | null, done: string[]): Position => ({
  actor: named(id),
  servitization,
  breadth,
  perceptionGap: 0.3,
  voice: "DISPUTED",
  extents: done.map((key) => ({
    activity: task(key),
    extent: 0.5,
    own: 0.5,
    others: null,
    lead: key === "run",
    voice: "SELF_REPORTED" as const,
  })),
});
const boundary = (id: string, leads: string[]): Boundary => ({
  activity: task(id),
  status: "AGREED",
  value: 1,
  leads: leads.map(named),
  attributed: [],
  claims: leads.map((lead) => ({
    id: `${lead} CLAIMS ${id}`,
    by: named(lead),
    about: named(lead),
    activity: task(id),
    extent: 0.5,
    lead: true,
    evidence: [],
  })),
});
const rival = (id: string, overlap: number | null, more: Partial<MapFacts["threats"][number]> = {}) => ({
  ...threat(id, "HIGH"),
  factors: [
    { kind: "OVERLAP" as const, value: overlap },
    { kind: "MARKET_COMMONALITY" as const, value: 0.1 },
    { kind: "MOMENTUM" as const, value: 0.2 },
  ],
  ...more,
});
const side = {
  positions: [position("a", 0.2, 2, ["run", "mend"]), position("b", 0.7, 1, ["run"]), position("c", null, null, [])],
  boundaries: [boundary("run", ["a"]), boundary("mend", [])],
  threats: [rival("a", 0.3, { typeSource: "TAGGED" }), rival("b", 0.2), rival("c", null)],
};
const facts = factsOf(nodes, edges, side);
const earlier = {
  ...side,
  map: { nodes: [...nodes, actor("gone")], edges: [...edges.slice(1), edge("gone", "OWNS", "a")] },
  positions: [position("a", 0.8, 2, ["run"]), position("gone", 0.5, 1, ["run"])],
};
const compared = compare({ map: facts.map, ...side }, earlier, true);

const searches: Record<string, MapSearch> = {
  plain: {},
  styled: { size: "degree", colour: "threat", ring: "servitization", width: "volume" },
  "a path": { path: ["a", "c"] },
  "a collapsed group": { bundles: [["a", "b"]] },
};
const shown = [
  ...lensNames.flatMap((lens) =>
    Object.entries(searches).map(([name, search]) => ({
      name: `${lens}, ${name}`,
      facts,
      search: { ...search, lens },
    })),
  ),
  ...lensNames.map((lens) => ({ name: `${lens}, compared`, facts: { ...facts, compared }, search: { lens } })),
].map(({ name, facts: of, search }) => {
  const selection = selectionOf(of, search);
  return { name, scene: sceneOf(placesOf(selection, search.lens), selection, search) };
});

const canvas = () => cytoscape({ headless: true, styleEnabled: true, style: stylesheet("light") });

const drawnBy = {
  nodes: [
    "border-color",
    "border-style",
    "border-width",
    "background-color",
    "background-fill",
    "background-opacity",
    "opacity",
    "outline-width",
    "pie-size",
    "shape",
    "width",
  ],
  edges: ["label", "line-color", "line-style", "opacity", "target-arrow-shape", "width"],
};

/** Everything that decides what an element looks like and what can be done with it, by its id. */
const looks = (cy: Core) =>
  Object.fromEntries(
    cy.elements().map((element) => [
      element.id(),
      {
        data: element.data(),
        group: element.group(),
        grabbable: element.isNode() && element.grabbable(),
        classes: element.classes(),
        style: drawnBy[element.group()].map((name) => element.style(name)),
      },
    ]),
  );

describe("nothing of one lens is left in the next", () => {
  test.each(shown)("after any other: $name", ({ scene }) => {
    const fresh = canvas();
    applyScene(fresh, scene);
    const expected = looks(fresh);
    expect(Object.keys(expected).length).toBeGreaterThan(0);
    // One canvas for all pairs: to make a canvas takes longer than to fill it.
    const used = canvas();
    for (const before of shown) {
      applyScene(used, before.scene);
      applyScene(used, scene);
      expect({ after: before.name, looks: looks(used) }).toEqual({ after: before.name, looks: expected });
    }
  });

  test("a rival's rim is the one of its lens only: elsewhere it would mean that it claims to lead", () => {
    const rim = (lens: string, cy: Core) => {
      applyScene(cy, shown.find(({ name }) => name === `${lens}, plain`)!.scene);
      return cy.getElementById("b").style("border-color");
    };
    const used = canvas();
    expect(rim("rivals", used)).not.toBe(rim("network", canvas()));
    expect(rim("network", used)).toBe(rim("network", canvas()));
  });
});

test("in Boundaries a part that offerings alone tell of is not drawn as one of low confidence", () => {
  const { nodes: drawn } = shown.find(({ name }) => name === "boundaries, plain")!.scene;
  const sure = Object.fromEntries(drawn.map(({ id, confidence }) => [id, confidence]));
  expect([sure.a, sure.b]).toEqual([0.6, 1]);
});
