import { useLocalStorage } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { Legend } from "../../map/legend/Legend.tsx";
import type { Scene } from "../../map/model/scene.ts";
import { useIsNarrow } from "../../shared/use-is-narrow.ts";
import { useMapState } from "./map-context.ts";

/** The legend over the canvas: closed while a side panel is open, unless the reader opens it there; both are remembered. */
export function CanvasLegend() {
  const { search, scene, scheme, canvas } = useMapState();
  const isNarrow = useIsNarrow();
  const isBeside = search.panel !== undefined || search.selected !== undefined;
  const remembered = { getInitialValueInEffect: false };
  const [openAlone, setOpenAlone] = useLocalStorage({
    ...remembered,
    key: "ecotone-map-legend",
    defaultValue: true,
  });
  // A side panel and the legend together would leave the map half of the window.
  const [openBeside, setOpenBeside] = useLocalStorage({
    ...remembered,
    key: "ecotone-map-legend-beside-panel",
    defaultValue: false,
  });
  // On a phone it covers the lower part of the map: open only while it is read.
  const [openNarrow, setOpenNarrow] = useState(false);
  const [open, setOpen] = isNarrow
    ? [openNarrow, setOpenNarrow]
    : isBeside
      ? [openBeside, setOpenBeside]
      : [openAlone, setOpenAlone];
  const isThere = scene.nodes.length + scene.background.length > 0;
  // Expanded, or with longer names in it, the legend leaves the map other room.
  useEffect(() => {
    const legend = isThere && canvas?.root.parentElement?.querySelector<HTMLElement>("details.map-legend");
    if (!canvas || !legend) return;
    let width = legend.offsetWidth;
    const observer = new ResizeObserver(() => {
      if (legend.offsetWidth === width) return;
      width = legend.offsetWidth;
      canvas.events.emit("roomChanged");
    });
    observer.observe(legend);
    return () => observer.disconnect();
  }, [canvas, isThere]);
  // What is drawn of a large scene changes with the view.
  const [drawn, setDrawn] = useState<Scene | null>(null);
  useEffect(() => {
    if (!canvas) return;
    setDrawn(canvas.levelOfDetail.drawn);
    return canvas.events.on("drawn", setDrawn);
  }, [canvas]);
  const shown = scene.clusters && drawn?.clusters === scene.clusters ? drawn : scene;
  return <Legend lens={search.lens ?? "network"} scene={shown} scheme={scheme} open={open} onToggle={setOpen} />;
}
