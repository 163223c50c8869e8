import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { RecordEdit } from "../../../changes/record-edits.ts";
import { FieldInput } from "../../../fields/FieldInput.tsx";
import { fieldProblem } from "../../../fields/field-problem.ts";
import { issuesByField } from "../../../fields/form-fields.ts";
import type { ActorKind } from "../../../graphql/schema-types.ts";
import { describedField } from "../../../shared/described-records.ts";
import { guessedKind } from "../../../shared/guessed-kind.ts";
import { freeKeyOf, keyOfName } from "../../../shared/key-of-name.ts";
import { actorKindWords } from "../../../shared/words.ts";
import { ClaimFields, claimFields, extentProblem } from "./ClaimFields.tsx";
import { GestureFrame } from "./GestureFrame.tsx";
import { type Gesture, placeSentence } from "./gesture.ts";
import { SourceNote } from "./SourceNote.tsx";
import { useGestureForm } from "./use-gesture-form.ts";

const nameField = describedField("ACTORS", "name")!;

/** A new actor: in Network pinned where it was added, in a territory with a claim to its activity. */
export function AddActorForm({ gesture }: { gesture: Extract<Gesture, { does: "add actor" }> }) {
  const form = useGestureForm(gesture);
  const { map, fields, set } = form;
  const { ecosystem, whole, facts, views, showPin } = map;
  const { activity, place } = gesture;
  const [isTried, setTried] = useState<"name" | "all" | null>(null);
  const name = typeof fields.name === "string" ? fields.name.trim().replace(/\s+/g, " ") : "";
  const kind = (fields.kind as ActorKind | undefined) ?? guessedKind(name);
  const actors = whole.nodes.filter((node) => node.kind === "ACTOR");
  const namesake = actors.find(({ label }) => label.toLowerCase() === name.toLowerCase());
  const nameProblem = fieldProblem(nameField, name);
  const refused = [issuesByField(form.issues, 0), issuesByField(form.issues, 1)];

  const add = (withClaim: boolean): boolean => {
    setTried(withClaim ? "all" : "name");
    if (nameProblem || (withClaim && extentProblem(fields))) return false;
    const taken = new Set(actors.map((node) => node.key));
    const key = freeKeyOf(keyOfName(name) || "actor", (one) => taken.has(one));
    const view = views.shown;
    const edits: RecordEdit[] = [{ does: "create", kind: "ACTORS", fields: { key, name, kinds: [kind] } }];
    if (withClaim && activity)
      edits.push({ does: "create", kind: "CLAIMS", fields: claimFields(fields, key, activity.key) });
    // Stored with the actor, so that one undo takes back both.
    if (place)
      edits.push({
        does: "create",
        kind: "LAYOUT",
        fields: { lens: "NETWORK", ...(view !== null && { view }), kind: "ACTOR", key, ...place },
      });
    const what = withClaim && activity ? `${name} in ${activity.name}` : name;
    void form.store(edits, `Add actor ${what}`, `Added: ${what}`).then((outcome) => {
      const id = outcome.kind === "stored" && outcome.changed.find((row) => row.kind === "ACTORS")?.node?.id;
      if (id && place) showPin(id, place);
    });
    return true;
  };

  return (
    <GestureFrame
      form={form}
      label="Add actor"
      title={
        activity ? (
          <>
            Add actor in <bdi>{activity.name}</bdi>
          </>
        ) : (
          "Add actor"
        )
      }
      shows={activity ? [["name"], ["extent"]] : [["name"]]}
      more={
        activity && (
          <Button size="xs" variant="default" disabled={form.isSaving} onClick={() => add(false)}>
            Add without claim
          </Button>
        )
      }
      onSubmit={() => add(activity !== null)}
    >
      <FieldInput
        ecosystem={ecosystem}
        field={{ ...nameField, help: "" }}
        value={fields.name}
        error={refused[0]!.fields.name || (isTried ? nameProblem : null)}
        autoFocus
        onChange={(value) => set("name", value)}
      />
      {namesake && (
        <p className="form-note" role="status">
          There is an actor of this name already. This adds another one.
        </p>
      )}
      <NativeSelect
        size="xs"
        label="Kind"
        description={fields.kind === undefined && kind !== "OTHER" ? "Guessed from the name." : undefined}
        inputWrapperOrder={["label", "input", "description", "error"]}
        data={Object.entries(actorKindWords).map(([value, label]) => ({ value, label }))}
        value={kind}
        onChange={(event) => set("kind", event.currentTarget.value)}
      />
      {activity && (
        <ClaimFields
          ecosystem={ecosystem}
          fields={fields}
          error={refused[1]!.fields.extent || (isTried === "all" ? extentProblem(fields) : null)}
          onSet={set}
        />
      )}
      <p className="form-note">{placeSentence(gesture, facts.focal?.name ?? "the focal firm")}</p>
      <SourceNote ecosystem={ecosystem} />
    </GestureFrame>
  );
}
