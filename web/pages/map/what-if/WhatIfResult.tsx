import { describeFailure } from "../../../graphql/client.ts";
import { ExplainedScore } from "../../../scores/ExplainedScore.tsx";
import { delta } from "../../../shared/format.ts";
import { useMapActions, useMapState } from "../map-context.ts";
import type { WhatIfScore } from "./what-if.graphql.ts";

const maxListed = 24;
/** Items, dimensions and the whole are said by the scores; the rest is what the map draws. */
const listed = new Set(["BOUNDARY", "THREAT", "SERVITIZATION", "BREADTH", "DIMENSION"]);

/** Present and scenario score beside one another, and every figure that would be another. */
export function WhatIfResult() {
  const { scenario, time } = useMapState();
  const { select } = useMapActions();
  const { isAsked, fetching, error, answer } = scenario;
  if (!isAsked)
    return (
      <p className="quiet">
        Select actions, or drag an actor marker onto another in the Boundaries lens. The score and the map then show the
        scenario. It is saved in the link; the records are not changed.
      </p>
    );
  if (error) return <p role="alert">{describeFailure(error).detail}</p>;
  if (!answer)
    return (
      <p className="quiet">{time.moving ? "Calculated when the date stops moving." : fetching ? "Calculating…" : ""}</p>
    );
  if (answer.errors.length > 0 || !answer.after)
    return (
      <div role="alert" className="what-if-refused">
        <p>This scenario is not possible:</p>
        <ul>
          {answer.errors.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      </div>
    );
  const [before, after] = [answer.before.coherence, answer.after.coherence];
  // A change between scores that may not stand alone would be one loud number.
  const mayTell = !before.isIndicative && !after.isIndicative;
  const change = before.score === null || after.score === null || !mayTell ? null : after.score - before.score;
  const differences = answer.differences.filter(({ kind }) => listed.has(kind));
  return (
    <section aria-label="Scenario result" aria-live="polite">
      <div className="what-if-scores">
        <Score title="Current" score={before} />
        <Score title="Scenario" score={after} change={change} />
      </div>
      <ul className="what-if-differences">
        {differences.slice(0, maxListed).map(({ kind, key, label, was, becomes, subjects }) => (
          <li key={`${kind} ${key}`}>
            {subjects[0] ? (
              <button type="button" className="text-button" onClick={() => select(subjects[0]!.id)}>
                {label}
              </button>
            ) : (
              label
            )}
            <span className="quiet">
              {" "}
              {was} → <b>{becomes}</b>
            </span>
          </li>
        ))}
      </ul>
      {differences.length > maxListed && (
        <p className="quiet">and {differences.length - maxListed} smaller differences</p>
      )}
      {differences.length === 0 && <p className="quiet">No boundary, position or threat would change.</p>}
    </section>
  );
}

function Score({ title, score, change }: { title: string; score: WhatIfScore; change?: number | null }) {
  return (
    <div>
      <p className="quiet">
        {title}
        {typeof change === "number" && `, ${delta(change)} points`}
      </p>
      <ExplainedScore
        size="small"
        label={`Coherence: ${title}`}
        value={score.score}
        low={score.low}
        high={score.high}
        coverage={score.coverage}
        isIndicative={score.isIndicative}
      />
    </div>
  );
}
