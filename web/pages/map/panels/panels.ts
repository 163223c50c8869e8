import {
  IconBulb,
  IconFilter,
  IconFocusCentered,
  IconGitCompare,
  IconHexagons,
  IconPalette,
  IconPresentation,
  IconShare2,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { MapSearch } from "../../../map/model/search-params/map-search.ts";
import { FilterPanel } from "../filter/FilterPanel.tsx";
import { FocusPanel } from "../focus/FocusPanel.tsx";
import { GroupPanel } from "../focus/GroupPanel.tsx";
import type { MapContextValue } from "../map-context.ts";
import { SharePanel } from "../share/SharePanel.tsx";
import { ViewsPanel } from "../views/ViewsPanel.tsx";
import { WhatIfPanel } from "../what-if/WhatIfPanel.tsx";
import { DifferencePanel } from "./DifferencePanel.tsx";
import { StylePanel } from "./StylePanel.tsx";
import { secondDate } from "./second-date.ts";

interface MapPanel {
  /** As the address has it. */
  name: string;
  label: string;
  icon: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;
  Panel: ComponentType;
  /** What else opening it sets. */
  opening?(map: Pick<MapContextValue, "time" | "frames">): Partial<MapSearch>;
  /** The key that opens and closes it. */
  keys?: string;
}

/** The panels beside the map, in the order of their buttons. A new one is a file and a line. */
export const panels: readonly MapPanel[] = [
  { name: "filter", label: "Filter", icon: IconFilter, Panel: FilterPanel, keys: "F" },
  { name: "focus", label: "Focus", icon: IconFocusCentered, Panel: FocusPanel, keys: "O" },
  { name: "group", label: "Group", icon: IconHexagons, Panel: GroupPanel, keys: "G" },
  { name: "read", label: "Style", icon: IconPalette, Panel: StylePanel, keys: "R" },
  { name: "what-if", label: "What if", icon: IconBulb, Panel: WhatIfPanel, keys: "W" },
  { name: "share", label: "Share and export", icon: IconShare2, Panel: SharePanel, keys: "E" },
  {
    name: "difference",
    label: "Compare dates",
    icon: IconGitCompare,
    Panel: DifferencePanel,
    keys: "D",
    opening: secondDate,
  },
  { name: "views", label: "Views", icon: IconPresentation, Panel: ViewsPanel, keys: "V" },
];
