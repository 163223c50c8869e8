import { summary } from "../../../map/model/time/marks.ts";
import type { TimelineMark } from "../../../map/model/time/timeline.graphql.ts";
import { formatDate } from "../../../shared/format.ts";

/** Fewer on a phone, where the card would hide the map. */
const maxLines = (width: number) => (width < 400 ? 3 : 8);

interface Props {
  marks: readonly TimelineMark[];
  /** Pixels from the left end of the axis. */
  x: number;
  width: number;
}

/** What happened on a day, or on days too near to each other to be told apart on the axis. */
export function MarkCard({ marks, x, width }: Props) {
  const events = marks.flatMap((mark) => mark.events);
  const first = marks[0]!.date;
  const last = marks.at(-1)!.date;
  const max = maxLines(width);
  const lines = events.slice(0, events.length > max ? max - 1 : max);
  const half = Math.min(150, width / 2);
  return (
    <div className="time-card" style={{ left: Math.min(width - half, Math.max(half, x)) }}>
      <p className="time-card-day">
        {formatDate(first)}
        {last !== first && ` – ${formatDate(last)}`}
      </p>
      <p className="quiet">{summary({ events })}</p>
      <ul>
        {lines.map((event, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two events of a day may have the same words.
          <li key={i}>
            <bdi>{event.label}</bdi>
          </li>
        ))}
      </ul>
      {events.length > lines.length && <p className="quiet">and {events.length - lines.length} more</p>}
    </div>
  );
}
