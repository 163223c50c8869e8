import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { MapEdge, MapNode } from "../../../web/map/model/facts.graphql.ts";
import { mapSearch } from "../../../web/map/model/search-params/map-search.ts";
import type { Selection } from "../../../web/map/model/selection.ts";
import { type ExportPage, layOutPage } from "../../../web/map/output/export-page.ts";
import { linesWithin } from "../../../web/map/output/lines-within.ts";
import { shapePoints } from "../../../web/map/output/shape-points.ts";
import { recordsCsv, relationsCsv } from "../../../web/map/output/to-csv.ts";
import { withoutForbidden } from "../../../web/map/output/xml-text.ts";

const node = (key: string, label: string): MapNode =>
  ({
    id: key,
    key,
    kind: "ACTOR",
    actorKinds: ["MANUFACTURER", "SERVICE_PROVIDER"],
    label,
    validFrom: null,
    validTo: null,
    confidence: null,
  }) as MapNode;
const edge: MapEdge = {
  id: "e",
  source: "a",
  target: "b",
  kind: "SUPPLIES",
  label: "10",
  validFrom: "2020-01-01",
  validTo: null,
  confidence: 0.5,
} as MapEdge;

const selection: Selection = {
  facts: {
    map: {
      nodes: [node("a", "=HYPERLINK(1)"), node("b", 'Quote " and; comma,'), node("c", "Filtered")],
      edges: [edge],
    },
    positions: [
      {
        actor: { id: "a", key: "a", name: "A", kinds: [] },
        servitization: 0.25,
        breadth: 2,
        perceptionGap: null,
        voice: null,
        extents: [],
      },
    ],
    boundaries: [],
    threats: [],
  },
  nodes: new Set(["a", "b"]),
  edges: new Set(["e"]),
};

test("the CSV holds what is shown, unknown is empty and not 0, and no cell is a formula", () => {
  const rows = parse(recordsCsv(selection), { columns: true, bom: true }) as Record<string, string>[];
  expect(
    rows.map(({ key, name, kinds, servitization, perceptionGap, threat }) => [
      key,
      name,
      kinds,
      servitization,
      perceptionGap,
      threat,
    ]),
  ).toEqual([
    ["a", "'=HYPERLINK(1)", "MANUFACTURER; SERVICE_PROVIDER", "0.25", "", ""],
    ["b", 'Quote " and; comma,', "MANUFACTURER; SERVICE_PROVIDER", "", "", ""],
  ]);
});

test.each([
  ["a line feed, behind which another cell could begin", "A\n=1+1", "A\n=1+1"],
  ["a carriage return", "A\r=1+1", "A\r=1+1"],
  ["a line feed first", "\n=1+1", "'\n=1+1"],
  ["NUL before a sign", "\0=1+1", "'=1+1"],
  ["white space before a sign", "  =1+1", "'  =1+1"],
  ["a wide plus", "\uFF0B1", "'\uFF0B1"],
  ["a wide hyphen", "\uFF0D1", "'\uFF0D1"],
  ["a wide at sign", "\uFF20SUM(1)", "'\uFF20SUM(1)"],
])("a name with %s stays in its cell and is no formula", (_what, label, expected) => {
  const named = selection.facts.map.nodes.map((node) => (node.key === "a" ? { ...node, label } : node));
  const csv = recordsCsv({
    ...selection,
    facts: { ...selection.facts, map: { ...selection.facts.map, nodes: named } },
  });
  const rows = parse(csv, { columns: true, bom: true, record_delimiter: "\r\n" }) as Record<string, string>[];
  expect(rows.map(({ key, name }) => [key, name])[0]).toEqual(["a", expected]);
  // Every line break within a cell is within quotes.
  expect(csv.replace(/"[^"]*"/g, "").split("\r\n")).toHaveLength(rows.length + 2);
  expect(csv.replace(/"[^"]*"/g, "").replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("who is on the map only because another day is compared stands in no CSV", () => {
  const compared = { ghostIds: new Set(["b", "e"]) } as unknown as NonNullable<Selection["facts"]["compared"]>;
  const both = { ...selection, facts: { ...selection.facts, compared } };
  const keys = (parse(recordsCsv(both), { columns: true, bom: true }) as { key: string }[]).map(({ key }) => key);
  expect(keys).toEqual(["a"]);
  expect(parse(relationsCsv(both), { columns: true, bom: true })).toEqual([]);
});

test("no text is a formula in a spreadsheet, and each can be told from its neighbour and put back", () => {
  const texts = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\uFF1D1",
    "\uFF0B1",
    "\uFF0D1",
    "\uFF20SUM(A1)",
    "\uFE661",
    "\u22121",
    "\n=1",
    " =1+1",
    "\u00A0+1",
    "\u200B@1",
    "|calc",
    "%0A",
    "'=1+1",
    "'",
    "plain",
    "a=b",
    "a;=1+1",
    "two\nlines",
    'q"q',
  ];
  const nodes = texts.map((text, at) => node(`n${at}`, text));
  const shown = new Set(nodes.map(({ id }) => id));
  const all = { ...selection, facts: { ...selection.facts, map: { ...selection.facts.map, nodes } }, nodes: shown };
  const rows = parse(recordsCsv(all), { columns: true, bom: true }) as { name: string }[];
  const names = rows.map(({ name }) => name);
  expect(recordsCsv(all)).toContain('"a;=1+1"');
  for (const name of names) expect(name).not.toMatch(/^[\s\u200B]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20\uFE66\u2212]|^\s/);
  expect(names.map((name) => name.replace(/^'/, ""))).toEqual(texts);
});

test("the CSV of relations names both ends", () => {
  expect(parse(relationsCsv(selection), { columns: true, bom: true })).toEqual([
    {
      from: "a",
      fromName: "'=HYPERLINK(1)",
      relation: "SUPPLIES",
      to: "b",
      toName: 'Quote " and; comma,',
      label: "10",
      validFrom: "2020-01-01",
      validTo: "",
      confidence: "0.5",
    },
  ]);
});

test("every drawn shape fills its box and leaves it nowhere", () => {
  for (const [shape, points] of Object.entries(shapePoints)) {
    const reach = Math.max(...points.flatMap(([x, y]) => [Math.abs(x), Math.abs(y)]));
    expect([shape, Math.round(reach * 1000) / 1000]).toEqual([shape, 1]);
  }
});

test("a copied link keeps the very place and zoom, and a broken one is left out", () => {
  expect(mapSearch({ at: "1.25,310,-42.5" })).toEqual({ at: "1.25,310,-42.5" });
  expect(mapSearch({ at: "1.25,310" })).toEqual({});
});

test("characters that XML forbids are left out of an SVG, and no others", () => {
  expect(withoutForbidden("<text>Pump\bwerk\u0000\u001f\uffff \ud83d!</text>")).toBe("<text>Pumpwerk !</text>");
  const allowed = "<text>tab\t line\n Ä 東京 😀 \u00a0 \u0085</text>";
  expect(withoutForbidden(allowed)).toBe(allowed);
});

test("texts of a sheet are as wide as their room, whole words where they can be, and nothing is lost", () => {
  const inLetters = (text: string) => text.length;
  expect(linesWithin("Lines of equal threat", 9, inLetters)).toEqual(["Lines of", "equal", "threat"]);
  expect(linesWithin("a Donaudampfschiff b", 8, inLetters)).toEqual(["a", "Donaudam", "pfschiff", "b"]);
  expect(linesWithin("", 8, inLetters)).toEqual([""]);
});

test("a long legend, title or account of what is left out makes a sheet higher, and not wider", () => {
  const page = (label: string, title: string): ExportPage =>
    ({
      title,
      subtitle: "Rivals lens",
      viewport: { zoom: 1, pan: { x: 0, y: 0 }, width: 600, height: 300 },
      legend: [
        {
          title: "Symbols",
          items: [
            { label, sample: {} },
            { label: "Last", sample: {} },
          ],
        },
      ],
    }) as unknown as ExportPage;
  const [short, long] = [layOutPage(page("Size", "Map")), layOutPage(page("a line of equal threat ".repeat(9), "Map"))];
  const last = ({ entries }: typeof short) => entries.at(-1)!;
  expect(long.width).toBe(short.width);
  expect(last(long).y).toBeGreaterThan(last(short).y + 5 * 16);
  expect(
    long.entries.every(({ lines, x, style }) => lines.every((line) => x + line.length * style.size * 0.4 < 832)),
  ).toBe(true);
  expect(layOutPage(page("Size", "A map of many words ".repeat(12))).head).toBeGreaterThan(short.head + 20);
});
