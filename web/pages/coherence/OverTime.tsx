import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { addDays, addMonths } from "../../map/model/time/days.ts";
import { ExplainedScore } from "../../scores/ExplainedScore.tsx";
import { ScoreAxis } from "../../scores/ScoreAxis.tsx";
import { scoreText } from "../../scores/score-text.ts";
import { DayInput } from "../../shared/DayInput.tsx";
import { delta, formatDate } from "../../shared/format.ts";
import { dimensionWords } from "../../shared/words.ts";
import { type CoherenceChange, coherenceSinceQuery, coherenceYearsQuery } from "./coherence.graphql.ts";
import { Ranked } from "./Ranked.tsx";
import { type Weights, weightInput } from "./weights.ts";

const years = 4;
/** Smaller changes, of less than a tenth of a point, are summed up in the last row. */
const minListed = 0.0005;

interface Props {
  ecosystem: string;
  /** As in the URL; today when absent. */
  date: string | undefined;
  /** The date of the report. */
  day: string;
  /** The date to compare with; a year before when absent. */
  since: string | undefined;
  weights: Weights | undefined;
  onSince(day: string | undefined): void;
}

/** Trend of the score: year by year, and item by item since a date that the reader chooses. */
export function OverTime({ ecosystem, date, day, since, weights, onSince }: Props) {
  const yearBefore = addMonths(day, -12);
  // A comparison date after the report's date is ignored: it is not in its past.
  const from = since && since < day ? since : yearBefore;
  const request = { key: ecosystem, to: day, weights: weightInput(weights) };
  const [trend] = useQuery({
    query: coherenceYearsQuery,
    variables: { ...request, from: addMonths(day, -12 * years) },
  });
  const [change] = useQuery({ query: coherenceSinceQuery, variables: { ...request, from } });
  const known = trend.data?.ecosystem?.coherenceTrend ?? [];
  const found = change.data?.ecosystem?.coherenceChange;
  const error = trend.error ?? change.error;
  return (
    <section className="rule coherence-over-time" aria-label="Over time">
      <h2>What changed</h2>
      {error && <p role="alert">Earlier scores could not be loaded. {describeFailure(error).detail}</p>}
      <div className="two">
        <ol className="coherence-years">
          {known.length > 0 && (
            <li aria-hidden>
              <span />
              <div className="score score-medium">
                <span />
                <ScoreAxis />
              </div>
            </li>
          )}
          {known.map((point, index) => {
            const before = known[index - 1];
            // A change between scores that may not stand alone would be one loud number.
            const isTold = before && !before.isIndicative && !point.isIndicative;
            return (
              <li key={point.date}>
                <Link
                  to="/e/$ecosystem/coherence"
                  params={{ ecosystem }}
                  search={{ date: point.date, ...(weights && { weights }) }}
                >
                  {formatDate(point.date)}
                </Link>
                <ExplainedScore
                  label={`Coherence on ${formatDate(point.date)}`}
                  {...point}
                  value={point.score}
                  reason="No data on this date"
                />
                <span className="quiet number">
                  {isTold && before.score !== null && point.score !== null && delta(point.score - before.score)}
                </span>
              </li>
            );
          })}
        </ol>
        <div>
          <DayInput
            size="xs"
            label={`Compare with ${formatDate(from)}`}
            className="coherence-since"
            value={from}
            max={addDays(day, -1)}
            onDay={(chosen) => onSince(chosen ?? undefined)}
          />
          {found ? <Change {...{ ecosystem, date, from, found }} /> : !error && <p className="quiet">Comparing…</p>}
        </div>
      </div>
    </section>
  );
}

function Change({
  ecosystem,
  date,
  from,
  found,
}: Pick<Props, "ecosystem" | "date"> & { from: string; found: CoherenceChange }) {
  const listed = found.items.filter(({ change }) => Math.abs(change) >= minListed).slice(0, 10);
  if (found.change === null) return <p className="quiet">Cannot compare: one of the two dates has no score.</p>;
  const { scoreBefore, scoreAfter } = found;
  const isIndicative = scoreBefore.isIndicative || scoreAfter.isIndicative;
  const rest = found.change - listed.reduce((sum, { change }) => sum + change, 0);
  return (
    <>
      <p>
        Since {formatDate(from)}: {scoreText(scoreBefore)} → <strong>{scoreText(scoreAfter)}</strong>
        {isIndicative ? "." : `, ${delta(found.change)} points.`}
      </p>
      {isIndicative && listed.length > 0 && (
        <p className="quiet">What moved the score of what is known, in its points:</p>
      )}
      <Ranked
        ecosystem={ecosystem}
        date={date}
        rows={listed.map(({ dimension, key, label, change, sentence, subjects }) => ({
          id: `${dimension} ${key}`,
          number: delta(change),
          label,
          subjects,
          note: `${dimensionWords[dimension]}: ${sentence}`,
        }))}
        rest={Math.abs(rest) >= minListed ? delta(rest) : undefined}
      />
    </>
  );
}
