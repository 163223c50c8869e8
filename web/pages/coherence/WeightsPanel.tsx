import { Button, Slider } from "@mantine/core";
import { delta, percent, points } from "../../shared/format.ts";
import { dimensionWords } from "../../shared/words.ts";
import type { Coherence } from "./coherence.graphql.ts";
import { useWeights } from "./use-weights.ts";
import { mostWeight, type Weights, weightOf, withWeight } from "./weights.ts";

interface Props {
  coherence: Coherence;
  /** The same with all dimensions counting the same. */
  equal: Pick<Coherence, "score">;
  weights: Weights | undefined;
  onWeights(weights: Weights | undefined): void;
}

const asUsual = [{ value: 1 }];

/** How much each dimension counts, and what comes of it: another weighing is another judgement, seen at once. */
export function WeightsPanel({ coherence, equal, weights, onWeights }: Props) {
  const { shown, isRefused, change } = useWeights(weights, onWeights);
  const applicable = coherence.dimensions.filter(({ status }) => status !== "NOT_APPLICABLE");
  const sum = applicable.reduce((all, { kind }) => all + weightOf(shown, kind), 0);
  return (
    <section className="weights rule" aria-label="Weights">
      <div className="weights-head">
        <div>
          <h2>What counts how much</h2>
          <p className="quiet">1 is as usual, 0 leaves a dimension out. The address keeps the weights.</p>
        </div>
        <Button size="xs" variant="default" disabled={!shown} onClick={() => change(undefined)}>
          All count the same
        </Button>
      </div>
      <ul className="weights-list">
        {coherence.dimensions.map(({ kind, status, score }) => {
          const weight = weightOf(shown, kind);
          const { label } = dimensionWords[kind];
          const share =
            status === "NOT_APPLICABLE" ? "does not apply" : sum === 0 ? "–" : `${percent(weight / sum)} of the whole`;
          return (
            <li key={kind} data-out={weight === 0 || undefined}>
              <span className="weights-name">{label}</span>
              <Slider
                size="sm"
                min={0}
                max={mostWeight}
                step={0.5}
                marks={asUsual}
                value={weight}
                label={null}
                thumbLabel={`Weight of ${label.toLowerCase()}`}
                thumbValueText={`${weight}, ${share}`}
                onChange={(next) => change(withWeight(shown, kind, next))}
              />
              <span className="weights-times">× {weight}</span>
              <span className="quiet">{share}</span>
              <span className="quiet weights-score">scores {points(score)}</span>
            </li>
          );
        })}
      </ul>
      {isRefused ? (
        <p className="weights-refused" role="alert">
          With all seven at 0 there is nothing left to judge. Give at least one dimension a weight above 0; until then
          the report stays as it was.
        </p>
      ) : (
        <p role="status">
          {weights ? (
            <>
              With these weights coherence is <strong>{points(coherence.score)}</strong>; with equal ones it is{" "}
              {points(equal.score)}
              {coherence.score !== null && equal.score !== null && ` (${delta(coherence.score - equal.score)})`}.
            </>
          ) : (
            <>
              All seven count the same: coherence is <strong>{points(coherence.score)}</strong>.
            </>
          )}
        </p>
      )}
    </section>
  );
}
