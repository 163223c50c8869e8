import { expect, test } from "vitest";
import type { Drop } from "../../../web/map/canvas/canvas-state.ts";
import type { MapFacts } from "../../../web/map/model/facts.ts";
import type { Scene, SceneNode } from "../../../web/map/model/scene.ts";
import { claimFields, extentProblem } from "../../../web/pages/map/editing/ClaimFields.tsx";
import { claimMoveEdits } from "../../../web/pages/map/editing/claim-move.ts";
import {
  addActorAt,
  claimInTerritory,
  droppedInTerritory,
  type Gesture,
  isSameGesture,
  placeSentence,
} from "../../../web/pages/map/editing/gesture.ts";
import { relationSentences } from "../../../web/pages/map/editing/relation-sentences.ts";
import { unclaimedActors } from "../../../web/pages/map/editing/unclaimed-actors.ts";
import { freeKeyOf } from "../../../web/shared/key-of-name.ts";
import { activity, actor } from "./support.ts";

const present = {
  map: { nodes: [actor("a"), activity("run"), activity("maintain")], edges: [] },
} as unknown as Pick<MapFacts, "map">;
const territory = (record: string, x: number) => ({
  type: "territory",
  record,
  ...{ x, y: 0, width: 100, height: 100 },
  polygon: [
    [x, 0],
    [x + 100, 0],
    [x + 100, 100],
    [x, 100],
  ],
});
const scene = {
  nodes: [
    { id: "a", record: "a", place: { x: 20, y: 20 } } as SceneNode,
    { id: "a@maintain", record: "a", place: { x: 120, y: 20 } } as SceneNode,
  ],
  background: [territory("run", 0), territory("maintain", 100)],
  stretch: { x: 2, y: 1 },
} as unknown as Scene;
const viewport = { zoom: 2, pan: { x: 10, y: -10 } };

test("an actor is pinned where it is added in Network, in the units in which pins are stored", () => {
  const added = addActorAt({ x: 90, y: 30 }, { lens: "network", scene, present, viewport });
  expect(added).toEqual({
    does: "add actor",
    lens: "network",
    place: { x: 20, y: 20 },
    activity: null,
    at: { x: 90, y: 30 },
  });
  const byGroup = { ...scene, arrangement: { name: "kind", title: "Kind", groups: [] } };
  expect(addActorAt({ x: 90, y: 30 }, { lens: "network", scene: byGroup, present, viewport })).toMatchObject({
    place: null,
  });
});

test("in a territory an actor is added with a claim to its activity, and with none beside all territories", () => {
  const at = (x: number) => addActorAt({ x, y: 30 }, { lens: "boundaries", scene, present, viewport });
  expect(at(90)).toMatchObject({ place: null, activity: { id: "run", key: "run" } });
  expect(at(290)).toMatchObject({ activity: { id: "maintain" } });
  expect(at(600)).toMatchObject({ activity: null });
  expect(addActorAt({ x: 90, y: 30 }, { lens: "rivals", scene, present, viewport })).toMatchObject({ activity: null });
});

test("the form says where the actor will stand: each lens in its own words", () => {
  const sentence = (lens: "network" | "positions" | "rivals" | "boundaries", more = {}) =>
    placeSentence({ does: "add actor", lens, place: null, activity: null, at: { x: 0, y: 0 }, ...more }, "SysCo");
  expect(sentence("network", { place: { x: 1, y: 1 } })).toBe("It will be pinned at this place.");
  expect(sentence("positions")).toContain("once claims about its activities exist");
  expect(sentence("rivals")).toContain("common customers with SysCo once claims");
  expect(sentence("boundaries", { activity: { id: "run", key: "run", name: "Running" } })).toContain("Running");
});

const drop = (node: string, x: number, who = "a"): Drop => ({
  ...{ node, actor: who, onto: null },
  from: { x: 20, y: 20 },
  at: { x, y: 50 },
});

test("a marker dropped in another territory asks what has happened; in its own or beside all it only moves", () => {
  const dropped = (it: Drop) => droppedInTerritory(it, scene, present, { x: 5, y: 5 });
  expect(dropped(drop("a", 150))).toMatchObject({
    does: "move claim",
    actor: { id: "a" },
    from: { id: "run" },
    to: { id: "maintain" },
  });
  expect(dropped(drop("a", 60))).toBeNull();
  expect(dropped(drop("a@maintain", 150)), "its own, wherever it was dragged from").toBeNull();
  expect(dropped(drop("a@maintain", 50))).toMatchObject({ from: { id: "maintain" }, to: { id: "run" } });
  expect(dropped(drop("a", 500))).toBeNull();
  expect(dropped(drop("a", 150, "nobody"))).toBeNull();
});

test("an actor without claims claims the activity in whose territory it is dropped", () => {
  const [b, known] = [
    { id: "b", key: "b", name: "B" },
    { ...present, boundaries: [] },
  ];
  const shown = { scene, present: known, viewport };
  expect(claimInTerritory(b, { x: 290, y: 30 }, shown)).toMatchObject({ does: "claim", activity: { id: "maintain" } });
  expect(claimInTerritory(b, { x: 600, y: 30 }, shown)).toBeNull();
  const boundaries = [{ claims: [{ about: { id: "a" } }] }] as unknown as MapFacts["boundaries"];
  const map = { nodes: [actor("b"), actor("a"), activity("run")], edges: [] };
  expect(unclaimedActors({ map, boundaries })).toEqual([{ id: "b", key: "b", name: "Name of b" }]);
});

test("what was typed goes on in the same gesture only", () => {
  const [a, b] = [
    { id: "a", key: "a", name: "A" },
    { id: "b", key: "b", name: "B" },
  ];
  const relate = (from: typeof a, to: typeof a | null, x = 0): Gesture => ({
    does: "relate",
    from,
    to,
    at: { x, y: 0 },
  });
  expect(isSameGesture(relate(a, b), relate(a, b, 9))).toBe(true);
  expect(isSameGesture(relate(a, b), relate(b, a))).toBe(false);
  expect(isSameGesture(relate(a, null), relate(a, b))).toBe(false);
});

test("a relation is chosen as a sentence; what has no direction has one sentence", () => {
  expect(relationSentences("Flowsense", "Paper Mill").map(({ text }) => text)).toEqual([
    "Flowsense supplies Paper Mill",
    "Paper Mill supplies Flowsense",
    "Flowsense partners with Paper Mill",
    "Flowsense owns Paper Mill",
    "Paper Mill owns Flowsense",
    "Flowsense competes with Paper Mill",
    "Flowsense depends on Paper Mill",
    "Paper Mill depends on Flowsense",
  ]);
});

test("a claim has the extent that was typed and no other; who says so and the lead stay unknown unless told", () => {
  expect(claimFields({ extent: 0.4 }, "a", "run")).toEqual({ about: "a", activity: "run", extent: 0.4 });
  expect(claimFields({ extent: 0, lead: false, voice: "OWN" }, "a", "run")).toEqual({
    about: "a",
    activity: "run",
    extent: 0,
    lead: false,
    by: "a",
  });
  expect([extentProblem({}), extentProblem({ extent: 0 }), extentProblem({ extent: 1.2 })]).toEqual([
    "Extent is missing: add it.",
    null,
    "Extent must be at most 100.",
  ]);
});

test("a part that is moved ends and begins on one day by the same speaker, a mistaken one is corrected", () => {
  const claim = { kind: "CLAIMS", key: "c|a|run|", version: 4, data: { by: "c", about: "a", extent: 0.3 } } as const;
  const fields = claimFields({ extent: 0.5 }, "a", "maintain");
  const move = { claim, day: "2026-02-01", activity: "maintain", fields };
  expect(claimMoveEdits({ ...move, reason: "moved" })).toEqual([
    { does: "end", record: claim, validTo: "2026-02-01" },
    { does: "create", kind: "CLAIMS", fields: { ...fields, by: "c", validFrom: "2026-02-01" } },
  ]);
  expect(claimMoveEdits({ ...move, reason: "wrong" })).toEqual([
    { does: "update", record: claim, fields: { activity: "maintain" } },
  ]);
  expect(claimMoveEdits({ ...move, reason: "also" })).toEqual([{ does: "create", kind: "CLAIMS", fields }]);
});

test("a key is made free by a number", () => {
  const taken = new Set(["rotor", "rotor-2"]);
  expect(freeKeyOf("rotor", (key) => taken.has(key))).toBe("rotor-3");
});
