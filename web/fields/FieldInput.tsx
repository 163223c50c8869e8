import { ActionIcon, Button, Input } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { type DescribedField, referredKind } from "../shared/described-records.ts";
import { BooleanInput, EnumInput, EnumListInput, ScaleInput } from "./ChoiceInputs.tsx";
import { DateInput } from "./DateInput.tsx";
import { isShare, stepsOf } from "./field-words.ts";
import type { FieldInputProps } from "./props.ts";
import { RecordPicker } from "./RecordPicker.tsx";
import { ShareInput } from "./ShareInput.tsx";
import { LineInput, LongTextInput, NamesInput, PlainNumberInput } from "./TextInputs.tsx";
import "./fields.css";

/** The input for a field, by what its description says that it takes. */
export function FieldInput(props: FieldInputProps) {
  const Control = inputFor(props.field);
  return <Control {...props} />;
}

function inputFor(field: DescribedField): ComponentType<FieldInputProps> {
  if (field.parts) return PartsInput;
  if (field.to) return ReferenceInput;
  if (field.enum) return field.isList ? EnumListInput : EnumInput;
  if (field.isList) return NamesInput;
  if (field.type === "boolean" || field.type === "nullableBoolean") return BooleanInput;
  if (field.type === "date") return DateInput;
  if (field.type === "text") return LongTextInput;
  if (isShare(field)) return ShareInput;
  if (stepsOf(field)) return ScaleInput;
  return field.type === "number" || field.type === "integer" ? PlainNumberInput : LineInput;
}

function ReferenceInput({ ecosystem, field, value, error, autoFocus, onChange }: FieldInputProps) {
  const keys = Array.isArray(value) ? (value as string[]) : typeof value === "string" ? [value] : [];
  return (
    <RecordPicker
      ecosystem={ecosystem}
      kind={referredKind(field)}
      label={field.label}
      description={field.help}
      error={error}
      required={field.isRequired}
      isList={field.isList}
      value={keys}
      autoFocus={autoFocus ?? false}
      onChange={(next) => onChange(field.isList ? next : (next[0] ?? null))}
    />
  );
}

type Entry = Readonly<Record<string, unknown>>;

/** A list of objects, such as the capabilities that an activity requires: a row of inputs for each. */
function PartsInput({ ecosystem, field, value, error, onChange }: FieldInputProps) {
  const entries = Array.isArray(value) ? (value as Entry[]) : [];
  const set = (at: number, entry: Entry | null) => onChange(entry ? entries.with(at, entry) : entries.toSpliced(at, 1));
  return (
    <Input.Wrapper size="xs" label={field.label} labelElement="div" description={field.help} error={error}>
      <div className="parts-input">
        {entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place.
          <fieldset key={at} aria-label={`${field.label}, entry ${at + 1}`}>
            {field.parts!.map((part) => (
              <FieldInput
                key={part.name}
                ecosystem={ecosystem}
                field={part}
                value={entry[part.name]}
                onChange={(next) => set(at, { ...entry, [part.name]: next })}
              />
            ))}
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={`Remove entry ${at + 1}`}
              onClick={() => set(at, null)}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </fieldset>
        ))}
        <Button size="compact-xs" variant="default" onClick={() => onChange([...entries, {}])}>
          Add entry
        </Button>
      </div>
    </Input.Wrapper>
  );
}
