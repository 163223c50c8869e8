import { useQuery } from "urql";
import { isAnswerTo } from "../../../graphql/answers.ts";
import { describeFailure } from "../../../graphql/client.ts";
import { figureOf, isRange, tooLittleKnown } from "../../../scores/score-text.ts";
import { formatDate, range, today, todayWord } from "../../../shared/format.ts";
import { useMapState } from "../map-context.ts";
import { positionsQuery } from "../map-facts.graphql.ts";

/**
 * The day that is shown, and how coherent the ecosystem was then: from the frames, and before they have come from the
 * measures of the day.
 */
export function TimeReadout() {
  const { ecosystem, time, frames } = useMapState();
  const frame = frames.on(time.day);
  // The map has asked for these measures already.
  const variables = { key: ecosystem, asOf: time.rest.day };
  const [asked] = useQuery({ query: positionsQuery, variables });
  const measured = !time.moving && isAnswerTo(asked.operation, variables) ? asked.data?.ecosystem : null;
  const coherence = frame?.coherence ?? measured?.coherence ?? null;
  return (
    <div className="time-readout">
      <p className="time-day">
        {formatDate(time.day)}
        {time.day === today() && <span className="quiet"> {todayWord()}</span>}
      </p>
      <p className="quiet time-coherence">
        {!coherence && !time.moving && asked.error && (
          <span title={describeFailure(asked.error).detail}>Coherence could not be loaded</span>
        )}
        {coherence && (
          <>
            Coherence {isRange(coherence) ? figureOf(coherence) : <b>{figureOf(coherence)}</b>}
            {isRange(coherence)
              ? ` (${tooLittleKnown(coherence.coverage)})`
              : coherence.score !== null &&
                ` (${range(coherence.low ?? coherence.score, coherence.high ?? coherence.score)})`}
          </>
        )}
      </p>
    </div>
  );
}
