import { TextInput, type TextInputProps } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { formatDate, isDay } from "./format.ts";

/** Default range, which excludes a half-typed year (0002, 0202). */
const earliestDay = "1800-01-01";
const latestDay = "2200-12-31";
/** Debounce: the pause after which typing a year or holding an arrow key has ended. */
export const pauseMillis = 900;

interface Props extends Omit<TextInputProps, "value" | "onChange" | "type" | "min" | "max"> {
  /** YYYY-MM-DD. */
  value: string;
  min?: string;
  max?: string;
  /** Called on Enter, on blur or after a pause. null: cleared. */
  onDay(day: string | null): void;
}

/** Date field; a half-typed date is not committed, and a date out of range is refused with a message. */
export function DayInput({ value, min = earliestDay, max = latestDay, onDay, ...props }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  /** Set on commit, not while a year being typed passes through 0002 and 0020. */
  const [isRefused, setRefused] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // A value from elsewhere (a slider, the back button) replaces the draft.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect runs on each change of the value.
  useEffect(() => setDraft(null), [value]);

  const commit = (text: string, isHalf: boolean) => {
    clearTimeout(timer.current);
    if (text === value) setDraft(null);
    else if (isDay(text) && text >= min && text <= max) onDay(text);
    else if (isDay(text)) setRefused(true);
    else if (text === "" && !isHalf) {
      setDraft(null);
      onDay(null);
    }
  };
  return (
    <TextInput
      {...props}
      type="date"
      value={draft ?? value}
      min={min}
      max={max}
      error={isRefused ? `Enter a date from ${formatDate(min)} to ${formatDate(max)}` : props.error}
      onChange={(event) => {
        const { value: text, validity } = event.currentTarget;
        setDraft(text);
        setRefused(false);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => commit(text, validity?.badInput ?? false), pauseMillis);
      }}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key === "Enter") commit(event.currentTarget.value, event.currentTarget.validity?.badInput ?? false);
        if (event.key === "Escape") setDraft(null);
      }}
      onBlur={(event) => {
        const { value: text, validity } = event.currentTarget;
        commit(text, validity?.badInput ?? false);
        // The draft is discarded: an uncommitted date must not look committed.
        setDraft(null);
        setRefused(false);
      }}
    />
  );
}
