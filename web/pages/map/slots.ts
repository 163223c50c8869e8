import type { ComponentType } from "react";
import { CanvasLegend } from "./CanvasLegend.tsx";
import { CanvasMenu } from "./CanvasMenu.tsx";
import { DeedButtons } from "./DeedButtons.tsx";
import { FilterChips } from "./filter/FilterChips.tsx";
import { LensSwitch } from "./LensSwitch.tsx";
import { ManyBar } from "./ManyBar.tsx";
import { MapCommands } from "./MapCommands.tsx";
import { NothingShown } from "./NothingShown.tsx";
import { LinkView } from "./share/LinkView.tsx";
import { ToolSwitch } from "./ToolSwitch.tsx";
import { MapTable } from "./table/MapTable.tsx";
import { TimeBar } from "./time/TimeBar.tsx";
import { Present } from "./views/Present.tsx";
import { SupposedNote } from "./what-if/SupposedNote.tsx";

// Where parts of the page stand. Each reads what it needs by useMap; a new part is a file and a line.

/** In the bar over the map. */
export const tools: readonly ComponentType[] = [LensSwitch, DeedButtons, ToolSwitch, FilterChips, SupposedNote];
/** Over the canvas. */
export const overlays: readonly ComponentType[] = [
  CanvasLegend,
  LinkView,
  ManyBar,
  CanvasMenu,
  MapCommands,
  NothingShown,
  Present,
];
/** Beneath the canvas. */
export const bars: readonly ComponentType[] = [MapTable, TimeBar];
