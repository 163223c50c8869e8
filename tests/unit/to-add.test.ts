import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

// The table "to add" of docs/architecture.md, proven by an example of each row: which files name it.

const root = resolve(import.meta.dirname, "../..");
/** Files that a command writes; they may name anything. */
const generated = new Set(["web/graphql/graphql-env.d.ts"]);
const sources = new Map(
  ["api", "cypher", "web", "seed"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
    )
    .filter((path) => /\.(tsx?|css|cypher)$/.test(path) && !generated.has(path))
    .sort()
    .map((path) => [path, readFileSync(join(root, path), "utf8")]),
);

interface Row {
  /** What is added. */
  add: string;
  /** A word that stands for one that is there already. */
  example: string;
  /** Where it is written. */
  written: readonly string[];
  /** Other files that may name it, each with the reason. */
  allowed: Readonly<Record<string, string>>;
  /** The list with its one line for it, and the file that the line names. */
  line?: { list: string; file: string };
}

const axes = "Rivals are placed by overlap and market commonality: the axes are these two factors by design";

const rows: readonly Row[] = [
  {
    add: "a field of a record",
    example: "industrialInternetReadiness",
    written: ["cypher/model/records/profiles.ts"],
    allowed: {
      "api/measures/segments/segments.ts": "segments are made by this field",
    },
  },
  {
    add: "a value of an enum",
    example: "SOFTWARE_PROVIDER",
    written: ["cypher/model/enums/actor-kind.ts"],
    allowed: {
      "api/changes/imports/landscape/organisations.ts":
        "who offers an item of a landscape is a software provider by its definition",
      "api/changes/imports/mapping/vocabulary.ts": "words by which files say kinds, besides their own; none is needed",
      "api/measures/threat/competitor-type.ts": "competitor types are defined by kinds of actor",
      "web/map/model/kinds.ts": "the symbol and colour of each kind, typed by the enum",
      "web/shared/guessed-kind.ts": "words of names that suggest a kind; one without words is chosen from the list",
    },
  },
  {
    add: "a coherence dimension",
    example: "EXPECTATIONS",
    written: ["api/measures/coherence/dimensions/expectations.ts"],
    allowed: {
      "web/grids/model/question-place.ts": "the grid that answers a dimension's questions, typed by the enum",
    },
    line: { list: "api/measures/coherence/dimensions.ts", file: "./dimensions/expectations.ts" },
  },
  {
    add: "a threat factor",
    example: "MARKET_COMMONALITY",
    written: ["api/measures/threat/factors/market-commonality.ts"],
    allowed: {
      "web/map/lenses/rivals/plot.ts": axes,
    },
    line: { list: "api/measures/threat/factors.ts", file: "./factors/market-commonality.ts" },
  },
  {
    add: "a damper",
    example: "ENTRY_BARRIER",
    written: ["api/measures/threat/dampers/entry-barrier.ts"],
    allowed: {},
    line: { list: "api/measures/threat/dampers.ts", file: "./dampers/entry-barrier.ts" },
  },
  {
    add: "an intervention",
    example: "SETTLE_BOUNDARY",
    written: ["api/measures/coherence/interventions/settle-boundary.ts"],
    allowed: {},
    line: { list: "api/measures/coherence/interventions.ts", file: "./interventions/settle-boundary.ts" },
  },
  {
    add: "a query",
    example: "order-views",
    written: ["cypher/views/views.ts"],
    allowed: {},
  },
  {
    add: "a page",
    example: "CustomersPage",
    written: ["web/pages/customers/CustomersPage.tsx", "web/app/router.tsx"],
    allowed: {},
  },
  {
    add: "an import format",
    example: "landscape2",
    written: ["api/changes/imports/formats/landscape2.ts"],
    allowed: { "api/changes/imports/formats/formats.ts": "the list of formats" },
    line: { list: "api/changes/imports/formats/formats.ts", file: "./landscape2.ts" },
  },
  {
    add: "an export format",
    example: "nodegraphics",
    written: ["api/exports/formats/graphml.ts"],
    allowed: {},
    line: { list: "api/exports/formats/formats.ts", file: "./graphml.ts" },
  },
];

const naming = (example: string): string[] =>
  [...sources].filter(([, text]) => new RegExp(`\\b${example}\\b`).test(text)).map(([path]) => path);

describe("what it takes to add", () => {
  test.each(rows)("$add: $example is named where it is written, and elsewhere only with a reason", (row) => {
    expect(naming(row.example)).toEqual([...row.written, ...Object.keys(row.allowed)].sort());
  });

  test.each(rows.filter(({ line }) => line !== undefined))("$add: its list names its file in one line", ({ line }) => {
    const imports = sources
      .get(line!.list)!
      .split("\n")
      .filter((text) => text.includes(`from "${line!.file}"`));
    expect(imports).toHaveLength(1);
    const name = /\{ (\w+) \}/.exec(imports[0]!)?.[1];
    expect(
      sources
        .get(line!.list)!
        .split("\n")
        .filter((text) => new RegExp(`\\b${name}\\b`).test(text)).length,
    ).toBe(2);
  });
});
