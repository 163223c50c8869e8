import { useState } from "react";
import type { EditIssue, Fields, RecordEdit } from "../../../changes/record-edits.ts";
import { type FormOutcome, saidOf, submitForm } from "../../../changes/submit-form.ts";
import { useChanges } from "../../../changes/use-changes.ts";
import { useDraft } from "../../../fields/use-draft.ts";
import { noConditions } from "../../../map/model/filter/conditions.ts";
import { saysAny } from "../../../map/model/search-params/map-search.ts";
import { useMap } from "../map-context.ts";
import { showAllAgain } from "../node-actions.ts";
import { type Gesture, isSameGesture } from "./gesture.ts";
import { draftOfGestures, type KeptGesture } from "./kept-gesture.ts";

/** What is typed in the form of a gesture, kept through a reload, and how it is stored. */
export function useGestureForm(gesture: Gesture) {
  const map = useMap();
  const { ecosystem, announce, setGesture, search } = map;
  const changes = useChanges(ecosystem);
  const { draft, keep } = useDraft<KeptGesture>(draftOfGestures(ecosystem));
  const kept = draft && isSameGesture(draft.gesture, gesture) ? draft : null;
  // What the form was opened with, before the first letter is typed.
  const [wasKept] = useState(kept !== null);
  const [issues, setIssues] = useState<readonly EditIssue[]>([]);
  const [isSaving, setSaving] = useState(false);
  const fields: Fields = kept?.fields ?? {};
  return {
    map,
    fields,
    wasKept,
    issues,
    isSaving,
    hasTyped: kept !== null,
    set(name: string, value: unknown) {
      setIssues([]);
      keep({ gesture, fields: { ...fields, [name]: value }, isOpen: true });
    },
    /** Leaves the form; what is typed is there again when the gesture is repeated. */
    leave() {
      if (kept) keep({ ...kept, isOpen: false });
      setGesture(null);
    },
    cancel() {
      keep(null);
      setGesture(null);
    },
    /** @param done what has been added, in words */
    async store(edits: readonly RecordEdit[], label: string, done: string): Promise<FormOutcome> {
      setSaving(true);
      setIssues([]);
      const outcome = await submitForm(changes, edits, { label });
      setSaving(false);
      if (outcome.kind === "refused") {
        setIssues(outcome.issues);
        return outcome;
      }
      keep(null);
      setGesture(null);
      const mayBeHidden = saysAny(search, { ...noConditions, ...showAllAgain });
      const said = saidOf(outcome, `${done}.${mayBeHidden ? " Filters or the focus may hide it." : ""}`);
      if (said !== null) announce(said);
      return outcome;
    },
  };
}

export type GestureFormState = ReturnType<typeof useGestureForm>;
