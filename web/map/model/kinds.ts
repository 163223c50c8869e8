import type { ActorKind, CompetitorType, MapEdgeKind } from "../../graphql/schema-types.ts";
import { actorKindWords, nodeKindWords } from "../../shared/words.ts";

/** Node shapes of Cytoscape in use: one per kind, so that colour is not the only sign. */
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

export interface KindLook {
  /** On the light background: from the palettes of Okabe and Ito and of Tol, at least 3:1 against it (WCAG 1.4.11). */
  colour: string;
  /** The same hue on the dark background, again at least 3:1. */
  dark: string;
  shape: Shape;
  /** Name of the icon in @tabler/icons-react. */
  icon: string;
}

export const kinds: Record<ActorKind, KindLook> = {
  MANUFACTURER: {
    colour: "#0072b2",
    dark: "#3d9be0",
    shape: "ellipse",
    icon: "IconBuildingFactory2",
  },
  CUSTOMER: {
    colour: "#a8780a",
    dark: "#d9a62e",
    shape: "round-rectangle",
    icon: "IconBuilding",
  },
  SOFTWARE_PROVIDER: {
    colour: "#3b93c6",
    dark: "#7cc4ea",
    shape: "hexagon",
    icon: "IconCode",
  },
  ANALYST: {
    colour: "#00906a",
    dark: "#2fbf95",
    shape: "diamond",
    icon: "IconChartDots",
  },
  START_UP: { colour: "#d55e00", dark: "#f0803a", shape: "triangle", icon: "IconRocket" },
  SERVICE_PROVIDER: {
    colour: "#bf5f93",
    dark: "#d98fb8",
    shape: "pentagon",
    icon: "IconTool",
  },
  TECHNOLOGY_FIRM: {
    colour: "#7d5fa8",
    dark: "#a98bd3",
    shape: "star",
    icon: "IconCpu",
  },
  STANDARDS_BODY: {
    colour: "#6b6b6b",
    dark: "#a0a0a0",
    shape: "vee",
    icon: "IconGavel",
  },
  OTHER: { colour: "#8c8578", dark: "#b8b1a3", shape: "rectangle", icon: "IconCircleDashed" },
};

/** A standard is no actor; it stands on the map beside them. */
export const standardLook: KindLook = {
  colour: "#4a5258",
  dark: "#c3cbd1",
  shape: "round-tag",
  icon: "IconFileCertificate",
};

export type Look = ActorKind | "STANDARD";

export const lookWord = (look: Look): string => (look === "STANDARD" ? nodeKindWords.STANDARD : actorKindWords[look]);

/** Every style of a node, by name. */
export const looks: Record<Look, KindLook> = { ...kinds, STANDARD: standardLook };

export const colourOf = (look: Look, scheme: "light" | "dark"): string =>
  scheme === "dark" ? looks[look].dark : looks[look].colour;

export const competitorShapes: Record<CompetitorType, Shape> = {
  SIMILAR_MANUFACTURER: "ellipse",
  DIVERSIFIED_TECHNOLOGY_FIRM: "star",
  SERVICE_CENTRIC_START_UP: "triangle",
  EXPANDING_CUSTOMER: "round-rectangle",
  OTHER: "rectangle",
};

/** Families of relations, told apart at a glance by colour and weight, and without colour by weight and dashes. */
export type RelationFamily = "trade" | "ties" | "technology";

export interface FamilyLook {
  label: string;
  /** At least 3:1 against the ground (WCAG 1.4.11). */
  colour: string;
  dark: string;
  /** In pixels at life size. */
  width: number;
  /** Lengths of stroke and gap, in pixels; absent: solid. */
  dash?: readonly number[];
}

export const relationFamilies: Record<RelationFamily, FamilyLook> = {
  trade: { label: "Trade", colour: "#4f7fb0", dark: "#7fa9d6", width: 1.1 },
  ties: { label: "Ties", colour: "#3f454b", dark: "#d3d0c9", width: 2 },
  technology: { label: "Technology", colour: "#bd6a33", dark: "#e39a66", width: 1.1, dash: [5, 3] },
};

export interface EdgeLook {
  family: RelationFamily;
  style: "solid" | "dashed" | "dotted";
  /** Lengths of stroke and gap, in pixels, where the style is dashed. */
  dash?: readonly number[];
  /** Whether it is directed. */
  arrow: boolean;
  head: "triangle" | "vee" | "diamond" | "circle" | "tee" | "none";
}

/**
 * Relations drawn by the Network lens, distinguished by line style and arrowhead; null for those that other lenses draw
 * in another form. A new kind of relation does not compile without a row.
 */
export const edgeLooks: Record<MapEdgeKind, EdgeLook | null> = {
  PERFORMS: null,
  CLAIMS: null,
  PROVIDES: null,
  SUPPLIES: { family: "trade", style: "solid", arrow: true, head: "triangle" },
  USES_EQUIPMENT_OF: { family: "trade", style: "dotted", arrow: true, head: "triangle" },
  OWNS: { family: "ties", style: "solid", arrow: true, head: "diamond" },
  PARTNERS_WITH: { family: "ties", style: "solid", arrow: false, head: "none" },
  COMPETES_WITH: { family: "ties", style: "dashed", dash: [8, 3], arrow: false, head: "tee" },
  DEPENDS_ON: { family: "ties", style: "dashed", dash: [8, 3], arrow: true, head: "vee" },
  DEVELOPS_WITH: { family: "technology", style: "dashed", dash: [3, 3], arrow: false, head: "none" },
  INTERFACES_WITH: { family: "technology", style: "dashed", dash: [10, 3, 2, 3], arrow: false, head: "none" },
  SHARES_DATA_WITH: { family: "technology", style: "dashed", dash: [3, 3], arrow: true, head: "vee" },
  ADOPTS: { family: "technology", style: "dotted", arrow: true, head: "circle" },
};

/** Kinds of relation that the Network lens draws, in the order of the table. */
export const drawnRelations = (Object.keys(edgeLooks) as MapEdgeKind[]).flatMap((kind): [MapEdgeKind, EdgeLook][] => {
  const look = edgeLooks[kind];
  return look ? [[kind, look]] : [];
});

export const isDrawnRelation = (kind: MapEdgeKind): boolean => edgeLooks[kind] !== null;
