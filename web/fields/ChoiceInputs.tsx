import { Chip, Group, Input, NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { enumValues } from "../shared/described-records.ts";
import { scaleWords, stepsOf } from "./field-words.ts";
import type { FieldInputProps } from "./props.ts";

interface Option {
  value: string;
  label: string;
  description?: string;
}

const unknown = "";

/** The steps of a short scale as buttons, with their words. */
export function ScaleInput(props: FieldInputProps) {
  const { field, value, onChange } = props;
  const words = scaleWords(field);
  const options = stepsOf(field)!.map((step): Option => {
    const word = words.get(step);
    return { value: String(step), label: word ? `${step} ${word}` : String(step) };
  });
  const chosen = typeof value === "number" ? String(value) : unknown;
  return (
    <Choice {...props} options={options} chosen={chosen} onChoose={(next) => onChange(next ? Number(next) : null)} />
  );
}

/** Yes, No and, where nothing need be said, Unknown. */
export function BooleanInput(props: FieldInputProps) {
  const { value, onChange } = props;
  const options = [
    { value: "yes", label: "Yes" },
    { value: "no", label: "No" },
  ];
  const chosen = value === true ? "yes" : value === false ? "no" : unknown;
  return (
    <Choice {...props} options={options} chosen={chosen} onChoose={(next) => onChange(next ? next === "yes" : null)} />
  );
}

/** A single value of an enum: buttons while they are few, a list otherwise. */
export function EnumInput(props: FieldInputProps) {
  const { field, value, error, autoFocus, onChange } = props;
  const options = enumValues(field.enum!).map(({ value, word, description }) => ({ value, label: word, description }));
  const chosen = typeof value === "string" ? value : unknown;
  if (options.length <= 6)
    return <Choice {...props} options={options} chosen={chosen} onChoose={(next) => onChange(next || null)} />;
  const empty = { value: unknown, label: field.isRequired ? "Choose…" : "Unknown" };
  return (
    <NativeSelect
      size="xs"
      label={field.label}
      description={options.find((option) => option.value === chosen)?.description ?? field.help}
      error={error}
      required={field.isRequired}
      data={field.isRequired && chosen !== unknown ? options : [empty, ...options]}
      value={chosen}
      autoFocus={autoFocus ?? false}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}

interface ChoiceProps extends FieldInputProps {
  options: readonly Option[];
  chosen: string;
  onChoose(value: string): void;
}

/** Label, help and error around the choices of a field. */
function ChoiceFrame(props: Pick<FieldInputProps, "field" | "error"> & { help: ReactNode; children: ReactNode }) {
  const { field, error, help, children } = props;
  return (
    <Input.Wrapper
      size="xs"
      label={field.label}
      labelElement="div"
      required={field.isRequired}
      error={error}
      description={help}
      inputWrapperOrder={["label", "input", "description", "error"]}
    >
      {children}
    </Input.Wrapper>
  );
}

/** Looks of a choice. */
const chip = { size: "xs", radius: 3, variant: "outline" } as const;

/** One of a few: radio buttons that look like buttons. */
function Choice({ field, error, autoFocus, options, chosen, onChoose }: ChoiceProps) {
  const all = field.isRequired ? options : [...options, { value: unknown, label: "Unknown" }];
  const help = options.find(({ value }) => value === chosen)?.description ?? field.help;
  return (
    <ChoiceFrame field={field} error={error} help={help}>
      <Chip.Group value={chosen} onChange={onChoose}>
        <Group gap={4} role="radiogroup" aria-label={field.label} aria-required={field.isRequired}>
          {all.map(({ value, label }, at) => (
            <Chip
              key={value}
              value={value}
              {...chip}
              icon={null}
              autoFocus={(autoFocus ?? false) && (chosen === value || (chosen === unknown && at === 0))}
            >
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </ChoiceFrame>
  );
}

/** Several values of an enum. */
export function EnumListInput({ field, value, error, autoFocus, onChange }: FieldInputProps) {
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  return (
    <ChoiceFrame field={field} error={error} help={field.help}>
      <Chip.Group multiple value={chosen} onChange={(next) => onChange(next)}>
        <Group gap={4} role="group" aria-label={field.label}>
          {enumValues(field.enum!).map(({ value, word, description }, at) => (
            <Chip key={value} value={value} {...chip} title={description} autoFocus={(autoFocus ?? false) && at === 0}>
              {word}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </ChoiceFrame>
  );
}
