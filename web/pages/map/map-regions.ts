import type { ComponentType } from "react";
import { CanvasLegend } from "./CanvasLegend.tsx";
import { CanvasMenu } from "./CanvasMenu.tsx";
import { MapEditing } from "./editing/MapEditing.tsx";
import { UnclaimedActors } from "./editing/UnclaimedActors.tsx";
import { FocalFirmTool } from "./FocalFirm.tsx";
import { FilterChips } from "./filter/FilterChips.tsx";
import { LensSwitch } from "./LensSwitch.tsx";
import { MapCommands } from "./MapCommands.tsx";
import { NothingShown } from "./NothingShown.tsx";
import { SelectionBar } from "./SelectionBar.tsx";
import { LinkView } from "./share/LinkView.tsx";
import { ToolSwitch } from "./ToolSwitch.tsx";
import { MapTable } from "./table/MapTable.tsx";
import { TimeBar } from "./time/TimeBar.tsx";
import { UndoButtons } from "./UndoButtons.tsx";
import { Present } from "./views/Present.tsx";
import { ScenarioBadge } from "./what-if/ScenarioBadge.tsx";

// Where parts of the page stand. Each reads what it needs by useMap; a new part is a file and a line.

/** In the bar over the map. */
export const tools: readonly ComponentType[] = [
  LensSwitch,
  UndoButtons,
  ToolSwitch,
  FocalFirmTool,
  FilterChips,
  ScenarioBadge,
];
/** Over the canvas. */
export const overlays: readonly ComponentType[] = [
  CanvasLegend,
  LinkView,
  SelectionBar,
  CanvasMenu,
  MapCommands,
  MapEditing,
  UnclaimedActors,
  NothingShown,
  Present,
];
/** Beneath the canvas. */
export const bars: readonly ComponentType[] = [MapTable, TimeBar];
