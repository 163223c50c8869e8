import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { cardFactsQuery, highestThreatQuery, placedQuery } from "../../graphql/operations.ts";
import type { ActorName, BoundaryStatus } from "../../graphql/types.ts";
import { ExplainedScore } from "../../scores/ExplainedScore.tsx";
import { count } from "../../shared/format.ts";
import { boundaryWords, dimensionWords, levelWords } from "../../shared/words.ts";

interface Props {
  ecosystem: { key: string; name: string; valueProposition: string | null; revision: number; focal: ActorName | null };
}

/** One ecosystem at a glance. Its numbers are asked for apart, so that the list stands at once. */
export function EcosystemCard({ ecosystem }: Props) {
  const variables = { key: ecosystem.key };
  const [{ data, fetching, error }] = useQuery({ query: cardFactsQuery, variables });
  const [placed] = useQuery({ query: placedQuery, variables: { ...variables, asOf: null }, pause: !ecosystem.focal });
  const isPlaced = placed.data?.ecosystem?.positions.some(({ actor }) => actor.id === ecosystem.focal?.id) ?? false;
  const [threats] = useQuery({ query: highestThreatQuery, variables, pause: !isPlaced });
  const facts = data?.ecosystem;
  const top = threats.data?.ecosystem?.threats?.rivals[0];
  const open = (["CONTESTED", "DISPUTED", "UNCLAIMED"] as BoundaryStatus[])
    .map((status) => ({ status, n: facts?.boundaries.filter((boundary) => boundary.status === status).length ?? 0 }))
    .filter((entry) => entry.n > 0);
  return (
    <li className="card">
      <div className="card-head">
        <h2>
          <Link to="/e/$ecosystem/map" params={{ ecosystem: ecosystem.key }}>
            {ecosystem.name}
          </Link>
        </h2>
        <p>{ecosystem.valueProposition ?? "No value proposition recorded."}</p>
        <p className="quiet">
          {[
            ecosystem.focal && `Seen from ${ecosystem.focal.name}`,
            facts && count(facts.actors.totalCount, "actor"),
            facts && count(facts.boundaries.length, "activity", "activities"),
            `revision ${ecosystem.revision}`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <div className="card-part">
        <h3 className="eyebrow">Coherence</h3>
        {facts ? (
          <>
            <ExplainedScore
              size="large"
              label="Coherence"
              value={facts.coherence.score}
              low={facts.coherence.low}
              high={facts.coherence.high}
              coverage={facts.coherence.coverage}
              reason="No dimension has facts yet"
            />
            <p className="quiet">
              {facts.coherence.lowest
                ? `Lowest: ${dimensionWords[facts.coherence.lowest].label.toLowerCase()}`
                : "No dimension scored"}
              {open.map(({ status, n }) => ` · ${n} ${boundaryWords[status].label.toLowerCase()}`)}
            </p>
          </>
        ) : (
          <p className="quiet">{fetching ? "Computing…" : `Not available: ${error?.message ?? "no answer"}`}</p>
        )}
      </div>
      <div className="card-part">
        <h3 className="eyebrow">Highest threat</h3>
        {top ? (
          <>
            <ExplainedScore
              size="large"
              label={`Threat of ${top.rival.name}`}
              value={top.threat}
              low={top.low}
              high={top.high}
              tone={`level-${top.level.toLowerCase()}`}
            />
            <p className="quiet">
              {top.rival.name} · {levelWords[top.level].toLowerCase()}
            </p>
          </>
        ) : (
          <p className="quiet">
            {placed.fetching || threats.fetching
              ? "Computing…"
              : ecosystem.focal
                ? "None known"
                : "No focal actor is named"}
          </p>
        )}
      </div>
    </li>
  );
}
