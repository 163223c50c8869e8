import type { ComponentType } from "react";
import { CanvasLegend } from "./CanvasLegend.tsx";
import { DeedButtons } from "./DeedButtons.tsx";
import { LensSwitch } from "./LensSwitch.tsx";
import { TimeBar } from "./time/TimeBar.tsx";

// Where parts of the page stand. Each reads what it needs by useMap; a new part is a file and a line.

/** In the bar over the map. */
export const tools: readonly ComponentType[] = [LensSwitch, DeedButtons];
/** Over the canvas. */
export const overlays: readonly ComponentType[] = [CanvasLegend];
/** Beneath the canvas. */
export const bars: readonly ComponentType[] = [TimeBar];
