import type { StylesheetJson } from "cytoscape";
import { colourOf, drawnRelations, type Look, looks, relationFamilies } from "../model/kinds.ts";
import { font, type Palette, palettes } from "./background/palette.ts";
import { shadeStyles, voiceStyles } from "./stylesheet-fills.ts";

/** Label priority of nodes that are always named: the focal firm. */
export const mustFrom = 1000;

/** Opacity for a confidence of 0..1: the least certain fact is faded, not invisible. */
export const fade = (confidence: number): number => 0.35 + 0.65 * Math.min(1, Math.max(0, confidence));

/** What nodes and relations look like, as a pure function of the theme and the tables of kinds. Names are drawn apart (labels/). */
export function stylesheet(scheme: "light" | "dark", lineScale = 1): StylesheetJson {
  const palette = palettes[scheme];
  return [...nodeStyles(palette), ...edgeStyles(palette, lineScale), ...states(palette, lineScale)] as StylesheetJson;
}

function nodeStyles(palette: Palette): object[] {
  return [
    {
      selector: "node",
      style: {
        width: "data(size)",
        height: "data(size)",
        shape: "data(shape)",
        "background-opacity": "data(opacity)",
        "border-width": 1.2,
        "border-color": palette.surface,
      },
    },
    ...(Object.keys(looks) as Look[]).map((look) => ({
      selector: `node[look = "${look}"]`,
      style: { "background-color": colourOf(look, palette.scheme) },
    })),
    ...(Object.keys(looks) as Look[]).flatMap((look) => voiceStyles(look, palette)),
    {
      selector: "node[?inferred]",
      style: { "border-width": 1.8, "border-style": "dashed", "border-color": palette.ink },
    },
    { selector: "node[competitor][!inferred]", style: { "border-width": 1.8, "border-color": palette.ink } },
    ...shadeStyles(palette),
    { selector: "node[?lead]", style: { "border-color": palette.ink, "border-width": 3 } },
    // Only on the other date of a comparison: an outline at the former position.
    {
      selector: "node[?ghost]",
      style: {
        "background-opacity": 0.16,
        "border-style": "dashed",
        "border-width": 1.4,
        "border-color": palette.muted,
      },
    },
    // Named in any case, also where the name lies on others.
    { selector: `node[priority >= ${mustFrom}]`, style: { "z-index": 4 } },
  ];
}

function edgeStyles(palette: Palette, lineScale: number): object[] {
  return [
    {
      selector: "edge",
      style: {
        width: lineScale,
        "line-color": palette.neutral,
        "target-arrow-color": palette.neutral,
        "curve-style": "straight",
        "arrow-scale": 0.62 * lineScale,
        opacity: "data(opacity)",
        "target-distance-from-node": 1,
      },
    },
    ...drawnRelations.map(([kind, look]) => {
      const { width, dash, colour, dark } = relationFamilies[look.family];
      const lineColour = palette.scheme === "dark" ? dark : colour;
      return {
        selector: `edge[kind = "${kind}"]`,
        style: {
          width: width * lineScale,
          "line-color": lineColour,
          "target-arrow-color": lineColour,
          "line-style": dash ? "dashed" : "solid",
          ...(dash && { "line-dash-pattern": dash.map((length) => length * lineScale) }),
          "target-arrow-shape": look.arrow ? "triangle" : "none",
        },
      };
    }),
    {
      selector: 'edge[change = "entered"]',
      style: { "line-color": palette.ink, "target-arrow-color": palette.ink, opacity: 0.9 },
    },
    {
      selector: 'edge[change = "left"]',
      style: {
        "line-style": "dashed",
        "line-dash-pattern": [2, 6],
        "line-color": palette.attention,
        "target-arrow-color": palette.attention,
        opacity: 0.9,
      },
    },
    { selector: "edge[width]", style: { width: "data(width)" } },
    { selector: "edge[?unknown]", style: { opacity: 0.25 } },
    { selector: "edge[?isQuiet]", style: { opacity: 0.07 } },
    // Threads join the markers of one actor while one of them is hovered.
    { selector: 'edge[kind = "THREAD"]', style: { opacity: 0, events: "no", width: 1.4 } },
  ];
}

/** Ring of a cluster, as a fraction of its diameter. */
export const ringHole = 0.78;

/** Cluster: a ring divided by kind around an empty centre; edges as wide as they are many. */
function farStyles(palette: Palette): object[] {
  const slices = (Object.keys(looks) as Look[]).map((look, i) => ({
    selector: `node[part_${look}]`,
    style: {
      [`pie-${i + 1}-background-color`]: colourOf(look, palette.scheme),
      [`pie-${i + 1}-background-size`]: `data(part_${look})`,
      [`pie-${i + 1}-background-opacity`]: 0.75,
    },
  }));
  return [
    {
      selector: "node[composition]",
      style: {
        "background-color": palette.surface,
        "background-opacity": 1,
        "border-width": 0,
        "pie-size": "100%",
        "pie-hole": `${100 * ringHole}%`,
      },
    },
    ...slices,
    {
      selector: "edge[?toCluster]",
      style: {
        "line-color": palette.neutral,
        "line-style": "solid",
        "target-arrow-shape": "none",
        opacity: 0.3,
      },
    },
    {
      selector: "edge[?toCluster][count]",
      style: { width: "mapData(count, 1, 60, 6, 60)", label: "", events: "no" },
    },
  ];
}

function states(palette: Palette, lineScale: number): object[] {
  return [
    { selector: "node.faded", style: { opacity: 0.16 } },
    { selector: "edge.faded", style: { opacity: 0.05 } },
    { selector: "edge.near", style: { opacity: 0.95, "z-index": 5 } },
    // Pointed at, a relation shows its kind.
    ...drawnRelations.map(([kind, look]) => ({
      selector: `edge.near[kind = "${kind}"]`,
      style: {
        width: 1.3 * relationFamilies[look.family].width * lineScale,
        "line-style": look.style,
        ...(look.dash && { "line-dash-pattern": look.dash.map((length) => length * lineScale) }),
        "target-arrow-shape": look.head,
        "arrow-scale": 0.9 * lineScale,
      },
    })),
    {
      selector: "node.near",
      style: { "z-index": 8 },
    },
    {
      selector: "node.among",
      style: { "outline-width": 2, "outline-color": palette.accent, "outline-offset": 2, "outline-style": "dashed" },
    },
    // A collapsed group has a double rim; an edge that represents several is wider and shows their number.
    { selector: "node[members]", style: { "border-width": 5, "border-style": "double", "border-color": palette.ink } },
    {
      selector: "edge[count > 1]",
      style: {
        width: "mapData(count, 2, 24, 1.8, 7)",
        label: "data(count)",
        "font-family": font,
        "font-size": 10,
        "min-zoomed-font-size": 7,
        color: palette.ink,
        "text-outline-color": palette.surface,
        "text-outline-width": 2,
      },
    },
    ...farStyles(palette),
    { selector: 'node[emphasis = "off"]', style: { opacity: 0.22 } },
    { selector: 'edge[emphasis = "off"]', style: { opacity: 0.06 } },
    {
      selector: 'edge[emphasis = "on"]',
      style: {
        opacity: 1,
        width: 2.6,
        "line-color": palette.accent,
        "target-arrow-color": palette.accent,
        "z-index": 6,
      },
    },
    {
      selector: "node.chosen, node.focused",
      style: {
        "underlay-color": palette.accent,
        "underlay-opacity": 0.32,
        "underlay-padding": 8,
        "underlay-shape": "ellipse",
        "z-index": 10,
      },
    },
    {
      selector: "edge.chosen, edge.focused",
      style: {
        opacity: 1,
        width: 2.6,
        "underlay-color": palette.accent,
        "underlay-opacity": 0.32,
        "underlay-padding": 4,
        "z-index": 9,
      },
    },
    { selector: "node.focused", style: { "outline-width": 2.5, "outline-color": palette.accent, "outline-offset": 3 } },
    { selector: "node:active", style: { "overlay-opacity": 0 } },
    { selector: "core", style: { "active-bg-opacity": 0 } },
  ];
}
