import { expect, test } from "vitest";
import { ecosystemMap, type MapFilter } from "../../api/map/ecosystem-map.ts";
import { mapRecords } from "../../api/map/map-records.ts";
import { intersect, OPEN_END, OPEN_START, subtract } from "../../api/time/spans.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

const records = mapRecords(smallEcosystem("small"), null, 0);
const mapWith = (filter: MapFilter) => ecosystemMap(records, filter, (kind, key) => `${kind}:${key}`);
const edgesOf = (filter: MapFilter) =>
  mapWith(filter).edges.map(({ source, kind, target }) => `${source} ${kind} ${target}`);

test("the map has a node for every actor, standard, activity and offering", () => {
  expect(mapWith({}).nodes.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    "ACTOR sysco",
    "ACTOR rivalco",
    "ACTOR mill",
    "ACTOR gone",
    "STANDARD opc",
    "ACTIVITY make",
    "ACTIVITY run",
    "OFFERING press",
  ]);
});

test("the map has an edge for every fact that joins two nodes", () => {
  expect(edgesOf({})).toEqual([
    "actors:sysco CLAIMS activities:make",
    "actors:sysco CLAIMS activities:run",
    "actors:rivalco CLAIMS activities:run",
    "actors:sysco CLAIMS activities:run",
    "actors:sysco ADOPTS standards:opc",
    "actors:sysco PROVIDES offerings:press",
    "offerings:press PERFORMS activities:make",
    "actors:sysco INTERFACES_WITH actors:mill",
    "actors:sysco SUPPLIES actors:mill",
    "actors:sysco SUPPLIES actors:mill",
    "actors:rivalco SUPPLIES actors:mill",
    "actors:mill DEVELOPS_WITH actors:sysco",
    "actors:mill SHARES_DATA_WITH actors:sysco",
    "actors:mill USES_EQUIPMENT_OF actors:sysco",
  ]);
});

test("ids of edges are unique", () => {
  const ids = mapWith({}).edges.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("equipment of one maker at one customer is one edge that says how many units", () => {
  expect(mapWith({ edgeKinds: ["USES_EQUIPMENT_OF"] }).edges).toMatchObject([
    { label: "3 units", validFrom: "2010-01-01" },
  ]);
});

test("a relation is in force until its next version begins", () => {
  expect(mapWith({ edgeKinds: ["SUPPLIES"] }).edges.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
    ["2018-01-01", "2022-01-01"],
    ["2022-01-01", undefined],
    [undefined, undefined],
  ]);
});

test("a fact counts until its next version begins, and again after one that ends before it", () => {
  const span = (from: string, to = OPEN_END) => ({ from, to });
  const long = span("2020-01-01");
  const short = span("2021-01-01", "2022-01-01");
  expect(subtract(long, [short])).toEqual([span("2020-01-01", "2021-01-01"), span("2022-01-01")]);
  expect(subtract(short, [span("2019-01-01")])).toEqual([]);
  expect(subtract(short, [span(OPEN_START, "2021-06-01")])).toEqual([span("2021-06-01", "2022-01-01")]);
});

test("two spans meet from the later beginning to the earlier end", () => {
  const [one, other] = [
    { from: "2020-01-01", to: OPEN_END },
    { from: "2021-01-01", to: "2022-01-01" },
  ];
  expect(intersect(one, other)).toEqual({ from: "2021-01-01", to: "2022-01-01" });
});

test("a neighbourhood holds what lies within its steps", () => {
  const keys = (depth: number) => mapWith({ around: "offerings:press", depth }).nodes.map(({ key }) => key);
  expect(keys(0)).toEqual(["press"]);
  expect(keys(1)).toEqual(["sysco", "make", "press"]);
  expect(mapWith({ around: "actors:nobody" }).nodes).toEqual([]);
});

test("a limit keeps the best connected nodes and says that it cut", () => {
  const { nodes, truncated } = mapWith({ limit: 2 });
  expect([nodes.map(({ key }) => key), truncated]).toEqual([["sysco", "mill"], true]);
  expect(mapWith({ limit: 8 }).truncated).toBe(false);
});

test("a filter by actor kind leaves other kinds of node alone", () => {
  expect(mapWith({ actorKinds: ["CUSTOMER"], kinds: ["ACTOR", "STANDARD"] }).nodes.map(({ key }) => key)).toEqual([
    "mill",
    "opc",
  ]);
});

test("at a date the map holds only what is in force, of several versions the latest", () => {
  const at = (asOf: string) => {
    const { nodes, edges } = ecosystemMap(
      mapRecords(smallEcosystem("small"), asOf, 0),
      {},
      (kind, key) => `${kind}:${key}`,
    );
    return {
      actors: nodes.filter(({ kind }) => kind === "ACTOR").map(({ key }) => key),
      ties: edges
        .filter(({ kind }) => kind === "SUPPLIES" || kind === "DEVELOPS_WITH")
        .map(({ kind, label }) => `${kind} ${label}`),
    };
  };
  expect(at("2018-06-01")).toEqual({ actors: ["sysco", "mill", "gone"], ties: ["SUPPLIES 10"] });
  expect(at("2023-06-01")).toEqual({
    actors: ["sysco", "rivalco", "mill"],
    ties: ["SUPPLIES 20", "SUPPLIES 5", "DEVELOPS_WITH Press lab"],
  });
});

test("a fact known to be less sure than asked for is left out, and one that does not say stays", () => {
  const document = smallEcosystem("small");
  document.actors![1]!.confidence = 0.3;
  expect(mapRecords(document, null, 0.5).actors.map(({ key }) => key)).toEqual(["sysco", "mill", "gone"]);
  expect(mapRecords(document, null, 0.5).claims.every(({ by }) => by === "sysco")).toBe(true);
});
