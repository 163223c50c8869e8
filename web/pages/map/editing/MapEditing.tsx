import { lazy, Suspense, useEffect } from "react";
import { readDraft } from "../../../fields/use-draft.ts";
import { focusIfLost } from "../../../shared/focus-if-lost.ts";
import { useMap } from "../map-context.ts";
import { draftOfGestures, type KeptGesture } from "./kept-gesture.ts";

// The descriptions of all fields come with the forms.
const GestureForm = lazy(() => import("./GestureForm.tsx"));

/** The form of the gesture under way; one that a reload has closed is open again. */
export function MapEditing() {
  const { ecosystem, isEditable, canvas, interaction, setGesture } = useMap();
  const { gesture } = interaction;
  const isReady = isEditable && canvas !== null;
  useEffect(() => {
    if (!isReady) return;
    const kept = readDraft<KeptGesture>(draftOfGestures(ecosystem))?.draft;
    if (kept?.isOpen) setGesture(kept.gesture);
  }, [isReady, ecosystem, setGesture]);
  const isOpen = isReady && gesture !== null;
  useEffect(() => {
    if (!isOpen || !canvas) return;
    const { activeElement } = document;
    // What opened the form, unless it goes away itself as a menu does.
    const isLasting = activeElement !== document.body && !activeElement?.closest("[role=menu], [role=dialog]");
    const before = isLasting ? (activeElement as HTMLElement) : null;
    return () => {
      const back = before?.isConnected ? before : canvas.root.querySelector<HTMLElement>("[role=application]");
      focusIfLost(back);
    };
  }, [isOpen, canvas]);
  if (!isOpen) return null;
  return (
    <Suspense>
      <GestureForm key={`${gesture.at.x} ${gesture.at.y}`} gesture={gesture} />
    </Suspense>
  );
}
