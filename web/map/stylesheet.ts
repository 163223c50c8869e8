import type { StylesheetJson } from "cytoscape";
import type { Palette } from "./draw.ts";

/** What the canvas looks like, as a pure function of the theme. */
export function stylesheet(palette: Palette): StylesheetJson {
  return [
    {
      selector: "node",
      style: {
        width: "data(size)",
        height: "data(size)",
        shape: "data(shape)" as never,
        "background-color": "data(colour)",
        "background-opacity": "data(confidence)" as never,
        "border-width": 1.2,
        "border-color": palette.surface,
        label: "data(label)",
        color: palette.ink,
        "font-family": '"Inter Variable", Inter, system-ui, sans-serif',
        "font-size": 11,
        "min-zoomed-font-size": 7,
        "text-valign": "bottom",
        "text-margin-y": 3,
        "text-outline-color": palette.surface,
        "text-outline-width": 2.4,
        "text-wrap": "ellipsis",
        "text-max-width": "104px",
      },
    },
    {
      selector: "node[?hollow]",
      style: { "background-opacity": 0.12, "border-color": "data(colour)", "border-width": 2.4 },
    },
    { selector: "node[?lead]", style: { "border-color": palette.ink, "border-width": 3 } },
    { selector: "node.unlabelled", style: { "text-opacity": 0, "text-events": "no" } },
    {
      selector: "edge",
      style: {
        width: 1,
        "line-color": palette.neutral,
        "target-arrow-color": palette.neutral,
        "curve-style": "straight",
        "arrow-scale": 0.6,
        opacity: 0.45,
        "line-style": "data(style)" as never,
      },
    },
    { selector: "edge[?arrow]", style: { "target-arrow-shape": "triangle" } },
    { selector: "edge[confidence < 1]", style: { opacity: 0.24 } },
    { selector: ".faded", style: { opacity: 0.12 } },
    {
      selector: "edge.near",
      style: { opacity: 0.95, width: 1.8, "line-color": palette.ink, "target-arrow-color": palette.ink },
    },
    {
      selector: "node.chosen",
      style: {
        "overlay-color": palette.ink,
        "overlay-opacity": 0.14,
        "overlay-padding": 7,
        "text-opacity": 1,
        "font-weight": 700,
        "z-index": 10,
      },
    },
  ];
}
