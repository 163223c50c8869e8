import { expect, test } from "vitest";
import { conditionsOf, noConditions } from "../../../web/map/model/filter/conditions.ts";
import { countLeftOut, countValues } from "../../../web/map/model/filter/counts.ts";
import type { ChoiceFacet, RangeFacet } from "../../../web/map/model/filter/facet.ts";
import { knownOf, unrecorded } from "../../../web/map/model/filter/facet.ts";
import { facets } from "../../../web/map/model/filter/facets.ts";
import { selectionOf } from "../../../web/map/model/pipeline.ts";
import type { MapSearch } from "../../../web/map/model/search-params/map-search.ts";
import { mapSearch } from "../../../web/map/model/search-params/map-search.ts";
import { activity, actor, edge, factsOf, position, standard, threat } from "./support.ts";

const nodes = [
  actor("a", ["MANUFACTURER", "SERVICE_PROVIDER"], { labels: ["x", "y"], country: "FI", confidence: 0.9 }),
  actor("b", ["CUSTOMER"], { labels: ["y"], country: "SE", confidence: 0.4, evidenceNewest: "2020-01-01" }),
  actor("c", ["CUSTOMER"], { tags: [{ focal: "a", type: "OTHER", label: null }], evidenceNewest: "2026-01-01" }),
  standard("s"),
  activity("run", { layer: "OPERATION" }),
  activity("make", { layer: "EQUIPMENT" }),
];
const edges = [
  edge("a", "SUPPLIES", "b"),
  edge("a", "PARTNERS_WITH", "c", { confidence: 0.3 }),
  edge("b", "ADOPTS", "s"),
  edge("a", "CLAIMS", "run"),
];
const facts = factsOf(nodes, edges, {
  positions: [position("a", ["run"], "OPERATION"), position("b", ["make"], "EQUIPMENT")],
  threats: [threat("b", "HIGH")],
  focal: { id: "a", key: "a", name: "A", kinds: ["MANUFACTURER"] },
});
const day = { date: "2026-06-01" };
const shown = (search: MapSearch) => [...selectionOf(facts, { ...day, ...search }).nodes].join(" ");
const choice = (name: string) => facets.find((facet) => facet.name === name) as ChoiceFacet;
const counts = (name: string, search: MapSearch) =>
  Object.fromEntries(countValues(choice(name), facts, { ...day, ...search }).map(({ value, count }) => [value, count]));

test("each facet lets through those that have any of the chosen values, and what it does not ask of", () => {
  expect(shown({ kinds: ["CUSTOMER"] })).toBe("b c s run make");
  expect(shown({ kinds: ["CUSTOMER", "SERVICE_PROVIDER"] })).toBe("a b c s run make");
  expect(shown({ labels: ["x"] })).toBe("a s run make");
  expect(shown({ labels: [unrecorded] })).toBe("c s run make");
  expect(shown({ tags: ["OTHER"] })).toBe("a c s run make");
  expect(shown({ countries: ["SE"] })).toBe("b s run make");
  expect(shown({ layers: ["OPERATION"] })).toBe("a s run");
  expect(shown({ levels: ["HIGH"] })).toBe("a b s run make");
  expect([...selectionOf(facts, { relations: ["SUPPLIES"] }).edges]).toEqual(["a SUPPLIES b", "a CLAIMS run"]);
});

test("all facets apply together", () => {
  expect(shown({ kinds: ["CUSTOMER"], labels: ["y"] })).toBe("b s run make");
  expect(shown({ kinds: ["CUSTOMER"], labels: ["x"] })).toBe("s run make");
});

test("what has no confidence or no evidence recorded stays, for unknown is not zero", () => {
  expect(shown({ sure: 0.5 })).toBe("a c s run make");
  expect([...selectionOf(facts, { sure: 0.5 }).edges]).toEqual(["a CLAIMS run"]);
  expect(shown({ fresh: 1 })).toBe("a c s run make");
});

test("a value's count is how many of what is otherwise shown have it", () => {
  expect(counts("kinds", {})).toEqual({ MANUFACTURER: 1, CUSTOMER: 2, SERVICE_PROVIDER: 1 });
  // Its own choice does not count against it, another facet's does.
  expect(counts("kinds", { kinds: ["CUSTOMER"] })).toEqual({ MANUFACTURER: 1, CUSTOMER: 2, SERVICE_PROVIDER: 1 });
  expect(counts("kinds", { kinds: ["MANUFACTURER"], countries: ["SE"] })).toEqual({ MANUFACTURER: 0, CUSTOMER: 1 });
  expect(counts("countries", { kinds: ["CUSTOMER"] })).toEqual({ SE: 1, [unrecorded]: 1 });
  expect(counts("relations", { hide: ["c"] })).toEqual({ SUPPLIES: 1, ADOPTS: 1 });
});

test("a slider says what it alone leaves out", () => {
  const sure = facets.find((facet) => facet.name === "sure") as RangeFacet;
  expect(countLeftOut(sure, facts, { ...day, sure: 0.5 })).toEqual({ nodes: 1, relations: 3 });
});

test("the count of a value is what choosing it shows, for every facet and value", () => {
  for (const facet of facets) {
    if (facet.type !== "choice") continue;
    for (const { value, count } of countValues(facet, facts, day)) {
      const selection = selectionOf(facts, { ...day, [facet.name]: [value] });
      const known = knownOf(facts, day);
      const all = facet.of === "nodes" ? nodes : edges;
      const ids = facet.of === "nodes" ? selection.nodes : selection.edges;
      const asked = all.filter((one) => ids.has(one.id) && facet.values(one, known) !== null);
      expect([facet.name, value, asked.length]).toEqual([facet.name, value, count]);
    }
  }
});

test("every condition is a chip of its own, whose removal leaves the others", () => {
  const search: MapSearch = { kinds: ["CUSTOMER", "ANALYST"], sure: 0.5, fresh: 3, countries: ["FI"] };
  expect(conditionsOf(search).map(({ words }) => words)).toEqual([
    "Customer",
    "Data analytics firm",
    "Finland",
    "Confidence at least 50\u00a0%",
    "Evidence at most 3 years old",
  ]);
  for (const { id, without } of conditionsOf(search)) {
    const left = conditionsOf({ ...search, ...without }).map((condition) => condition.id);
    expect(left).toEqual(conditionsOf(search).flatMap((condition) => (condition.id === id ? [] : condition.id)));
  }
  expect(conditionsOf({ ...search, ...noConditions })).toEqual([]);
});

test("every facet has a name, words for each value, and a parameter of the address that is read back", () => {
  expect(new Set(facets.map(({ name }) => name)).size).toBe(facets.length);
  for (const facet of facets) {
    const value = facet.type === "choice" ? [facet.order?.[0] ?? "x"] : facet.low + facet.step;
    expect([facet.name, mapSearch({ [facet.name]: value })]).toEqual([facet.name, { [facet.name]: value }]);
    const words = facet.type === "choice" ? facet.words((value as string[])[0]!) : facet.words(value as number);
    expect(words).toMatch(/\w/);
  }
});
