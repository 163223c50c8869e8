import { useState } from "react";
import { issuesByField } from "../../../fields/form-fields.ts";
import { RecordPicker } from "../../../fields/RecordPicker.tsx";
import { labelOf } from "../../../fields/record-labels.ts";
import { ClaimFields, claimFields, extentProblem } from "./ClaimFields.tsx";
import { GestureFrame } from "./GestureFrame.tsx";
import type { Gesture } from "./gesture.ts";
import { SourceNote } from "./SourceNote.tsx";
import { useGestureForm } from "./use-gesture-form.ts";

/** A claim that an actor takes part in an activity. */
export function ClaimForm({ gesture }: { gesture: Extract<Gesture, { does: "claim" }> }) {
  const form = useGestureForm(gesture);
  const { fields, set } = form;
  const { ecosystem } = form.map;
  const { actor } = gesture;
  const [isTried, setTried] = useState(false);
  const activity = gesture.activity?.key ?? (typeof fields.activity === "string" ? fields.activity : null);
  const name = gesture.activity?.name ?? (activity === null ? "…" : labelOf(ecosystem, "ACTIVITIES", activity));
  const missing = activity === null ? "Activity is missing: add it." : null;
  const refused = issuesByField(form.issues);
  const add = (): boolean => {
    setTried(true);
    if (activity === null || extentProblem(fields)) return false;
    const what = `${actor.name} in ${name}`;
    const edit = { does: "create", kind: "CLAIMS", fields: claimFields(fields, actor.key, activity) } as const;
    void form.store([edit], `Add claim: ${what}`, `Added: ${what}`);
    return true;
  };
  return (
    <GestureFrame
      form={form}
      label="Add claim"
      title={
        <>
          <bdi>{actor.name}</bdi> takes part in <bdi>{gesture.activity?.name ?? "an activity"}</bdi>
        </>
      }
      shows={[["extent"]]}
      onSubmit={add}
    >
      {!gesture.activity && (
        <RecordPicker
          ecosystem={ecosystem}
          kind="ACTIVITIES"
          label="Activity"
          required
          isList={false}
          autoFocus
          error={isTried ? missing : null}
          value={activity === null ? [] : [activity]}
          onChange={(keys) => set("activity", keys[0] ?? null)}
        />
      )}
      <ClaimFields
        ecosystem={ecosystem}
        fields={fields}
        autoFocus={gesture.activity !== null}
        error={refused.fields.extent || (isTried ? extentProblem(fields) : null)}
        onSet={set}
      />
      <SourceNote ecosystem={ecosystem} />
    </GestureFrame>
  );
}
