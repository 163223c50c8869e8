import { Button, Slider } from "@mantine/core";
import { type Score, scoreText } from "../../scores/score-text.ts";
import { delta, percent } from "../../shared/format.ts";
import { dimensionWords } from "../../shared/words.ts";
import type { Coherence } from "./coherence.graphql.ts";
import { useWeights } from "./use-weights.ts";
import { maxWeight, type Weights, weightOf, withWeight } from "./weights.ts";

interface Props {
  coherence: Coherence;
  /** Coherence with the default weights. */
  byDefault: Score;
  weights: Weights | undefined;
  onWeights(weights: Weights | undefined): void;
}

/** Editor of the dimension weights, with the resulting score beside the one with the default weights. */
export function WeightsPanel({ coherence, byDefault, weights, onWeights }: Props) {
  const { shown, isRefused, change } = useWeights(weights, coherence.dimensions, onWeights);
  const mayStandAlone = !coherence.isIndicative && !byDefault.isIndicative;
  const sum = coherence.dimensions.reduce((all, dimension) => all + weightOf(shown, dimension), 0);
  return (
    <section className="weights rule" aria-label="Weights">
      <div className="weights-head">
        <div>
          <h2>Dimension weights</h2>
          <p className="quiet">The mark is the default; 0 excludes a dimension. The weights are saved in the link.</p>
        </div>
        <Button size="xs" variant="default" disabled={!shown} onClick={() => change(undefined)}>
          Reset
        </Button>
      </div>
      <ul className="weights-list">
        {coherence.dimensions.map((dimension) => {
          const { kind, defaultWeight } = dimension;
          const weight = weightOf(shown, dimension);
          const label = dimensionWords[kind];
          const share = sum === 0 ? "–" : `${percent(weight / sum)} of the total`;
          return (
            <li key={kind} data-out={weight === 0 || undefined}>
              <span className="weights-name">{label}</span>
              <Slider
                size="sm"
                min={0}
                max={maxWeight}
                step={0.5}
                marks={[{ value: defaultWeight }]}
                value={weight}
                label={null}
                thumbLabel={`Weight of ${label.toLowerCase()}`}
                thumbValueText={`${weight}, ${share}`}
                onChange={(next) => change(withWeight(shown, dimension, next))}
              />
              <span className="weights-times">× {weight}</span>
              <span className="quiet">{share}</span>
              <span className="quiet weights-score">score {scoreText(dimension)}</span>
            </li>
          );
        })}
      </ul>
      {isRefused ? (
        <p className="weights-refused" role="alert">
          At least one dimension needs a weight above 0. Until then, the report keeps the previous weights.
        </p>
      ) : (
        <p role="status">
          {weights ? (
            <>
              With these weights, coherence is <strong>{scoreText(coherence)}</strong>; with the default weights, it is{" "}
              {scoreText(byDefault)}
              {mayStandAlone &&
                coherence.score !== null &&
                typeof byDefault.score === "number" &&
                ` (${delta(coherence.score - byDefault.score)})`}
              .
            </>
          ) : (
            <>
              With the default weights, coherence is <strong>{scoreText(coherence)}</strong>.
            </>
          )}
        </p>
      )}
    </section>
  );
}
