import { useQuery } from "urql";
import { isAnswerTo } from "../../../graphql/answers.ts";
import { describeFailure } from "../../../graphql/client.ts";
import { scoreText } from "../../../scores/score-text.ts";
import { delta } from "../../../shared/format.ts";
import { dimensionWords } from "../../../shared/words.ts";
import { useMapActions, useMapState } from "../map-context.ts";
import { scoreChangeQuery } from "./score-change.graphql.ts";

/** Parts of the change that are told; less than a tenth of a point is none. */
const maxParts = 5;
const minPart = 0.0005;

const unknown = { score: null, low: null, high: null, coverage: null, isIndicative: false };

/** The score of both dates, and at rest what moved it most. */
export function ScoreChange({ from, to }: { from: string; to: string }) {
  const { ecosystem, frames, time } = useMapState();
  const { select } = useMapActions();
  const before = frames.on(from)?.coherence ?? unknown;
  const after = frames.on(to)?.coherence ?? unknown;
  const isIndicative = before.isIndicative || after.isIndicative;
  const variables = { key: ecosystem, from, to };
  const [asked] = useQuery({ query: scoreChangeQuery, variables, pause: time.moving });
  const isOfThese = isAnswerTo(asked.operation, variables);
  const parts = (isOfThese && asked.data?.ecosystem?.coherenceChange.items) || [];
  const told = parts.filter(({ change }) => Math.abs(change) >= minPart).slice(0, maxParts);
  return (
    <section className="difference-score" aria-label="Coherence">
      <p>
        Coherence {scoreText(before)} → <b>{scoreText(after)}</b>
        {before.score !== null && after.score !== null && !isIndicative && (
          <span className="quiet">
            {" "}
            {after.score === before.score ? "unchanged" : `${delta(after.score - before.score)} points`}
          </span>
        )}
      </p>
      {isIndicative && told.length > 0 && <p className="quiet">What moved the score of what is known:</p>}
      {isOfThese && asked.error && (
        <p className="quiet">The reasons for the change could not be loaded: {describeFailure(asked.error).detail}</p>
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
                  {dimensionWords[dimension].toLowerCase()}: {sentence}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
