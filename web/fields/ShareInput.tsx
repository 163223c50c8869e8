import { Input, NumberInput, Slider } from "@mantine/core";
import { useId } from "react";
import type { DescribedField } from "../shared/described-records.ts";
import { scaleWords, shareHelp } from "./field-words.ts";
import type { FieldInputProps } from "./props.ts";

/** Keeps 29 % from becoming 0.29000000000000004. */
const shareOf = (hundredths: number): number => Number((hundredths / 100).toFixed(6));

/** Slider with a number for a share from 0 to 1, shown from 0 to 100; unknown is an empty field, not 0. */
export function ShareInput({ field, value, error, autoFocus, onChange }: FieldInputProps) {
  const id = useId();
  const share = typeof value === "number" ? value : null;
  const shown = share === null ? null : Number((share * 100).toFixed(4));
  const unit = field.name === "confidence" ? "%" : "of 100";
  const [low, high] = [scaleWords(field).get(0), scaleWords(field).get(1)];
  return (
    <Input.Wrapper
      size="xs"
      label={field.label}
      labelProps={{ htmlFor: id }}
      required={field.isRequired}
      error={error}
      description={shareHelp(field)}
      inputWrapperOrder={["label", "input", "description", "error"]}
    >
      <div className="share-input" data-unknown={share === null || undefined}>
        <Slider
          size="sm"
          label={null}
          value={shown ?? 0}
          min={0}
          max={100}
          step={1}
          thumbLabel={`${field.label}, slider`}
          thumbValueText={valueWords(field, shown)}
          onChange={(hundredths) => onChange(shareOf(hundredths))}
        />
        <NumberInput
          id={id}
          size="xs"
          value={shown ?? ""}
          suffix={unit === "%" ? "\u00a0%" : ""}
          min={0}
          max={100}
          decimalScale={2}
          clampBehavior="none"
          placeholder="Unknown"
          hideControls
          error={Boolean(error)}
          data-autofocus={autoFocus || undefined}
          autoFocus={autoFocus ?? false}
          onChange={(hundredths) => onChange(typeof hundredths === "number" ? shareOf(hundredths) : null)}
        />
        {low && high && (
          <p className="quiet share-ends" aria-hidden>
            <span>0 {low}</span>
            <span>100 {high}</span>
          </p>
        )}
      </div>
    </Input.Wrapper>
  );
}

const valueWords = ({ name }: DescribedField, shown: number | null): string =>
  shown === null ? "unknown" : name === "confidence" ? `${shown} percent` : `${shown} of 100`;
