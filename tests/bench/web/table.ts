import type { Figure } from "../stage/figure.ts";
import type { Other } from "./others.ts";
import type { Ours } from "./ours.ts";

interface Row {
  what: string;
  ours: number;
  unit: "ms" | "MB";
  atMost?: number;
  cytoscape?: number;
  sigma?: number;
}

const number = (value: number | undefined, unit = "") =>
  value === undefined ? "" : `${value.toFixed(value < 10 ? 1 : 0)}${unit && ` ${unit}`}`;
const ratio = (one: number, other: number | undefined) => (other ? `${(one / other).toFixed(2)}×` : "");

/** Ours beside the others. */
export function rowsOf(
  ours: Ours,
  { plainCytoscape: cytoscape, sigma }: Record<"plainCytoscape" | "sigma", Other>,
  layouts: readonly { what: string; millis: number }[],
): Row[] {
  const { near, far } = ours;
  return [
    // Asked on a machine on which plain Cytoscape took 2.0 s: elsewhere the ratio tells more.
    {
      what: "first picture after the data",
      ours: ours.first,
      unit: "ms",
      atMost: 1_000,
      cytoscape: cytoscape.full,
      sigma: sigma.full,
    },
    {
      what: "full picture of a later visit, by group",
      ours: ours.again,
      unit: "ms",
      atMost: 2_500,
      cytoscape: cytoscape.full,
      sigma: sigma.full,
    },
    { what: "laid out and drawn anew", ours: ours.laid, unit: "ms" },
    { what: "longest frame while the worker lays out", ours: ours.whileLaying.longest, unit: "ms" },
    ...(
      [
        ["far, pan", far.pan, "pan"],
        ["far, zoom", far.zoom, "zoom"],
        [`near (${near.nodes} nodes, ${near.edges} relations), pan`, near.pan, "pan"],
        ["near, zoom", near.zoom, "zoom"],
      ] as const
    ).flatMap(([what, frames, act]): Row[] => [
      {
        what: `${what}: longest frame`,
        ours: frames.longest,
        unit: "ms",
        ...(act === "pan" && { atMost: 50 }),
        cytoscape: cytoscape[act].longest,
        sigma: sigma[act].longest,
      },
      {
        what: `${what}: 95 of 100 frames`,
        ours: frames.p95,
        unit: "ms",
        cytoscape: cytoscape[act].p95,
        sigma: sigma[act].p95,
      },
    ]),
    ...ours.lenses.flatMap(({ lens, millis, frames }): Row[] => [
      { what: `to ${lens}: until all stands`, ours: millis, unit: "ms" },
      { what: `to ${lens}: longest frame`, ours: frames.longest, unit: "ms" },
    ]),
    ...layouts.map(({ what, millis }): Row => ({ what: `layout: ${what}`, ours: millis, unit: "ms" })),
    { what: "memory", ours: ours.memory.first, unit: "MB", cytoscape: cytoscape.memory, sigma: sigma.memory },
    {
      what: `memory after ${ours.memory.changes} lens changes`,
      ours: ours.memory.last,
      unit: "MB",
      atMost: ours.memory.first * 1.1,
    },
  ];
}

/** What was asked of ours, with what it takes. */
export const figuresOf = (rows: readonly Row[]): Figure[] =>
  rows.flatMap(({ what, ours: value, unit, atMost }): Figure[] =>
    atMost === undefined ? [] : [{ what, value, unit, atMost }],
  );

/** Prints ours beside the others, with how many times as long ours takes. */
export function printTable(rows: readonly Row[]): void {
  const cells = rows.map((row) => [
    row.what,
    number(row.ours, row.unit),
    number(row.cytoscape, row.cytoscape === undefined ? "" : row.unit),
    ratio(row.ours, row.cytoscape),
    number(row.sigma, row.sigma === undefined ? "" : row.unit),
    ratio(row.ours, row.sigma),
  ]);
  const table = [["", "Ecotone", "Cytoscape", "ratio", "sigma.js 3", "ratio"], ...cells];
  const widths = table[0]!.map((_, i) => Math.max(...table.map((row) => row[i]!.length)));
  console.log();
  for (const row of table)
    console.log(
      `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  ")}`.trimEnd(),
    );
}
