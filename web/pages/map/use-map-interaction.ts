import { useMemo, useState } from "react";
import type { MapCanvasProps } from "../../map/canvas/props.ts";
import type { Point } from "../../map/model/scene.ts";
import type { Gesture } from "./editing/gesture.ts";

export interface MenuAt {
  /** What the menu is about; null: the map itself. */
  record: string | null;
  /** In pixels of the canvas. */
  at: Point;
}

/** Interaction with the canvas that no link keeps. */
export interface MapInteraction {
  /** What dragging does. */
  tool: MapCanvasProps["tool"];
  menu: MenuAt | null;
  /** Where a path begins, until its end is named. */
  pathFrom: string | null;
  /** What is being added by a gesture, until its form is stored or left. */
  gesture: Gesture | null;
}

export interface InteractionActions {
  setTool(tool: MapInteraction["tool"]): void;
  setMenu(menu: MapInteraction["menu"]): void;
  setPathFrom(id: string | null): void;
  setGesture(gesture: Gesture | null): void;
}

export function useMapInteraction(): [MapInteraction, InteractionActions] {
  const [tool, setTool] = useState<MapInteraction["tool"]>("pan");
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const [pathFrom, setPathFrom] = useState<string | null>(null);
  const [gesture, setGesture] = useState<Gesture | null>(null);
  const interaction = useMemo(() => ({ tool, menu, pathFrom, gesture }), [tool, menu, pathFrom, gesture]);
  const actions = useMemo(() => ({ setTool, setMenu, setPathFrom, setGesture }), []);
  return [interaction, actions];
}
