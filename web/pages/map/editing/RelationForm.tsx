import { Input, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { FieldInput } from "../../../fields/FieldInput.tsx";
import { filledFields, formParts, issuesByField, problemsOf } from "../../../fields/form-fields.ts";
import { RecordPicker } from "../../../fields/RecordPicker.tsx";
import { labelOf, noteLabel } from "../../../fields/record-labels.ts";
import { GestureFrame } from "./GestureFrame.tsx";
import type { Gesture } from "./gesture.ts";
import { relationSentences } from "./relation-sentences.ts";
import { SourceNote } from "./SourceNote.tsx";
import { useGestureForm } from "./use-gesture-form.ts";

/** Fields that only relations of one type have. */
const fieldsOfType: Readonly<Record<string, string>> = { volume: "SUPPLIES", share: "OWNS" };

/** A relation between two actors: its type and direction are chosen as a sentence. */
export function RelationForm({ gesture }: { gesture: Extract<Gesture, { does: "relate" }> }) {
  const form = useGestureForm(gesture);
  const { fields, set } = form;
  const { ecosystem } = form.map;
  const { from } = gesture;
  const [isTried, setTried] = useState(false);
  noteLabel(ecosystem, "ACTORS", from.key, from.name);
  const other = gesture.to?.key ?? (typeof fields.other === "string" ? fields.other : null);
  const otherName = gesture.to?.name ?? (other === null ? "…" : labelOf(ecosystem, "ACTORS", other));
  const sentences = relationSentences(from.name, otherName);
  const chosen = sentences.find(({ value }) => value === fields.sentence);
  const isSelf = other === from.key;
  const wrong = {
    other: other === null ? "Other end is missing: add it." : isSelf ? "Choose another actor." : null,
    sentence: chosen ? null : "Choose how the two are related.",
  };
  const more = formParts("RELATIONS", ["from", "to", "type"]).more.filter(
    ({ name }) => fieldsOfType[name] === undefined || fieldsOfType[name] === chosen?.type,
  );
  const extra = Object.fromEntries(more.flatMap(({ name }) => (name in fields ? [[name, fields[name]]] : [])));
  const record = {
    ...filledFields(extra),
    from: chosen?.isReversed ? other : from.key,
    to: chosen?.isReversed ? from.key : other,
    type: chosen?.type,
  };
  const problems = problemsOf("RELATIONS", record);
  const refused = issuesByField(form.issues);

  const add = (): boolean => {
    setTried(true);
    if (wrong.other || wrong.sentence || !chosen || Object.keys(problems).length > 0) return false;
    const { text } = chosen;
    void form.store([{ does: "create", kind: "RELATIONS", fields: record }], `Add: ${text}`, `Added: ${text}`);
    return true;
  };

  return (
    <GestureFrame
      form={form}
      label="Add relation"
      title={
        <>
          Relate <bdi>{from.name}</bdi>
          {gesture.to && (
            <>
              {" "}
              and <bdi>{gesture.to.name}</bdi>
            </>
          )}
        </>
      }
      shows={[more.map(({ name }) => name)]}
      onSubmit={add}
    >
      {!gesture.to && (
        <RecordPicker
          ecosystem={ecosystem}
          kind="ACTORS"
          label="To"
          required
          isList={false}
          autoFocus
          error={isTried || isSelf ? wrong.other : null}
          value={other === null ? [] : [other]}
          onChange={(keys) => set("other", keys[0] ?? null)}
        />
      )}
      <Radio.Group
        size="xs"
        label="Relation"
        required
        error={isTried ? wrong.sentence : null}
        inputWrapperOrder={["label", "input", "error"]}
        value={chosen?.value ?? ""}
        onChange={(value) => set("sentence", value)}
      >
        <Stack gap={6}>
          {sentences.map(({ value, subject, verb, object }, at) => (
            <Radio
              key={value}
              size="xs"
              value={value}
              data-autofocus={(gesture.to !== null && at === 0) || undefined}
              label={
                <>
                  <bdi>{subject}</bdi> <em>{verb}</em> <bdi>{object}</bdi>
                </>
              }
            />
          ))}
        </Stack>
      </Radio.Group>
      {chosen && <Input.Description>{chosen.description}</Input.Description>}
      <SourceNote ecosystem={ecosystem} />
      <details>
        <summary>More fields</summary>
        <div className="record-form-more">
          {more.map((field) => (
            <FieldInput
              key={field.name}
              ecosystem={ecosystem}
              field={field}
              value={fields[field.name] ?? field.default}
              error={refused.fields[field.name] || (isTried ? problems[field.name] : null)}
              onChange={(value) => set(field.name, value)}
            />
          ))}
        </div>
      </details>
    </GestureFrame>
  );
}
