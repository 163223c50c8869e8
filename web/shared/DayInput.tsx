import { TextInput, type TextInputProps } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { formatDate, isDay } from "./format.ts";

/** What days can be asked for, when nothing narrower is said: a year that is half typed (0002, 0202) is none of them. */
const earliestDay = "1800-01-01";
const latestDay = "2200-12-31";
/** One who types a year or holds an arrow has come to an end after so long. */
export const pauseMillis = 900;

interface Props extends Omit<TextInputProps, "value" | "onChange" | "type" | "min" | "max"> {
  /** YYYY-MM-DD. */
  value: string;
  min?: string;
  max?: string;
  /** Called once the reader has come to an end: by Enter, on leaving, or by a pause. null: emptied. */
  onDay(day: string | null): void;
}

/** A day that is typed or picked; what is half typed asks for nothing, and a day out of range is refused in words. */
export function DayInput({ value, min = earliestDay, max = latestDay, onDay, ...props }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  /** Said once the reader has come to an end, not while a year goes through 0002 and 0020. */
  const [isRefused, setRefused] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Another day from elsewhere (a slider, the back button) is shown, not what was typed before it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts.
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
      error={isRefused && `A day from ${formatDate(min)} to ${formatDate(max)}`}
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
        // What could not be taken is not left standing as if it had been.
        setDraft(null);
        setRefused(false);
      }}
    />
  );
}
