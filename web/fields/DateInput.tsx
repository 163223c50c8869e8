import { Button } from "@mantine/core";
import { DayInput } from "../shared/DayInput.tsx";
import { formatDate } from "../shared/format.ts";
import type { FieldInputProps } from "./props.ts";

/** Earliest and latest day that a half-typed year cannot be. */
const [earliest, latest] = ["1000-01-01", "2999-12-31"];

/** Date, or unknown: said in words beside it, as dates are written everywhere on the screen. */
export function DateInput({ field, value, error, autoFocus, onChange }: FieldInputProps) {
  const day = typeof value === "string" ? value : "";
  return (
    <div className="date-input">
      <DayInput
        size="xs"
        label={field.label}
        description={field.help}
        inputWrapperOrder={["label", "input", "description", "error"]}
        required={field.isRequired}
        {...(error && { error })}
        value={day}
        min={earliest}
        max={latest}
        autoFocus={autoFocus ?? false}
        onDay={onChange}
      />
      <p className="quiet">
        {day !== "" ? formatDate(day) : field.isRequired ? "" : "Unknown"}
        {day !== "" && !field.isRequired && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange(null)}>
            Unknown
          </Button>
        )}
      </p>
    </div>
  );
}
