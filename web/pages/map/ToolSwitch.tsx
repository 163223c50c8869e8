import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowsMove, IconLassoPolygon, IconMarquee2 } from "@tabler/icons-react";
import { useMapActions, useMapState } from "./map-context.ts";
import type { MapInteraction } from "./use-map-interaction.ts";

const canvasTools = [
  { name: "pan", label: "Move the map", hint: "Move the map", icon: IconArrowsMove },
  { name: "lasso", label: "Select with a lasso", hint: "Lasso (or drag with Shift)", icon: IconLassoPolygon },
  { name: "box", label: "Select with a box", hint: "Box", icon: IconMarquee2 },
] as const satisfies readonly { name: MapInteraction["tool"]; label: string; hint: string; icon: unknown }[];

/** Drag mode: on a touch screen the only way to draw a lasso. */
export function ToolSwitch() {
  const { tool } = useMapState().interaction;
  const { setTool } = useMapActions();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; these are buttons that act at once.
    <div className="map-tool-group" role="group" aria-label="Drag mode">
      {canvasTools.map(({ name, label, hint, icon: Icon }) => (
        <Tooltip key={name} label={hint} openDelay={300}>
          <ActionIcon
            variant={tool === name ? "light" : "subtle"}
            color={tool === name ? undefined : "gray"}
            aria-label={label}
            aria-pressed={tool === name}
            onClick={() => setTool(name)}
          >
            <Icon size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
