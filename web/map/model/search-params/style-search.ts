import { oneOf, type RawSearch, texts } from "../../../shared/read-search.ts";

export const groupings = ["kind", "label", "activity", "community", "initiative", "ownership"] as const;
export type Grouping = (typeof groupings)[number];
/** How the Network lens places nodes: each group together, each as a tile, or by their relations. */
export const arrangements = ["groups", "tiles", "relations"] as const;
export type Arrangement = (typeof arrangements)[number];
export const measureNames = [
  "threat",
  "loss",
  "servitization",
  "breadth",
  "degree",
  "betweenness",
  "confidence",
] as const;
export type MeasureName = (typeof measureNames)[number];
/** Measures for a relation's width. */
export const widthNames = ["volume", ...measureNames] as const;
export type WidthName = (typeof widthNames)[number];

/** Style of the map: grouping, and the measures shown by size, colour, ring and width. */
export interface StyleSearch {
  group?: Grouping;
  /** Where nodes stand; when absent, by their relations, except where these are too few (model/group/arrangement.ts). */
  arrange?: Arrangement;
  /** Names of groups that are collapsed into one node. */
  collapsedGroups?: string[];
  size?: MeasureName;
  colour?: MeasureName;
  ring?: MeasureName;
  width?: WidthName;
}

export const styleSearch = (raw: RawSearch): StyleSearch => ({
  group: oneOf(groupings, raw.group),
  arrange: oneOf(arrangements, raw.arrange),
  collapsedGroups: texts(raw.collapsedGroups),
  size: oneOf(measureNames, raw.size),
  colour: oneOf(measureNames, raw.colour),
  ring: oneOf(measureNames, raw.ring),
  width: oneOf(widthNames, raw.width),
});
