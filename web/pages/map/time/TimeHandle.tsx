import type { Axis } from "../../../map/model/time/axis.ts";
import { addDays, addMonths, dayNumber, within } from "../../../map/model/time/days.ts";
import type { Gesture } from "./use-gesture.ts";

interface Props {
  axis: Axis;
  day: string;
  label: string;
  /** What a screen reader says of the day. */
  text: string;
  /** The one that the first is held against. */
  second?: boolean;
  gesture: Gesture;
  onPlay?(): void;
  onFocused(focused: boolean): void;
}

/** A date on the axis: arrows move it by a day, Page Up and Page Down by a month, Home and End to the ends. */
export function TimeHandle({ axis, day, label, text, second, gesture, onPlay, onFocused }: Props) {
  const { span } = axis;
  const shown = within(day, span);
  const press = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && onPlay) onPlay();
    else {
      const to = dayAfter(event.key, shown, span);
      if (!to) return;
      gesture.move(to);
      gesture.endSoon();
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className="time-handle"
      data-second={second || undefined}
      style={{ left: axis.x(shown) }}
      aria-label={label}
      aria-valuemin={dayNumber(span.from)}
      aria-valuemax={dayNumber(span.to)}
      aria-valuenow={dayNumber(shown)}
      aria-valuetext={text}
      onKeyDown={press}
      onFocus={() => onFocused(true)}
      onBlur={() => {
        onFocused(false);
        gesture.end();
      }}
    />
  );
}

function dayAfter(key: string, day: string, span: Axis["span"]): string | null {
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return addDays(day, -1);
    case "ArrowRight":
    case "ArrowUp":
      return addDays(day, 1);
    case "PageDown":
      return addMonths(day, -1);
    case "PageUp":
      return addMonths(day, 1);
    case "Home":
      return span.from;
    case "End":
      return span.to;
    default:
      return null;
  }
}
