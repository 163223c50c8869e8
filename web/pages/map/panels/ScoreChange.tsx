import { useQuery } from "urql";
import { describeFailure } from "../../../graphql/client.ts";
import { scoreChangeQuery } from "../../../graphql/operations-time.ts";
import { delta, points } from "../../../shared/format.ts";
import { dimensionWords } from "../../../shared/words.ts";
import { useMap } from "../map-context.ts";

/** Parts of the change that are told; less than a tenth of a point is none. */
const mostParts = 5;
const leastPart = 0.0005;

/** The score of both dates, and at rest what moved it most. */
export function ScoreChange({ from, to }: { from: string; to: string }) {
  const { ecosystem, frames, time, select } = useMap();
  const before = frames.on(from)?.coherence.score ?? null;
  const after = frames.on(to)?.coherence.score ?? null;
  const [asked] = useQuery({ query: scoreChangeQuery, variables: { key: ecosystem, from, to }, pause: time.moving });
  const { operation } = asked;
  const isOfThese = operation?.variables.from === from && operation.variables.to === to;
  const parts = (isOfThese && asked.data?.ecosystem?.coherenceChange.items) || [];
  const told = parts.filter(({ change }) => Math.abs(change) >= leastPart).slice(0, mostParts);
  return (
    <section className="difference-score" aria-label="Coherence">
      <p>
        Coherence {points(before)} → <b>{points(after)}</b>
        {before !== null && after !== null && (
          <span className="quiet"> {after === before ? "unchanged" : `${delta(after - before)} points`}</span>
        )}
      </p>
      {isOfThese && asked.error && (
        <p className="quiet">What moved it could not be read: {describeFailure(asked.error).detail}</p>
      )}
      {told.length > 0 && (
        <ul>
          {told.map(({ dimension, key, label, change, sentence, subjects }) => (
            <li key={`${dimension} ${key}`}>
              <span className="difference-points">{delta(change)}</span>
              <span>
                {subjects[0] ? (
                  <button type="button" className="text-button" onClick={() => select(subjects[0]!.id)}>
                    <bdi>{label}</bdi>
                  </button>
                ) : (
                  <bdi>{label}</bdi>
                )}{" "}
                <span className="quiet">
                  {dimensionWords[dimension].label.toLowerCase()}: {sentence}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
