import { useMemo } from "react";
import type { CanvasEditing } from "../../../map/canvas/canvas-state.ts";
import type { MapContextValue } from "../map-context.ts";
import { addActorAt, subjectOf } from "./gesture.ts";

/** The canvas's gestures that add facts, each opening its form; null where nothing can be added. */
export function useEditing({
  isEditable,
  canvas,
  search,
  scene,
  present,
  setGesture,
}: MapContextValue): CanvasEditing | null {
  const lens = search.lens ?? "network";
  return useMemo(() => {
    if (!isEditable || !canvas) return null;
    const actors = new Set(present.map.nodes.filter(({ kind }) => kind === "ACTOR").map(({ id }) => id));
    return {
      onAdd: (at) => setGesture(addActorAt(at, { lens, scene, present, viewport: canvas.viewport })),
      canRelate: (record) => actors.has(record),
      onRelate(id, to, at) {
        const from = subjectOf(present, id, "ACTOR");
        if (from) setGesture({ does: "relate", from, to: subjectOf(present, to, "ACTOR"), at });
      },
    };
  }, [isEditable, canvas, lens, scene, present, setGesture]);
}
