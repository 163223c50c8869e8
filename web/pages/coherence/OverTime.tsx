import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { coherenceSinceQuery, coherenceYearsQuery, type ReportedChange } from "../../graphql/operations-report.ts";
import { addDays, addMonths } from "../../map/model/time/days.ts";
import { ExplainedScore } from "../../scores/ExplainedScore.tsx";
import { DayInput } from "../../shared/DayInput.tsx";
import { delta, formatDate, points } from "../../shared/format.ts";
import { dimensionWords } from "../../shared/words.ts";
import { Ranked } from "./Ranked.tsx";
import { type Weights, weightInput } from "./weights.ts";

const years = 4;
/** Less than a tenth of a point is told as part of the rest. */
const leastTold = 0.0005;

interface Props {
  ecosystem: string;
  /** As the address has it; today when absent. */
  date: string | undefined;
  /** The day of the report. */
  day: string;
  /** The day that it is held against; a year before when absent. */
  since: string | undefined;
  weights: Weights | undefined;
  onSince(day: string | undefined): void;
}

/** How the score has come to what it is: year by year, and item by item since a day that the reader chooses. */
export function OverTime({ ecosystem, date, day, since, weights, onSince }: Props) {
  const yearBefore = addMonths(day, -12);
  // A day that lies after the report's cannot be its past.
  const from = since && since < day ? since : yearBefore;
  const asked = { key: ecosystem, to: day, weights: weightInput(weights) };
  const [trend] = useQuery({
    query: coherenceYearsQuery,
    variables: { ...asked, from: addMonths(day, -12 * years) },
  });
  const [change] = useQuery({ query: coherenceSinceQuery, variables: { ...asked, from } });
  const known = trend.data?.ecosystem?.coherenceTrend ?? [];
  const found = change.data?.ecosystem?.coherenceChange;
  const error = trend.error ?? change.error;
  return (
    <section className="rule coherence-over-time" aria-label="Over time">
      <h2>What changed</h2>
      {error && <p role="alert">What was before could not be read. {describeFailure(error).detail}</p>}
      <div className="two">
        <ol className="coherence-years">
          {known.map((point, index) => {
            const before = known[index - 1]?.score;
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
                  reason="Nothing was known on that day"
                />
                <span className="quiet number">
                  {typeof before === "number" && point.score !== null && delta(point.score - before)}
                </span>
              </li>
            );
          })}
        </ol>
        <div>
          <DayInput
            size="xs"
            label="Compared with"
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
}: Pick<Props, "ecosystem" | "date"> & { from: string; found: ReportedChange }) {
  const told = found.items.filter(({ change }) => Math.abs(change) >= leastTold).slice(0, 10);
  if (found.change === null)
    return <p className="quiet">There is no score on one of the two days, so nothing can be compared.</p>;
  const rest = found.change - told.reduce((sum, { change }) => sum + change, 0);
  return (
    <>
      <p>
        Since {formatDate(from)}: {points(found.before)} → <strong>{points(found.after)}</strong>, {delta(found.change)}{" "}
        points.
      </p>
      <Ranked
        ecosystem={ecosystem}
        date={date}
        rows={told.map(({ dimension, key, label, change, sentence, subjects }) => ({
          id: `${dimension} ${key}`,
          number: delta(change),
          label,
          subjects,
          note: `${dimensionWords[dimension].label}: ${sentence}`,
        }))}
        rest={Math.abs(rest) >= leastTold ? delta(rest) : undefined}
      />
    </>
  );
}
