import { expect, test } from "vitest";
import { claimEdge } from "../../../web/map/lenses/boundaries/claim-edges.ts";
import { boundaries } from "../../../web/map/lenses/boundaries/lens.ts";
import { describer } from "../../../web/map/model/describe.ts";
import { withDifference } from "../../../web/map/model/difference/with-difference.ts";
import type { Boundary } from "../../../web/map/model/facts.graphql.ts";
import type { MapFacts } from "../../../web/map/model/facts.ts";
import { recordsIn } from "../../../web/map/model/records-in.ts";
import { asPicture, layOutStatic, maxMarkers } from "../../../web/map/output/static-svg.ts";
import { activity, actor, pictureWith, position } from "./support.ts";

type Compared = NonNullable<MapFacts["compared"]>;
const own = (who: string, what: string): Boundary["claims"][number] => ({
  id: `${who} ${what}`,
  extent: 1,
  lead: true,
  by: null,
  about: { id: who, key: who, name: `Name of ${who}`, kinds: ["OTHER"] },
  activity: { id: what, key: what, name: `Activity ${what}`, layer: "SERVICE" },
  evidence: [],
});
const boundary = (what: string, status: Boundary["status"], who: readonly string[]): Boundary => {
  const claims = who.map((key) => own(key, what));
  return {
    activity: { ...own("x", what).activity, required: true, importance: 0.5, serviceness: 1 },
    status,
    value: 1,
    leads: claims.map(({ about }) => about),
    attributed: [],
    claims,
  };
};
const positions = [position("a", ["make", "serve"]), position("b", ["serve"])];
const found = [boundary("make", "AGREED", ["a"]), boundary("serve", "CONTESTED", ["a", "b"])];
const selection = pictureWith([actor("a"), actor("b"), activity("make"), activity("serve")], [], {
  positions,
  boundaries: found,
});
const scene = boundaries.places(selection, "wide");

test("a static picture of the boundaries is as wide as asked, with every territory and marker within it", () => {
  const layout = layOutStatic(scene, 688)!;
  expect(layout.width).toBe(688);
  for (const { at } of layout.labels) {
    expect(at.x).toBeGreaterThan(0);
    expect(at.x).toBeLessThan(layout.width);
    expect(at.y).toBeLessThan(layout.height);
  }
  expect(layout.labels.map(({ label }) => label.lines.join(" ")).sort()).toEqual([
    "Name of a",
    "Name of a",
    "Name of b",
  ]);
});

test("of more actors than a picture can tell apart it shows the territories only", () => {
  expect(asPicture(scene)).toBe(scene);
  const many = Array.from({ length: maxMarkers + 1 }, (_, at) => ({ ...scene.nodes[0]!, id: `n${at}` }));
  const picture = asPicture({ ...scene, nodes: many });
  expect(picture.nodes).toEqual([]);
  expect(picture.background).toEqual(scene.background);
  expect(layOutStatic(picture, 688)!.labels).toEqual([]);
});

test("nothing to draw is no picture", () => {
  expect(layOutStatic({ ...scene, background: [], nodes: [] }, 688)).toBeNull();
});

test("the confidence of a claim reaches the picture without the map", () => {
  const edge = claimEdge(own("a", "make"), 0.25);
  expect(edge).toMatchObject({ id: "a make", kind: "CLAIMS", source: "a", target: "make", confidence: 0.25 });
});

test("the list of records says the status of a boundary once, and what it was on the other date", () => {
  const describe = describer(selection);
  const said = (from: typeof scene) => recordsIn(from).map(([id, name]) => `${name}, ${describe(id)}`);
  const ofServe = said(scene).find((line) => line.startsWith("Activity serve"))!;
  expect(ofServe).toBe("Activity serve, Service, boundary contested");
  const compared = {
    changes: new Map(),
    ghostIds: new Set(),
    places: new Map(),
    boundaryStates: new Map([["serve", { status: "AGREED", leads: [] }]]),
    isEarlier: true,
  } as Partial<Compared> as Compared;
  const facts: MapFacts = { ...selection.facts, compared: compared };
  const changed = withDifference(scene, { ...selection, facts }, {}, "wide");
  expect(said(changed).find((line) => line.startsWith("Activity serve"))).toBe(
    "Activity serve, was agreed, Service, boundary contested",
  );
});
