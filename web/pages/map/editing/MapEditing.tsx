import { lazy, Suspense, useEffect } from "react";
import { readDraft } from "../../../fields/use-draft.ts";
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
  if (!isReady || !gesture) return null;
  return (
    <Suspense>
      <GestureForm gesture={gesture} />
    </Suspense>
  );
}
