import { NativeSelect, Radio, Stack } from "@mantine/core";
import { useEffect, useState } from "react";
import { useQuery } from "urql";
import type { ReadRecord } from "../../../changes/record-edits.ts";
import { issuesByField } from "../../../fields/form-fields.ts";
import { RecordPicker } from "../../../fields/RecordPicker.tsx";
import { labelOf } from "../../../fields/record-labels.ts";
import { describeFailure } from "../../../graphql/client.ts";
import { nodeQuery } from "../../../inspector/inspector.graphql.ts";
import { claimOn, speakerOf } from "../../../map/model/what-if/changes.ts";
import { DayInput } from "../../../shared/DayInput.tsx";
import { count, formatDate, points } from "../../../shared/format.ts";
import { ClaimFields, claimFields, extentProblem } from "./ClaimFields.tsx";
import { claimMoveEdits, type MoveReason } from "./claim-move.ts";
import { GestureFrame } from "./GestureFrame.tsx";
import type { Gesture } from "./gesture.ts";
import { SourceNote } from "./SourceNote.tsx";
import { useGestureForm } from "./use-gesture-form.ts";

/** An actor's part that goes from one activity to another: asks what has happened before anything is stored. */
export function MoveClaimForm({ gesture }: { gesture: Extract<Gesture, { does: "move claim" }> }) {
  const form = useGestureForm(gesture);
  const { fields, set } = form;
  const { ecosystem, present, day: shownDay } = form.map;
  const { actor, from, to } = gesture;
  const [isTried, setTried] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const claims = present.boundaries
    .filter(({ activity }) => from === null || activity.id === from.id)
    .flatMap((boundary) => boundary.claims.filter(({ about }) => about.id === actor.id));
  const main = claimOn({ claims }, actor.id);
  const claim = claims.find(({ id }) => id === fields.claim) ?? main;
  const [{ data, error }] = useQuery({
    query: nodeQuery,
    variables: { id: claim?.id ?? "" },
    pause: !claim,
    requestPolicy: "cache-and-network",
  });
  const node = data?.node?.__typename === "Claim" && data.node.id === claim?.id ? data.node : null;
  const record: ReadRecord | null = node && { ...node.asRecord, version: node.version };

  const reason: MoveReason = claim ? ((fields.reason as MoveReason | undefined) ?? "moved") : "also";
  const day = typeof fields.day === "string" ? fields.day : shownDay;
  const activity = to?.key ?? (typeof fields.activity === "string" ? fields.activity : null);
  const name = to?.name ?? (activity === null ? "another activity" : labelOf(ecosystem, "ACTIVITIES", activity));
  const old = claim?.activity.name ?? "";
  const asksExtent = reason !== "wrong";
  // Where its part has moved, the first edit ends the old claim and the second one adds the new one.
  const added = reason === "moved" ? 1 : 0;
  const refused = issuesByField(form.issues, added);

  const isReady = reason === "also" || record !== null;
  const submit = (): boolean => {
    setTried(true);
    if (activity === null || (asksExtent && extentProblem(fields))) return false;
    setAsked(true);
    return true;
  };
  const store = (activity: string) => {
    const edits = claimMoveEdits({
      ...{ reason, day, activity, claim: record },
      fields: claimFields({ ...fields, ...(reason === "moved" && { voice: null }) }, actor.key, activity),
    });
    const what = reason === "also" ? `${actor.name} in ${name}` : `${actor.name} from ${old} to ${name}`;
    const [verb, done] = {
      also: ["Add claim", "Added"],
      moved: ["Move", "Moved"],
      wrong: ["Correct claim", "Corrected"],
    }[reason] as [string, string];
    void form.store(edits, `${verb}: ${what}`, `${done}: ${what}`);
  };
  const isGone = claim !== undefined && data?.node === null;
  const failure = error ? describeFailure(error).detail : isGone ? "Somebody has deleted this claim." : null;
  // Submitted before the old claim is read, it is stored once it is.
  useEffect(() => {
    if (!isAsked || !(isReady || failure)) return;
    setAsked(false);
    if (isReady && activity !== null) store(activity);
  });

  return (
    <GestureFrame
      form={form}
      label="Move claim"
      title={
        <>
          <bdi>{actor.name}</bdi>: {from && <bdi>{from.name}</bdi>} → <bdi>{name}</bdi>
        </>
      }
      submitLabel={{ also: "Add", moved: "Move", wrong: "Correct" }[reason]}
      shows={asksExtent ? (added === 1 ? [[], ["extent"]] : [["extent"]]) : []}
      trouble={failure}
      isWaiting={isAsked}
      onSubmit={submit}
    >
      {claims.length > 1 && (
        <NativeSelect
          size="xs"
          label="Claim"
          description={
            reason === "also" ? undefined : `${count(claims.length - 1, "other claim stays", "other claims stay")}.`
          }
          inputWrapperOrder={["label", "input", "description", "error"]}
          data={claims.map((one) => ({
            value: one.id,
            label: `${one.activity.name}: ${points(one.extent)} of 100${one.lead ? ", leads" : ""} (${speakerOf(one)})`,
          }))}
          value={claim?.id ?? ""}
          onChange={(event) => set("claim", event.currentTarget.value)}
        />
      )}
      {!to && (
        <RecordPicker
          ecosystem={ecosystem}
          kind="ACTIVITIES"
          label="To activity"
          required
          isList={false}
          autoFocus
          error={isTried && activity === null ? "Activity is missing: add it." : null}
          value={activity === null ? [] : [activity]}
          onChange={(keys) => set("activity", keys[0] ?? null)}
        />
      )}
      {claim && (
        <Radio.Group size="xs" label="What has happened?" value={reason} onChange={(value) => set("reason", value)}>
          <Stack gap={6} mt={4}>
            <Radio
              size="xs"
              value="moved"
              data-autofocus={to !== null || undefined}
              label={`Its part has moved to ${name}`}
              description={`Ends the claim on ${old} and adds one on ${name}.`}
            />
            <Radio
              size="xs"
              value="also"
              label={`It takes part in ${name} as well`}
              description={`Adds a claim on ${name}; ${old} stays.`}
            />
            <Radio
              size="xs"
              value="wrong"
              label="The claim was recorded wrongly"
              description={`Changes the claim on ${old} to ${name}, on all dates.`}
            />
          </Stack>
        </Radio.Group>
      )}
      {reason === "moved" && (
        <DayInput
          size="xs"
          label="Since"
          description={formatDate(day)}
          value={day}
          onDay={(next) => next && set("day", next)}
        />
      )}
      {asksExtent && (
        <ClaimFields
          ecosystem={ecosystem}
          fields={fields}
          hasVoice={reason === "also"}
          error={refused.fields.extent || (isTried ? extentProblem(fields) : null)}
          onSet={set}
        />
      )}
      <SourceNote ecosystem={ecosystem} />
    </GestureFrame>
  );
}
