import type { ComponentType } from "react";
import { CanvasLegend } from "./CanvasLegend.tsx";
import { CanvasMenu } from "./CanvasMenu.tsx";
import { FilterChips } from "./filter/FilterChips.tsx";
import { LensSwitch } from "./LensSwitch.tsx";
import { Seeker } from "./LocateNotice.tsx";
import { MapCommands } from "./MapCommands.tsx";
import { NothingShown } from "./NothingShown.tsx";
import { Notices } from "./Notices.tsx";
import { ManyBar } from "./SelectionBar.tsx";
import { LinkView } from "./share/LinkView.tsx";
import { ToolSwitch } from "./ToolSwitch.tsx";
import { MapTable } from "./table/MapTable.tsx";
import { TimeBar } from "./time/TimeBar.tsx";
import { DeedButtons } from "./UndoButtons.tsx";
import { Present } from "./views/Present.tsx";
import { SupposedNote } from "./what-if/ScenarioBadge.tsx";

// Where parts of the page stand. Each reads what it needs by useMap; a new part is a file and a line.

/** In the bar over the map. */
export const tools: readonly ComponentType[] = [LensSwitch, DeedButtons, ToolSwitch, FilterChips, SupposedNote];
/** Over the canvas. */
export const overlays: readonly ComponentType[] = [
  CanvasLegend,
  LinkView,
  ManyBar,
  CanvasMenu,
  Seeker,
  MapCommands,
  Notices,
  NothingShown,
  Present,
];
/** Beneath the canvas. */
export const bars: readonly ComponentType[] = [MapTable, TimeBar];
