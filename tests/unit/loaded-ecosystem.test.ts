import { GraphQLObjectType, type GraphQLResolveInfo } from "graphql";
import { expect, test } from "vitest";
import { LoadedEcosystem } from "../../api/ecosystems/loaded-ecosystem.ts";
import { schema } from "../../api/schema/schema.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";

const document: EcosystemDocument = {
  format: "ecosystem/1",
  ecosystem: { key: "mills", name: "Mills", focal: "works" },
  actors: [{ key: "works", name: "Machine Works", kinds: ["MANUFACTURER"] }],
};
const pin = { lens: "NETWORK" as const, kind: "ACTOR" as const, key: "works", x: 1, y: 2 };

/** How often a measure is computed for the document after it has been for the first one. */
function computedAgain(next: EcosystemDocument): number {
  let computed = 0;
  const ask = (loaded: LoadedEcosystem) => loaded.measure("coherence", {}, () => ++computed);
  const before = new LoadedEcosystem(1, document);
  ask(before);
  ask(new LoadedEcosystem(2, next, {}, before));
  return computed - 1;
}

test("measures hold when only places on the map have changed", () => {
  expect(computedAgain({ ...document, layout: [pin] })).toBe(0);
});

test("measures are computed anew when a list of facts, or what the ecosystem says of itself, has changed", () => {
  expect(computedAgain({ ...document, actors: [...document.actors!] })).toBe(1);
  expect(computedAgain({ ...document, relations: [] })).toBe(1);
  expect(computedAgain({ ...document, ecosystem: { key: "mills", name: "Mills" } })).toBe(1);
});

test("records of the layout have a validity after a revision in which only they have changed", async () => {
  const type = schema.getType("Record");
  if (!(type instanceof GraphQLObjectType)) throw new Error("The schema has no type Record.");
  const { validity } = type.getFields();
  const statuses = (loaded: LoadedEcosystem) =>
    Promise.all(
      loaded
        .all("layout")
        .map((node) => validity!.resolve!(node, { asOf: "2026-06-01" }, {}, {} as GraphQLResolveInfo)),
    );
  const before = new LoadedEcosystem(1, { ...document, layout: [pin] });
  expect(await statuses(before)).toEqual(["VALID"]);
  const moved = { ...pin, x: 5 };
  const after = new LoadedEcosystem(2, { ...document, layout: [moved, { ...pin, lens: "RIVALS" }] }, {}, before);
  expect(await statuses(after)).toEqual(["VALID", "VALID"]);
});
