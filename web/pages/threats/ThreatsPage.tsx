import { getRouteApi } from "@tanstack/react-router";
import { useQuery } from "urql";
import { placedQuery, threatsQuery } from "../../graphql/operations.ts";
import { count, formatDate, points } from "../../shared/format.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { competitorWords, factorWords } from "../../shared/words.ts";
import { Moves } from "./Moves.tsx";
import { RivalRow } from "./RivalRow.tsx";
import "./threats.css";

const route = getRouteApi("/e/$ecosystem/threats");

/** Rivals ranked by threat to the focal firm, each open down to its terms; and their moves that nobody answered. */
export default function ThreatsPage() {
  const { ecosystem: key } = route.useParams();
  const { date, rival } = route.useSearch();
  const navigate = route.useNavigate();
  const variables = { key, asOf: date ?? null };
  const [placed, askAgain] = useQuery({ query: placedQuery, variables });
  const { focal, positions } = placed.data?.ecosystem ?? { focal: null, positions: [] };
  const isPlaced = positions.some(({ actor }) => actor.id === focal?.id);
  const [{ data, error, fetching }, again] = useQuery({ query: threatsQuery, variables, pause: !isPlaced });
  if (placed.error) return <Failed error={placed.error} onRetry={() => askAgain({ requestPolicy: "network-only" })} />;
  if (isPlaced && error) return <Failed error={error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (placed.fetching || (isPlaced && fetching && !data)) return <Loading rows={10} />;
  if (focal && !isPlaced) {
    return (
      <Empty title={`${focal.name} has no position ${date ? `on ${formatDate(date)}` : "yet"}`}>
        Threats are seen from where it stands. No claim says that it does any activity
        {date ? " on that day: choose a later one." : ": import one."}
      </Empty>
    );
  }
  const assessment = isPlaced ? data?.ecosystem?.threats : null;
  if (!assessment) {
    return (
      <Empty title="Nobody to be threatened yet">
        Threats are seen from a focal firm. Name one in the ecosystem document (focal), with claims on the activities
        that it does, and import it.
      </Empty>
    );
  }
  const scale = Math.max(0.25, ...assessment.rivals.map((entry) => entry.high));
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>Threats to {assessment.focal.name}</h1>
          <p className="quiet">
            As of {formatDate(assessment.asOf)} · revision {assessment.revision}
          </p>
        </div>
        <dl className="facts-row">
          <div>
            <dt>Median time to answer</dt>
            <dd>{assessment.medianResponseDays === null ? "–" : count(assessment.medianResponseDays, "day")}</dd>
          </div>
          <div>
            <dt>We moved first</dt>
            <dd>{assessment.firstMoverShare === null ? "–" : `${points(assessment.firstMoverShare)} %`}</dd>
          </div>
          <div>
            <dt>Unanswered moves</dt>
            <dd>{assessment.unansweredMoves.length}</dd>
          </div>
        </dl>
      </div>
      <section className="rule" aria-label="Rivals">
        <div>
          <h2>{count(assessment.rivals.length, "rival")}</h2>
          <p className="quiet">
            {assessment.countsByType
              .map(({ type, count: rivals }) => `${rivals} × ${competitorWords[type].toLowerCase()}`)
              .join(" · ")}
          </p>
        </div>
        <p className="legend-row">
          {(["OVERLAP", "MARKET_COMMONALITY", "MOMENTUM"] as const).map((kind, index) => (
            <span key={kind}>
              <i style={{ background: `var(--eco-part-${index + 1})` }} aria-hidden /> {factorWords[kind]?.label}
            </span>
          ))}
          <span>
            <i className="legend-range" aria-hidden /> low to high
          </span>
        </p>
        {assessment.rivals.length === 0 && <p className="quiet">No rival has contact with {assessment.focal.name}.</p>}
        <div>
          {assessment.rivals.map((threat) => (
            <RivalRow
              key={threat.rival.id}
              ecosystem={key}
              focal={assessment.focal.key}
              date={date}
              threat={threat}
              scale={scale}
              open={rival === threat.rival.key}
              onToggle={(open) => {
                if (open === (rival === threat.rival.key)) return;
                navigate({
                  search: (s) => ({ ...s, rival: open ? threat.rival.key : undefined }) as never,
                  replace: true,
                });
              }}
            />
          ))}
        </div>
      </section>
      <section className="rule" aria-label="Unanswered moves">
        <h2>Moves that we have not answered</h2>
        {assessment.unansweredMoves.length === 0 ? (
          <p className="quiet">Every move that touches our activities has been answered.</p>
        ) : (
          <Moves moves={assessment.unansweredMoves} />
        )}
      </section>
    </div>
  );
}
