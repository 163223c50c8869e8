import { NumberInput, TagsInput, Textarea, TextInput } from "@mantine/core";
import { countryName } from "./field-words.ts";
import type { FieldInputProps } from "./props.ts";

const below = ["label", "input", "description", "error"] as ("label" | "input" | "description" | "error")[];

const common = ({ field, error, autoFocus }: FieldInputProps) => ({
  size: "xs" as const,
  label: field.label,
  description: field.help,
  inputWrapperOrder: below,
  error,
  required: field.isRequired,
  "data-autofocus": autoFocus || undefined,
  autoFocus: autoFocus ?? false,
});

/** One line: a name, an address, a key, the two letters of a country. */
export function LineInput(props: FieldInputProps) {
  const { field, value, onChange } = props;
  const text = typeof value === "string" ? value : "";
  const isCountry = field.type === "country";
  const name = isCountry ? countryName(text) : null;
  return (
    <TextInput
      {...common(props)}
      value={text}
      {...(name && { description: name })}
      {...(field.type === "url" && { type: "url", inputMode: "url" as const })}
      {...(isCountry && { maxLength: 2, autoCapitalize: "characters" })}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        onChange(typed === "" ? null : isCountry ? typed.toUpperCase() : typed);
      }}
    />
  );
}

/** Long text. */
export function LongTextInput(props: FieldInputProps) {
  const { value, onChange } = props;
  return (
    <Textarea
      {...common(props)}
      autosize
      minRows={2}
      maxRows={12}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}

/** A number without a scale: people, units, a year. */
export function PlainNumberInput(props: FieldInputProps) {
  const { field, value, onChange } = props;
  const isYear = field.unit === "year";
  return (
    <NumberInput
      {...common(props)}
      value={typeof value === "number" ? value : ""}
      allowDecimal={field.type === "number"}
      thousandSeparator={isYear ? "" : ","}
      clampBehavior="none"
      placeholder="Unknown"
      hideControls
      onChange={(next) => onChange(typeof next === "number" ? next : null)}
    />
  );
}

/** Several names: other names, labels. Enter or a comma ends each. */
export function NamesInput(props: FieldInputProps) {
  const { value, onChange } = props;
  return (
    <TagsInput
      {...common(props)}
      value={Array.isArray(value) ? (value as string[]) : []}
      acceptValueOnBlur
      onChange={(names) => onChange(names)}
    />
  );
}
