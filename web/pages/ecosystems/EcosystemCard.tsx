import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import type { BoundaryStatus, DimensionKind } from "../../graphql/schema-types.ts";
import { ExplainedScore } from "../../scores/ExplainedScore.tsx";
import { count, formatDayOf, listed } from "../../shared/format.ts";
import type { ActorName } from "../../shared/names.graphql.ts";
import { useMayEdit } from "../../shared/use-may-edit.ts";
import { useSeen } from "../../shared/use-seen.ts";
import { boundaryWords, dimensionWords } from "../../shared/words.ts";
import { cardFactsQuery } from "./ecosystems.graphql.ts";
import { HighestThreat } from "./HighestThreat.tsx";
import { Unread } from "./Unread.tsx";
import { useAgainAt } from "./use-again-at.ts";

interface Props {
  ecosystem: { key: string; name: string; valueProposition: string | null; revision: number; focal: ActorName | null };
}

interface Coherence {
  lowestDimensions: readonly DimensionKind[];
  isIndicative: boolean;
}

/** The lowest dimension, or all that share the lowest score: none of several equals is named alone. */
function lowestOf({ lowestDimensions: kinds, isIndicative }: Coherence): string {
  if (kinds.length === 0) return "No dimension has a score";
  const lead = isIndicative ? "Lowest of what is known" : "Lowest";
  const names = listed(kinds.map((kind) => dimensionWords[kind].toLowerCase()));
  return kinds.length === 1 ? `${lead}: ${names}` : `${lead}, with equal scores: ${names}`;
}

/**
 * Card of one ecosystem. Its numbers come from a query of their own, so that the list appears at once, and only when it
 * has come into view: of a thousand ecosystems the first page shows a few.
 */
export function EcosystemCard({ ecosystem }: Props) {
  const [ref, isSeen] = useSeen<HTMLLIElement>();
  const variables = { key: ecosystem.key };
  const [{ data, error }, again] = useQuery({ query: cardFactsQuery, variables, pause: !isSeen });
  useAgainAt(ecosystem.revision, again, isSeen);
  const mayEdit = useMayEdit();
  const facts = data?.ecosystem;
  const latest = facts?.changes[0];
  const unsettled = (["CONTESTED", "DISPUTED", "UNCLAIMED"] as BoundaryStatus[])
    .map((status) => ({ status, n: facts?.boundaries.filter((boundary) => boundary.status === status).length ?? 0 }))
    .filter((entry) => entry.n > 0);
  return (
    <li className="card" ref={ref}>
      <div className="card-head">
        <h2>
          <Link to="/e/$ecosystem/map" params={{ ecosystem: ecosystem.key }}>
            {ecosystem.name}
          </Link>
        </h2>
        <p>{ecosystem.valueProposition ?? "No value proposition recorded."}</p>
        <p className="quiet">
          {[
            ecosystem.focal && `Focal firm: ${ecosystem.focal.name}`,
            facts && count(facts.actors.totalCount, "actor"),
            facts && count(facts.boundaries.length, "activity", "activities"),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <p className="quiet">
          {latest && `Last changed ${formatDayOf(latest.at)} by ${latest.who} · `}
          <Link to="/e/$ecosystem/changes" params={{ ecosystem: ecosystem.key }}>
            revision {ecosystem.revision}
          </Link>
          {mayEdit && (
            <>
              {" · "}
              <Link to="/e/$ecosystem/setup" params={{ ecosystem: ecosystem.key }}>
                Set-up
              </Link>
              {" · "}
              <Link to="/e/$ecosystem/settings" params={{ ecosystem: ecosystem.key }}>
                Settings
              </Link>
            </>
          )}
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
              isIndicative={facts.coherence.isIndicative}
              reason="No facts recorded for any dimension"
            />
            <p className="quiet">
              {lowestOf(facts.coherence)}
              {unsettled.length > 0 &&
                ` · Boundaries: ${unsettled.map(({ status, n }) => `${n}\u00a0${boundaryWords[status].toLowerCase()}`).join(", ")}`}
            </p>
          </>
        ) : error ? (
          <Unread error={error} onRetry={again} />
        ) : (
          <p className="quiet">Calculating…</p>
        )}
      </div>
      <div className="card-part">
        <h3 className="eyebrow">Highest competitive threat</h3>
        <HighestThreat
          ecosystem={ecosystem.key}
          revision={ecosystem.revision}
          focal={ecosystem.focal}
          isSeen={isSeen}
        />
      </div>
    </li>
  );
}
