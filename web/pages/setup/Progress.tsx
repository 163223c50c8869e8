import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useQuery } from "urql";
import { placeOfQuestion } from "../../grids/model/question-place.ts";
import { ExplainedScore } from "../../scores/ExplainedScore.tsx";
import { fine, percent } from "../../shared/format.ts";
import { Failed } from "../../shared/States.tsx";
import { dimensionWords } from "../../shared/words.ts";
import { progressQuery } from "./setup.graphql.ts";

const SetupMap = lazy(() => import("./SetupMap.tsx"));

/** What the score can say already, what is recorded of each dimension, and what to find out next. */
export function Progress({ ecosystem, date }: { ecosystem: string; date: string | undefined }) {
  const [{ data, error }, again] = useQuery({
    query: progressQuery,
    variables: { key: ecosystem, asOf: date ?? null },
  });
  const isWide = useMediaQuery("(min-width: 1100px)", false, { getInitialValueInEffect: false }) ?? false;
  const facts = data?.ecosystem;
  if (error) return <Failed part error={error} onRetry={again} />;
  if (!facts) return <p className="quiet">Calculating…</p>;
  const { coherence, questions } = facts;
  const params = { ecosystem };
  const day = date ? { date } : {};
  return (
    <aside className="setup-progress" aria-label="Progress">
      <section>
        <h2>Coherence so far</h2>
        <ExplainedScore
          label="Coherence"
          value={coherence.score}
          low={coherence.low}
          high={coherence.high}
          coverage={coherence.coverage}
          isIndicative={coherence.isIndicative}
          reason="No facts recorded for any dimension"
        />
        {!isWide && (
          <p className="quiet">
            <Link to="/e/$ecosystem/map" params={params} search={day}>
              Open map
            </Link>
          </p>
        )}
      </section>
      {isWide && (
        <Suspense>
          <SetupMap ecosystem={ecosystem} date={date} />
        </Suspense>
      )}
      <section>
        <h2>What is recorded</h2>
        <ul className="setup-checklist">
          {coherence.dimensions.map(({ kind, question, coverage, reason, status }) => (
            <li key={kind} data-done={status === "SCORED" || undefined}>
              <Link
                to="/e/$ecosystem/grids"
                params={params}
                search={{ ...day, ...placeOfQuestion(kind, "*") }}
                title={question}
              >
                {dimensionWords[kind]}
              </Link>
              <span className="quiet" title={reason ?? undefined}>
                {status === "SCORED" && coverage !== null ? `${percent(coverage)} known` : "Nothing yet"}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {questions.length > 0 && (
        <section>
          <h2>Find out next</h2>
          <ul className="setup-checklist">
            {questions.map(({ dimension, key, label, width }) => (
              <li key={`${dimension} ${key}`}>
                <Link to="/e/$ecosystem/grids" params={params} search={{ ...day, ...placeOfQuestion(dimension, key) }}>
                  {label}
                </Link>
                <span className="quiet">
                  {dimensionWords[dimension]}, {fine(width)} points
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
