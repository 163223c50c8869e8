import { createContext, useContext } from "react";
import type { MapEdge, MapNode } from "../../graphql/types.ts";
import type { CanvasController } from "../../map/canvas/controller.ts";
import type { MapCanvasProps } from "../../map/canvas/props.ts";
import type { Pins } from "../../map/layout/target-places.ts";
import type { MapFacts } from "../../map/model/facts.ts";
import type { Scene } from "../../map/model/scene.ts";
import type { MapSearch } from "../../map/model/search-params/map-search.ts";
import type { Selection } from "../../map/model/selection.ts";
import type { Moves } from "../../map/pins/pin-store.ts";
import type { Frames } from "./use-frames.ts";
import type { MapDay } from "./use-map-day.ts";
import type { MapInteraction } from "./use-map-interaction.ts";
import type { usePins } from "./use-pins.ts";
import type { UndoHistory } from "./use-undo-history.ts";
import type { Views } from "./views/use-views.ts";
import type { Scenario } from "./what-if/use-what-if.ts";

/** What every part of the map page works with: the state (from the address), what is drawn of it, and how to change it. */
export interface MapContextValue {
  /** The ecosystem's key. */
  ecosystem: string;
  search: MapSearch;
  /** The day that is shown, YYYY-MM-DD: the address's, else today. */
  day: string;
  /** The dates, also while one moves. */
  time: MapDay;
  /** What happened when, and what is judged at each mark. */
  frames: Frames;
  /** Changes what the address says, as one command that can be undone; undefined takes a parameter away. */
  dispatch: UndoHistory["dispatch"];
  undoHistory: UndoHistory;
  /** Nodes and relations of all dates. */
  whole: { nodes: readonly MapNode[]; edges: readonly MapEdge[]; truncated: boolean };
  /** In force on the day, and what would be of them where something is supposed. */
  facts: MapFacts;
  /** As they are, whatever is supposed. */
  present: MapFacts;
  scenario: Scenario;
  selection: Selection;
  scene: Scene;
  pins: Pins;
  /** Several at once, as one command; null takes a pin away. gather: with the moves of the same nodes just before it. */
  pinAll(label: string, moves: Moves, options?: { gather?: boolean }): void;
  /** What is not stored yet of the pins, and why. */
  pinsState: ReturnType<typeof usePins>["pinsState"];
  /** The named views, a story in order. */
  views: Views;
  /** Opens a record in the inspector; null closes it. */
  select(id: string | null): void;
  /** What is being done on the canvas and not yet part of the address. */
  interaction: MapInteraction;
  /** Selects several; how as on the canvas. */
  choose: MapCanvasProps["onMany"];
  /** Null until the canvas is there. */
  canvas: CanvasController | null;
  scheme: "light" | "dark";
  reducedMotion: boolean;
  /** Tells a screen reader, and whoever looks, in a line that goes away. */
  announce(sentence: string): void;
}

export const MapContext = createContext<MapContextValue | null>(null);

/** @throws outside of the map page */
export function useMap(): MapContextValue {
  const value = useContext(MapContext);
  if (!value) throw new Error("useMap is for parts of the map page only.");
  return value;
}
