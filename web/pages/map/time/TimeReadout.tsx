import { useQuery } from "urql";
import { describeFailure } from "../../../graphql/client.ts";
import { formatDate, points, today } from "../../../shared/format.ts";
import { useMapState } from "../map-context.ts";
import { scoreQuery } from "./score.graphql.ts";

/** The day that is shown, and how coherent the ecosystem was then: from the frames, before they have come asked for. */
export function TimeReadout() {
  const { ecosystem, time, frames } = useMapState();
  const frame = frames.on(time.day);
  const variables = { key: ecosystem, asOf: time.day };
  const [asked] = useQuery({ query: scoreQuery, variables, pause: frame !== null || time.moving });
  const coherence = frame?.coherence ?? (time.moving ? null : (asked.data?.ecosystem?.coherence ?? null));
  return (
    <div className="time-readout">
      <p className="time-day">
        {formatDate(time.day)}
        {time.day === today() && <span className="quiet"> today</span>}
      </p>
      <p className="quiet time-coherence">
        {!coherence && !time.moving && asked.error && (
          <span title={describeFailure(asked.error).detail}>Coherence could not be loaded</span>
        )}
        {coherence && (
          <>
            Coherence <b>{points(coherence.score)}</b>
            {coherence.score !== null && ` (${points(coherence.low)}–${points(coherence.high)})`}
          </>
        )}
      </p>
    </div>
  );
}
