import { createContext, createElement, type ReactNode, useContext, useMemo } from "react";
import type { CanvasController } from "../../map/canvas/controller.ts";
import type { MapCanvasProps } from "../../map/canvas/props.ts";
import type { Pins } from "../../map/layout/target-places.ts";
import type { MapEdge, MapNode } from "../../map/model/facts.graphql.ts";
import type { MapFacts } from "../../map/model/facts.ts";
import type { Point, Scene } from "../../map/model/scene.ts";
import type { MapSearch } from "../../map/model/search-params/map-search.ts";
import type { Selection } from "../../map/model/selection.ts";
import type { Moves } from "../../map/pins/pin-store.ts";
import type { Frames } from "./use-frames.ts";
import type { MapDay } from "./use-map-day.ts";
import type { InteractionActions, MapInteraction } from "./use-map-interaction.ts";
import type { usePins } from "./use-pins.ts";
import type { UndoActions, UndoLabels } from "./use-undo-history.ts";
import type { Views } from "./views/use-views.ts";
import type { Scenario } from "./what-if/use-what-if.ts";

/** State of the map page: the URL's parameters, the facts, and the scene. */
export interface MapState {
  /** The ecosystem's key. */
  ecosystem: string;
  search: MapSearch;
  /** The day that is shown, YYYY-MM-DD: the URL's, else today. */
  day: string;
  /** The dates, also while one moves. */
  time: MapDay;
  /** What happened when, and what is judged at each mark. */
  frames: Frames;
  undoLabels: UndoLabels;
  /** Nodes and relations of all dates. */
  whole: { nodes: readonly MapNode[]; edges: readonly MapEdge[]; truncated: boolean };
  /** In force on the day; of a scenario, after its changes. */
  facts: MapFacts;
  /** In force on the day, without the scenario. */
  present: MapFacts;
  scenario: Scenario;
  selection: Selection;
  scene: Scene;
  pins: Pins;
  /** What is not stored yet of the pins, and why. */
  pinsState: ReturnType<typeof usePins>["pinsState"];
  /** The named views, a story in order. */
  views: Views;
  /** Interaction with the canvas that is not part of the URL. */
  interaction: MapInteraction;
  /** Null until the canvas is there. */
  canvas: CanvasController | null;
  scheme: "light" | "dark";
  reducedMotion: boolean;
  /** Whether facts can be added on the map: by a person who may, where it shows what is recorded now. */
  isEditable: boolean;
}

/** Actions of the map page, with stable identity. */
export interface MapActions extends UndoActions, InteractionActions {
  /** Moves pins together, as one command; null removes a pin. gather: with moves of the same nodes just before. */
  pinAll(label: string, moves: Moves, options?: { gather?: boolean }): void;
  /** Shows a pin of a node that was stored with the node itself; there is nothing to save or to undo. */
  showPin(id: string, place: Point): void;
  /** Opens a record in the inspector; null closes it. */
  select(id: string | null): void;
  /** Selects several; how as on the canvas. */
  choose: MapCanvasProps["onMany"];
  /** Announces a line to screen readers and briefly on the screen. */
  announce(sentence: string): void;
}

/** Argument of commands: state and actions. */
export type MapContextValue = MapState & MapActions;

const StateContext = createContext<MapState | null>(null);
// Separate from the state: a component that only acts is not rendered again when the state changes.
const ActionsContext = createContext<MapActions | null>(null);

interface ProviderProps {
  state: MapState;
  actions: MapActions;
  children: ReactNode;
}

export const MapProvider = ({ state, actions, children }: ProviderProps) =>
  createElement(ActionsContext, { value: actions }, createElement(StateContext, { value: state }, children));

/** @throws outside of the map page */
export function useMapState(): MapState {
  const state = useContext(StateContext);
  if (!state) throw new Error("useMapState is for parts of the map page only.");
  return state;
}

/** @throws outside of the map page */
export function useMapActions(): MapActions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error("useMapActions is for parts of the map page only.");
  return actions;
}

/** State and actions together, for commands. @throws outside of the map page */
export function useMap(): MapContextValue {
  const state = useMapState();
  const actions = useMapActions();
  return useMemo(() => ({ ...state, ...actions }), [state, actions]);
}
