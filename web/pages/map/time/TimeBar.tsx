import { ActionIcon, Button, NativeSelect, Tooltip } from "@mantine/core";
import {
  IconGitCompare,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
} from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { describeFailure } from "../../../graphql/client.ts";
import type { Span } from "../../../map/model/time/days.ts";
import {
  afterAxis,
  beforeAxis,
  dateToCompare,
  neighbourMark,
  outside,
  spanOf,
  summary,
} from "../../../map/model/time/marks.ts";
import type { Timeline } from "../../../map/model/time/timeline.graphql.ts";
import { formatDate, today } from "../../../shared/format.ts";
import { useHasKeys } from "../../../shared/use-has-keys.ts";
import { useMapActions, useMapState } from "../map-context.ts";
import { TimeReadout } from "./TimeReadout.tsx";
import { TimeTrack } from "./TimeTrack.tsx";
import { useGesture } from "./use-gesture.ts";
import { type Speed, speeds, usePlay } from "./use-play.ts";
import "./time.css";

/** Time bar beneath the map: its date, on an axis of all events. */
export function TimeBar() {
  const { frames } = useMapState();
  const { timeline, error } = frames;
  const span = useMemo(() => timeline && spanOf(timeline, today()), [timeline]);
  if (!timeline || !span)
    return (
      <div className="time-bar">
        {error ? (
          <p className="quiet time-note" role="alert">
            The timeline could not be loaded. {describeFailure(error).detail}{" "}
            <button type="button" className="text-button" onClick={frames.want}>
              Try again
            </button>
          </p>
        ) : (
          <p className="quiet time-note">Loading timeline…</p>
        )}
      </div>
    );
  return <Bar timeline={timeline} span={span} />;
}

function Bar({ timeline, span }: { timeline: Timeline; span: Span }) {
  const { time, frames, reducedMotion } = useMapState();
  const { announce } = useMapActions();
  const { marks } = timeline;
  const hasKeys = useHasKeys();
  const date = useGesture("date", span);
  const against = useGesture("against", span);
  const [speed, setSpeed] = useState<Speed>("quarter");
  const { playing, toggle, stop } = usePlay({
    day: time.day,
    span,
    marks,
    gesture: date,
    speed,
    inSteps: reducedMotion,
  });
  const [before, after] = [beforeAxis(timeline, span), afterAxis(timeline, span)];
  const step = (way: -1 | 1) => {
    stop();
    const mark = neighbourMark(marks, span, time.day, way);
    if (!mark) return announce(way > 0 ? (after ?? "No later events.") : (before ?? "No earlier events."));
    date.move(mark.date);
    date.end();
    announce(`${formatDate(mark.date)}: ${summary(mark)}`);
  };
  const note = outside(timeline, time.day, today()) ?? ([before, after].filter(Boolean).join(" ") || null);
  return (
    <section className="time-bar" aria-label="Time">
      <div className="time-buttons">
        <Tooltip label={`${playing ? "Pause" : "Play"}${hasKeys ? " (space)" : ""}`} openDelay={300}>
          <ActionIcon variant="default" size={32} aria-label={playing ? "Pause" : "Play"} onClick={toggle}>
            {playing ? <IconPlayerPauseFilled size={15} aria-hidden /> : <IconPlayerPlayFilled size={15} aria-hidden />}
          </ActionIcon>
        </Tooltip>
        <Step label="Previous event" onClick={() => step(-1)} icon={<IconPlayerSkipBack size={16} stroke={1.6} />} />
        <Step label="Next event" onClick={() => step(1)} icon={<IconPlayerSkipForward size={16} stroke={1.6} />} />
        <NativeSelect
          className="time-speed"
          size="xs"
          variant="unstyled"
          aria-label="Playback speed"
          value={speed}
          onChange={(event) => setSpeed(event.currentTarget.value as Speed)}
          data={speeds.map(({ value, label }) => ({ value, label }))}
        />
      </div>
      <TimeTrack timeline={timeline} span={span} date={date} against={against} onPlay={toggle} onGrasp={stop} />
      <TimeReadout />
      <CompareButton span={span} />
      {note && <p className="quiet time-note">{note}</p>}
      {frames.error && (
        <p className="quiet time-note" role="alert">
          The map follows only when the date stops moving: {describeFailure(frames.error).detail}{" "}
          <button type="button" className="text-button" onClick={frames.want}>
            Try again
          </button>
        </p>
      )}
    </section>
  );
}

function Step({ label, icon, onClick }: { label: string; icon: React.ReactNode; onClick(): void }) {
  return (
    <Tooltip label={label} openDelay={300}>
      <ActionIcon className="time-step" variant="subtle" color="gray" size={32} aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

/** Compares with another date, initially a year before. */
function CompareButton({ span }: { span: Span }) {
  const { time, search, frames } = useMapState();
  const { dispatch } = useMapActions();
  const on = time.against !== null;
  const begin = () => {
    const other = dateToCompare(time.day, span);
    frames.want();
    dispatch(`Compare with ${formatDate(other)}`, { against: other, panel: "difference" });
  };
  const end = () =>
    dispatch("End the comparison", { against: undefined, ...(search.panel === "difference" && { panel: undefined }) });
  return (
    <Button
      className="time-compare"
      aria-label="Compare"
      size="xs"
      variant={on ? "light" : "default"}
      aria-pressed={on}
      leftSection={<IconGitCompare size={15} stroke={1.6} aria-hidden />}
      onClick={on ? end : begin}
    >
      <span className="time-compare-word">Compare</span>
    </Button>
  );
}
