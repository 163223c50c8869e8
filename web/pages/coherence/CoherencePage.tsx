import { getRouteApi } from "@tanstack/react-router";
import { useQuery } from "urql";
import { coherenceQuery } from "../../graphql/operations.ts";
import { ExplainedScore } from "../../scores/ExplainedScore.tsx";
import { delta, formatDate, points } from "../../shared/format.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { LabelWithSubjects } from "../../shared/SubjectLinks.tsx";
import { dimensionWords } from "../../shared/words.ts";
import { DimensionRow } from "./DimensionRow.tsx";
import { InBrief } from "./InBrief.tsx";
import { OverTime } from "./OverTime.tsx";
import "./coherence.css";

const route = getRouteApi("/e/$ecosystem/coherence");

/** How well the ecosystem fits together, what costs most, what would help most and what to find out next. */
export default function CoherencePage() {
  const { ecosystem: key } = route.useParams();
  const { date, open = [], since } = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error, fetching }, again] = useQuery({
    query: coherenceQuery,
    variables: { key, asOf: date ?? null },
  });
  if (error) return <Failed error={error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (fetching && !data) return <Loading rows={10} />;
  const found = data?.ecosystem;
  if (!found) return null;
  const { coherence, interventions, questions } = found;
  if (coherence.dimensions.every((dimension) => dimension.status === "NOT_APPLICABLE")) {
    return (
      <Empty title="Coherence has nothing to judge yet">
        <ul>
          {coherence.dimensions.map((dimension) => (
            <li key={dimension.kind}>
              {dimensionWords[dimension.kind].label}: {dimensionWords[dimension.kind].needs}
            </li>
          ))}
        </ul>
      </Empty>
    );
  }
  const lowest = coherence.lowest;
  return (
    <div className="page">
      <div className="coherence-head">
        <div>
          <h1>Coherence</h1>
          <p className="quiet">
            As of {formatDate(coherence.asOf)} · revision {coherence.revision}
          </p>
        </div>
        <ExplainedScore
          size="large"
          label="Coherence"
          value={coherence.score}
          low={coherence.low}
          high={coherence.high}
          coverage={coherence.coverage}
          reason="Nothing is known yet"
        />
        <p>
          {lowest ? (
            <>
              Lowest is <strong>{dimensionWords[lowest].label.toLowerCase()}</strong>, at{" "}
              {points(coherence.dimensions.find((d) => d.kind === lowest)?.score)} of 100. A mean can hide it.
            </>
          ) : (
            "No dimension has a score yet: see what to find out next."
          )}
        </p>
      </div>
      <InBrief ecosystem={key} date={date} />
      <section className="rule" aria-label="Dimensions">
        <h2>Seven dimensions</h2>
        <div>
          {coherence.dimensions.map((dimension) => (
            <DimensionRow
              key={dimension.kind}
              ecosystem={key}
              date={date}
              dimension={dimension}
              open={open.includes(dimension.kind)}
              onToggle={(isOpen) => {
                const next = isOpen
                  ? [...new Set([...open, dimension.kind])]
                  : open.filter((k) => k !== dimension.kind);
                if (next.length !== open.length) {
                  navigate({
                    search: (s) => ({ ...s, open: next.length > 0 ? next : undefined }) as never,
                    replace: true,
                  });
                }
              }}
            />
          ))}
        </div>
      </section>
      <div className="two">
        <section className="rule" aria-label="Interventions">
          <h2>What would help most</h2>
          {interventions.length === 0 && <p className="quiet">No single change is known to help.</p>}
          <ol className="ranked">
            {interventions.map((entry) => (
              <li key={`${entry.kind} ${entry.key}`}>
                <span className="ranked-number">{delta(entry.gain)}</span>
                <div>
                  <LabelWithSubjects ecosystem={key} date={date} label={entry.label} subjects={entry.subjects} />
                </div>
              </li>
            ))}
          </ol>
        </section>
        <section className="rule" aria-label="Questions">
          <h2>What to find out next</h2>
          {questions.length === 0 && <p className="quiet">Everything that counts is known.</p>}
          <ol className="ranked">
            {questions.map((entry) => (
              <li key={`${entry.dimension} ${entry.key}`}>
                <span className="ranked-number">{(entry.width * 100).toFixed(1)}</span>
                <div>
                  <LabelWithSubjects ecosystem={key} date={date} label={entry.label} subjects={entry.subjects} />
                  <p className="quiet">{dimensionWords[entry.dimension].label}</p>
                </div>
              </li>
            ))}
          </ol>
          <p className="quiet">Points of the range from low to high that an answer would settle.</p>
        </section>
      </div>
      <OverTime
        ecosystem={key}
        date={date}
        day={coherence.asOf}
        since={since}
        onSince={(day) => navigate({ search: (s) => ({ ...s, since: day }) as never, replace: true })}
      />
    </div>
  );
}
