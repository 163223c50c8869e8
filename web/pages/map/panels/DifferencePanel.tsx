import { useEffect, useMemo, useRef } from "react";
import { describeFailure } from "../../../graphql/client.ts";
import { centre } from "../../../map/canvas/centre.ts";
import { type DifferencePart, differenceParts } from "../../../map/model/difference/rows.ts";
import { sentence } from "../../../map/model/difference/sentence.ts";
import { DayInput } from "../../../shared/DayInput.tsx";
import { formatDate } from "../../../shared/format.ts";
import { useMap, useMapActions, useMapState } from "../map-context.ts";
import { ScoreChange } from "./ScoreChange.tsx";
import { secondDate } from "./second-date.ts";
import "./difference.css";

/** What came about between the two dates: a sentence, the score, and lists by kind. */
export function DifferencePanel() {
  const { time, present, frames, whole } = useMapState();
  const names = useMemo(() => new Map(whole.nodes.map(({ id, label }) => [id, label])), [whole]);
  // What is supposed is no history: of a what-if the panel of that name tells.
  const { compared } = present;
  const parts = useMemo(
    () => (compared ? differenceParts(compared.difference, (id) => names.get(id) ?? "?") : []),
    [compared, names],
  );
  const map = useMap();
  const isWithout = time.against === null;
  // A link may open the panel without a second date.
  const begin = useRef(() => {});
  begin.current = () => time.jump(secondDate(map));
  useEffect(() => {
    if (isWithout) begin.current();
  }, [isWithout]);
  if (time.against === null) return <p className="quiet">Choosing a second date…</p>;
  if (frames.error)
    return <p className="quiet">The comparison could not be loaded: {describeFailure(frames.error).detail}</p>;
  if (frames.timeline?.marks.length === 0)
    return <p className="quiet">No record of this ecosystem has a date, so there is nothing to compare.</p>;
  if (!compared) return <p className="quiet">Loading both dates…</p>;
  const [from, to] = [time.against, time.day].sort() as [string, string];
  return (
    <div className="difference">
      <TwoDates />
      <p>{sentence(from, to, compared.difference)}</p>
      <ScoreChange from={from} to={to} />
      {parts.map((part) => (
        <Part key={part.title} part={part} />
      ))}
    </div>
  );
}

/** Both dates, each of which can be changed. */
function TwoDates() {
  const { time, search } = useMapState();
  const { dispatch } = useMapActions();
  const fields = [
    { name: "against", label: "Compared date", value: time.against ?? time.day },
    { name: "date", label: "Date shown", value: time.day },
  ] as const;
  return (
    <div className="difference-dates">
      {fields.map(({ name, label, value }) => (
        <DayInput
          key={name}
          size="xs"
          label={label}
          value={value}
          onDay={(day) => day && day !== search[name] && dispatch(`${label}: ${formatDate(day)}`, { [name]: day })}
        />
      ))}
    </div>
  );
}

function Part({ part: { title, rows } }: { part: DifferencePart }) {
  const { canvas } = useMapState();
  const { select, announce } = useMapActions();
  const open = (record: string, name: string) => {
    select(record);
    if (canvas && !centre(canvas, record)) announce(`${name} is not shown in this lens.`);
  };
  return (
    <details className="difference-part" open={rows.length <= 12}>
      <summary>
        {title} <span className="quiet">{rows.length}</span>
      </summary>
      <ul>
        {rows.map(({ key, record, name, what }) => (
          <li key={key}>
            <button type="button" className="text-button" onClick={() => open(record, name)}>
              <bdi>{name}</bdi>
            </button>
            {what && <span className="quiet"> {what}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
