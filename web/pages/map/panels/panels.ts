import { IconFilter, IconGitCompare } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { DifferencePanel } from "./DifferencePanel.tsx";
import { KindPanel } from "./KindPanel.tsx";

export interface MapPanel {
  /** As the address has it. */
  name: string;
  label: string;
  icon: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;
  Panel: ComponentType;
}

/** The panels beside the map, in the order of their buttons. A new one is a file and a line. */
export const panels: readonly MapPanel[] = [
  { name: "filter", label: "Filter", icon: IconFilter, Panel: KindPanel },
  { name: "difference", label: "Difference", icon: IconGitCompare, Panel: DifferencePanel },
];
