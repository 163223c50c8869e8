import type { ActorKind, CompetitorType, MapEdgeKind } from "../graphql/types.ts";

/** Cytoscape's node shapes that we use: each kind has its own, so that it is told apart without its colour. */
export type Shape =
  | "ellipse"
  | "round-rectangle"
  | "diamond"
  | "triangle"
  | "hexagon"
  | "pentagon"
  | "star"
  | "vee"
  | "round-tag"
  | "rectangle";

interface KindLook {
  label: string;
  /** From the palettes of Okabe and Ito and of Tol: told apart by the colour-blind, in both themes. */
  colour: string;
  shape: Shape;
}

export const kinds: Record<ActorKind, KindLook> = {
  MANUFACTURER: { label: "Manufacturer", colour: "#0072b2", shape: "ellipse" },
  CUSTOMER: { label: "Customer", colour: "#b8860b", shape: "round-rectangle" },
  SOFTWARE_PROVIDER: { label: "Software provider", colour: "#4aa3d6", shape: "hexagon" },
  ANALYST: { label: "Data analytics firm", colour: "#009e73", shape: "diamond" },
  START_UP: { label: "Start-up", colour: "#d55e00", shape: "triangle" },
  SERVICE_PROVIDER: { label: "Service provider", colour: "#cc79a7", shape: "pentagon" },
  TECHNOLOGY_FIRM: { label: "Technology firm", colour: "#7d5fa8", shape: "star" },
  STANDARDS_BODY: { label: "Standards body", colour: "#7a7a7a", shape: "vee" },
  OTHER: { label: "Other", colour: "#9a9488", shape: "rectangle" },
};

/** A standard is no actor; it stands on the map beside them. */
export const standardLook: KindLook = { label: "Standard", colour: "#5b6369", shape: "round-tag" };

export const competitorShapes: Record<CompetitorType, Shape> = {
  SIMILAR_MANUFACTURER: "ellipse",
  DIVERSIFIED_TECHNOLOGY_FIRM: "star",
  SERVICE_CENTRIC_START_UP: "triangle",
  EXPANDING_CUSTOMER: "round-rectangle",
  OTHER: "rectangle",
};

interface EdgeLook {
  style: "solid" | "dashed" | "dotted";
  arrow: boolean;
}

/** The relations that the Network lens draws: kind by line style, direction by a small arrowhead. */
export const edgeLooks: Partial<Record<MapEdgeKind, EdgeLook>> = {
  SUPPLIES: { style: "solid", arrow: true },
  OWNS: { style: "solid", arrow: true },
  PARTNERS_WITH: { style: "solid", arrow: false },
  DEVELOPS_WITH: { style: "dashed", arrow: false },
  DEPENDS_ON: { style: "dashed", arrow: true },
  INTERFACES_WITH: { style: "dotted", arrow: false },
  SHARES_DATA_WITH: { style: "dotted", arrow: true },
  COMPETES_WITH: { style: "dashed", arrow: false },
  ADOPTS: { style: "dotted", arrow: true },
};
