import { useElementSize, useMergedRef } from "@mantine/hooks";
import { useMemo, useRef, useState } from "react";
import { axisOf, type Stroke, strokeAt, strokesOf, ticksOf } from "../../../map/model/time/axis.ts";
import { type Span, within } from "../../../map/model/time/days.ts";
import { summary } from "../../../map/model/time/marks.ts";
import { scoreLine } from "../../../map/model/time/score-line.ts";
import type { Timeline } from "../../../map/model/time/timeline.graphql.ts";
import { type Score, scoreText } from "../../../scores/score-text.ts";
import { formatDate, today } from "../../../shared/format.ts";
import { useMapState } from "../map-context.ts";
import { MarkCard } from "./MarkCard.tsx";
import { TimeHandle } from "./TimeHandle.tsx";
import type { Gesture } from "./use-gesture.ts";

interface Props {
  timeline: Timeline;
  span: Span;
  date: Gesture;
  against: Gesture;
  onPlay(): void;
  /** The reader grabs the axis: playback stops. */
  onGrasp(): void;
}

const scoreHeight = 26;
const strokeHeight = 20;
/** From the top of the axis's drawing to its line; year names stand beneath. */
const base = 36;

/** The axis: years, what happened, coherence over time, today, and the handle of the date or of both dates. */
export function TimeTrack({ timeline, span, date, against, onPlay, onGrasp }: Props) {
  const { time, frames } = useMapState();
  const { ref: sized, width } = useElementSize();
  const axisBox = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(axisBox, sized);
  const [pointed, setPointed] = useState<Stroke | null>(null);
  const [focused, setFocused] = useState(false);
  const gesture = useRef<Gesture | null>(null);

  const axis = useMemo(() => axisOf(span, Math.max(1, width)), [span, width]);
  const strokes = useMemo(() => strokesOf(timeline.marks, axis), [timeline, axis]);
  const ticks = useMemo(() => ticksOf(axis), [axis]);
  const score = useMemo(() => scoreLine(frames.all, axis, scoreHeight), [frames.all, axis]);
  const now = axis.x(today());
  const other = time.against;

  const placeOf = (event: React.PointerEvent) => event.clientX - axisBox.current!.getBoundingClientRect().left;
  const grasp = (event: React.PointerEvent) => {
    if (event.button !== 0) return;
    onGrasp();
    const x = placeOf(event);
    const isOther =
      other !== null && Math.abs(axis.x(within(other, span)) - x) < Math.abs(axis.x(within(time.day, span)) - x);
    gesture.current = isOther ? against : date;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget
      .querySelector<HTMLElement>(isOther ? "[data-second]" : ".time-handle:not([data-second])")
      ?.focus();
    event.preventDefault();
    // A press on a mark selects the mark's day.
    gesture.current.move(strokeAt(strokes, x, 4)?.marks.at(-1)?.date ?? axis.day(x));
  };
  const follow = (event: React.PointerEvent) => {
    const x = placeOf(event);
    if (gesture.current) gesture.current.move(axis.day(x));
    setPointed(strokeAt(strokes, x));
  };
  const release = () => {
    gesture.current?.end();
    gesture.current = null;
  };

  const marked = timeline.marks.find((mark) => mark.date === time.day);
  const card = pointed?.marks ?? (focused && marked && marked.events.length > 0 ? [marked] : null);
  const cardX = pointed?.x ?? axis.x(within(time.day, span));
  return (
    <div
      className="time-track"
      onPointerDown={grasp}
      onPointerMove={follow}
      onPointerUp={release}
      onPointerCancel={release}
      onPointerLeave={() => setPointed(null)}
    >
      <div ref={ref} className="time-axis">
        {width > 0 && (
          <svg width={width} height={56} aria-hidden="true">
            <g transform="translate(0 4)">
              <path className="time-band" d={score.band} />
              <path className="time-score" d={score.line} />
            </g>
            {other !== null && (
              <line
                className="time-between"
                x1={axis.x(within(other, span))}
                x2={axis.x(within(time.day, span))}
                y1={base}
                y2={base}
              />
            )}
            <line className="time-line" x1={0} x2={width} y1={base} y2={base} />
            {ticks.map((tick) => (
              <g key={tick.x} transform={`translate(${tick.x} ${base})`}>
                <line className="time-tick" y2={tick.year ? 6 : 3} />
                {tick.year && (
                  <text
                    className="time-year"
                    y={17}
                    textAnchor={tick.x > width - 16 ? "end" : tick.x < 16 ? "start" : "middle"}
                  >
                    {tick.year}
                  </text>
                )}
              </g>
            ))}
            {strokes.map((stroke) => (
              <line
                key={stroke.x}
                className="time-stroke"
                data-pointed={stroke === pointed || undefined}
                x1={stroke.x}
                x2={stroke.x}
                y1={base}
                y2={base - 3 - (strokeHeight - 3) * stroke.height}
              />
            ))}
            <g transform={`translate(${now} 0)`} className="time-today">
              <line y1={2} y2={base + 3} />
              <path d="M-3.500 0h7L0 4.500z" />
            </g>
          </svg>
        )}
        {other !== null && (
          <TimeHandle
            axis={axis}
            day={other}
            label="Compare with"
            text={formatDate(other)}
            second
            gesture={against}
            onFocused={setFocused}
          />
        )}
        <TimeHandle
          axis={axis}
          day={time.day}
          label="Date"
          text={valueText(time.day, marked ? summary(marked) : "", frames.on(time.day)?.coherence ?? null)}
          gesture={date}
          onPlay={onPlay}
          onFocused={setFocused}
        />
        {card && <MarkCard marks={card} x={cardX} width={width} />}
      </div>
    </div>
  );
}

const valueText = (day: string, events: string, coherence: Score | null): string =>
  [formatDate(day), events, typeof coherence?.score === "number" ? `coherence ${scoreText(coherence)}` : ""]
    .filter((part) => part !== "")
    .join(", ");
