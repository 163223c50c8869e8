import { expect, test } from "vitest";
import type { Boundary, Claim } from "../../../web/map/model/facts.graphql.ts";
import type { MapFacts } from "../../../web/map/model/facts.ts";
import type { Scene } from "../../../web/map/model/scene.ts";
import { claimDrop } from "../../../web/pages/map/what-if/claim-drop.ts";
import { actor } from "./support.ts";

const activity = { id: "ACTIVITY:run", key: "run", name: "Running" };
const claim = (id: string, about: string, by: string | null = about) =>
  ({ id, about: { id: about, name: about }, by: by && { id: by, name: by }, lead: true, activity }) as unknown as Claim;
const present = {
  map: { nodes: [actor("a"), actor("b"), actor("c")], edges: [] },
  boundaries: [{ activity, claims: [claim("own", "a"), claim("said", "a", "c")] } as unknown as Boundary],
} as unknown as MapFacts;
const square = { x: 0, y: 0, width: 100, height: 100 };
const polygon = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
];
const scene = { background: [{ type: "territory", record: activity.id, ...square, polygon }] } as unknown as Scene;
const drop = (who: string, onto: string, moved: readonly string[] = [], at = { x: 50, y: 50 }) =>
  claimDrop({ from: { x: 10, y: 10 }, actor: who, onto, at }, scene, present, moved)?.moved ?? null;

test("an actor marker that is dropped on another moves the claim that says most of its actor", () => {
  expect(drop("a", "b")).toEqual(["own>b"]);
  expect(drop("b", "a")).toBeNull();
  expect(drop("a", "b", [], { x: 300, y: 50 }), "in another territory").toBeNull();
});

test("a claim is moved once: dragged on it goes to the next, dragged back it is where it was", () => {
  expect(drop("b", "c", ["own>b", "else>x"])).toEqual(["else>x", "own>c"]);
  expect(drop("b", "a", ["own>b"])).toEqual([]);
});

test("an actor whose own claim is supposed to be elsewhere keeps the actor marker that others give it, and that one moves next", () => {
  expect(drop("a", "b", ["own>c"])).toEqual(["own>c", "said>b"]);
});
