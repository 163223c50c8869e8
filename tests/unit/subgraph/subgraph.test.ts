import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LoadedEcosystem } from "../../../api/ecosystems/loaded-ecosystem.ts";
import { coherence } from "../../../api/measures/coherence/coherence.ts";
import { threats } from "../../../api/measures/threat/threat.ts";
import { mapOf } from "../../../api/schema/map-of.ts";
import { subgraphOfItem, subgraphOfTerms } from "../../../api/schema/subgraph.ts";
import { factsInForce } from "../../../api/time/in-force.ts";

const loaded = new LoadedEcosystem(
  1,
  JSON.parse(readFileSync(new URL("../../../seed/sysco.json", import.meta.url), "utf8")),
);
const moment = { asOf: "2026-11-23", minConfidence: 0 };
const facts = factsInForce(loaded.document, moment);
const whole = mapOf(loaded, moment);
const nodeIds = new Set(whole.nodes.map(({ id }) => id));
const edgeIds = new Set(whole.edges.map(({ id }) => id));

describe("the part of the map behind a figure, on the seed", () => {
  it("of every item of every dimension is a part of the whole map, with the actors, activities and standards it is about", () => {
    for (const { kind, items } of coherence(facts).dimensions) {
      for (const item of items) {
        const { nodes, edges } = subgraphOfItem(loaded, moment, kind, item);
        expect(nodes.filter(({ id }) => !nodeIds.has(id))).toEqual([]);
        expect(edges.filter(({ id }) => !edgeIds.has(id))).toEqual([]);
        const keys = nodes.map(({ key }) => key);
        for (const subject of item.subjects)
          if (["actors", "activities", "standards"].includes(subject.kind)) expect(keys).toContain(subject.key);
      }
      // Expectations are drawn as their actors alone: a topic has no place on the map.
      const drawn = items.map((item) => subgraphOfItem(loaded, moment, kind, item));
      expect(drawn.some(({ nodes }) => nodes.length > 1)).toBe(true);
      expect({ kind, edges: drawn.some(({ edges }) => edges.length > 0) }).toEqual({
        kind,
        edges: kind !== "EXPECTATIONS",
      });
    }
  });

  it("of every term of every factor and damper holds the focal firm and the rival, and some of each draw an edge", () => {
    const { rivals, focal, halfLifeDays } = threats(facts);
    const drawing = new Set<string>();
    for (const { rival, factors, dampers } of rivals) {
      for (const { kind, terms } of [...factors, ...dampers]) {
        const { nodes, edges } = subgraphOfTerms(loaded, { moment, focal, halfLifeDays, rival }, kind, terms);
        expect(nodes.filter(({ id }) => !nodeIds.has(id))).toEqual([]);
        expect(nodes.map(({ key }) => key)).toEqual(expect.arrayContaining([focal, rival]));
        expect(edges.filter(({ id }) => !edgeIds.has(id))).toEqual([]);
        if (edges.length > 0) drawing.add(kind);
      }
    }
    expect([...drawing].sort()).toEqual([
      "ECOSYSTEM_TIES",
      "ENTRY_BARRIER",
      "MARKET_COMMONALITY",
      "MOMENTUM",
      "OVERLAP",
      "STATED_RIVALRY",
      "SUPPLY_COMMONALITY",
    ]);
  });

  it("of a contested boundary is its activity, those who claim it, and their claims", () => {
    const item = coherence(facts)
      .dimensions.find(({ kind }) => kind === "BOUNDARIES")!
      .items.find(({ key }) => key === "line-design")!;
    const { nodes, edges } = subgraphOfItem(loaded, moment, "BOUNDARIES", item);
    const claims = facts.claimsOn.get("line-design")!;
    expect(edges.filter(({ kind }) => kind === "CLAIMS")).toHaveLength(claims.length);
    expect(nodes.filter(({ kind }) => kind === "ACTIVITY").map(({ key }) => key)).toEqual(["line-design"]);
  });
});
