import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useQuery } from "urql";
import { PrintFoot } from "../../print/PrintFoot.tsx";
import { PrintHead } from "../../print/PrintHead.tsx";
import { ScoreAxis } from "../../scores/ScoreAxis.tsx";
import { FillLinks } from "../../shared/FillLinks.tsx";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { dimensionWords } from "../../shared/words.ts";
import { CoherenceHead } from "./CoherenceHead.tsx";
import { coherenceQuery } from "./coherence.graphql.ts";
import { DimensionRow } from "./DimensionRow.tsx";
import { InBrief } from "./InBrief.tsx";
import { OverTime } from "./OverTime.tsx";
import { WeightsPanel } from "./WeightsPanel.tsx";
import { WhatToDo } from "./WhatToDo.tsx";
import { weightInput } from "./weights.ts";
import "./coherence.css";

/** Apart from the page: the code that draws a map is not needed to read the scores. */
const BoundariesMap = lazy(() => import("./BoundariesMap.tsx"));

const route = getRouteApi("/e/$ecosystem/coherence");

/** Coherence report: the score, its seven dimensions, the largest losses, the best actions and the open questions. */
export default function CoherencePage() {
  const { ecosystem: key } = route.useParams();
  const { date, open = [], since, weights, weigh } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<ReturnType<typeof route.useSearch>>) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const input = weightInput(weights);
  const [{ data, error, fetching }, again] = useQuery({
    query: coherenceQuery,
    variables: { key, asOf: date ?? null, weights: input },
  });
  if (error) return <Failed error={error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (fetching && !data) return <Loading rows={10} />;
  const found = data?.ecosystem;
  if (!found) return null;
  const { coherence } = found;
  if (coherence.dimensions.every((dimension) => dimension.items.length === 0)) {
    return (
      <Empty title="No coherence score yet">
        <p>The score and its seven dimensions will appear here once at least one of them has data:</p>
        <ul>
          {coherence.dimensions.map((dimension) => (
            <li key={dimension.kind}>
              {dimensionWords[dimension.kind]}: no data. Needs {dimension.reason}.
            </li>
          ))}
        </ul>
        <FillLinks ecosystem={key} step="activities" />
      </Empty>
    );
  }
  return (
    <div className="page" aria-busy={fetching}>
      <PrintHead ecosystem={key} />
      <CoherenceHead
        coherence={coherence}
        weights={weights}
        isWeighing={weigh === true}
        onWeighing={(on) => set({ weigh: on || undefined })}
      />
      {weigh && (
        <WeightsPanel
          coherence={coherence}
          byDefault={found.byDefault}
          weights={weights}
          onWeights={(next) => set({ weights: next })}
        />
      )}
      <InBrief ecosystem={key} date={date} weights={input} hasFocal={found.focal !== null} />
      <section className="rule" aria-label="Dimensions">
        <h2>Dimensions</h2>
        <div>
          <div className="dimension-axis">
            <div className="score score-medium">
              <span />
              <ScoreAxis />
            </div>
          </div>
          {coherence.dimensions.map((dimension) => (
            <DimensionRow
              key={dimension.kind}
              ecosystem={key}
              date={date}
              dimension={dimension}
              isIndicative={coherence.isIndicative}
              open={open.includes(dimension.kind)}
              onToggle={(isOpen) => {
                const next = isOpen
                  ? [...new Set([...open, dimension.kind])]
                  : open.filter((k) => k !== dimension.kind);
                if (next.length !== open.length) set({ open: next.length > 0 ? next : undefined });
              }}
            />
          ))}
        </div>
      </section>
      <WhatToDo ecosystem={key} date={date} {...found} />
      <Suspense>
        <BoundariesMap ecosystem={key} date={date} />
      </Suspense>
      <OverTime
        ecosystem={key}
        date={date}
        day={coherence.asOf}
        since={since}
        weights={weights}
        onSince={(day) => set({ since: day })}
      />
      <PrintFoot />
    </div>
  );
}
