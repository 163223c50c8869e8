import { useMemo, useState } from "react";
import type { MapCanvasProps } from "../../map/canvas/props.ts";
import type { Point } from "../../map/model/scene.ts";

export interface MenuAt {
  /** What the menu is about; null: the map itself. */
  record: string | null;
  /** In pixels of the canvas. */
  at: Point;
}

/** What a reader is in the middle of: none of it belongs in a link. */
export interface MapInteraction {
  tool: MapCanvasProps["tool"];
  setTool(tool: MapCanvasProps["tool"]): void;
  menu: MenuAt | null;
  setMenu(menu: MenuAt | null): void;
  /** Where a path is to begin, until its end is named. */
  pathFrom: string | null;
  setPathFrom(id: string | null): void;
}

export function useMapInteraction(): MapInteraction {
  const [tool, setTool] = useState<MapInteraction["tool"]>("pan");
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const [pathFrom, setPathFrom] = useState<string | null>(null);
  return useMemo(() => ({ tool, setTool, menu, setMenu, pathFrom, setPathFrom }), [tool, menu, pathFrom]);
}
