import { getRouteApi } from "@tanstack/react-router";
import { useQuery } from "urql";
import { placedQuery } from "../../graphql/placed.graphql.ts";
import { PrintFoot } from "../../print/PrintFoot.tsx";
import { PrintHead } from "../../print/PrintHead.tsx";
import { FocalChoice } from "../../shared/FocalChoice.tsx";
import { count, formatDate, percent } from "../../shared/format.ts";
import { Failed, Loading } from "../../shared/States.tsx";
import { competitorWords, factorWords } from "../../shared/words.ts";
import { CompetitorMap } from "./CompetitorMap.tsx";
import { HalfLifeChoice } from "./HalfLifeChoice.tsx";
import { MovesAndResponses } from "./MovesAndResponses.tsx";
import { NotPlaced } from "./NotPlaced.tsx";
import { RivalList } from "./RivalList.tsx";
import { threatsQuery } from "./threats.graphql.ts";
import "./threats.css";

const route = getRouteApi("/e/$ecosystem/threats");

/** Competitive threats: rivals ranked by threat to the focal firm, each with its terms; and their moves. */
export default function ThreatsPage() {
  const { ecosystem: key } = route.useParams();
  const { date, rival, focal: focalParam, halfLife } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<ReturnType<typeof route.useSearch>>) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const at = { key, asOf: date ?? null };
  const [placed, askAgain] = useQuery({ query: placedQuery, variables: at });
  const { focal: own = null, positions = [] } = placed.data?.ecosystem ?? {};
  const firms = positions.map(({ actor }) => actor).sort((a, b) => a.name.localeCompare(b.name, "en"));
  const focal = focalParam ?? own?.key;
  const isPlaced = firms.some((firm) => firm.key === focal);
  const [{ data, error, fetching }, again] = useQuery({
    query: threatsQuery,
    variables: { ...at, focal: focalParam ?? null, halfLifeDays: halfLife ?? null },
    pause: !isPlaced,
  });
  if (placed.error) return <Failed error={placed.error} onRetry={() => askAgain({ requestPolicy: "network-only" })} />;
  if (isPlaced && error) return <Failed error={error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if ((placed.fetching && !placed.data) || (isPlaced && fetching && !data)) return <Loading rows={10} />;
  const choice = (
    <FocalChoice
      placed={firms}
      focal={focal}
      // The expanded rival may not be a rival of the other firm.
      onFocal={(next) => set({ focal: next === own?.key ? undefined : next, rival: undefined })}
    />
  );
  const assessment = isPlaced ? data?.ecosystem?.threats : null;
  if (!assessment) {
    return (
      <NotPlaced ecosystem={key} date={date} focal={focal} canChoose={firms.length > 0}>
        {choice}
      </NotPlaced>
    );
  }
  const unanswered = new Set(assessment.unansweredMoves.map(({ id }) => id));
  return (
    <div className="page" aria-busy={fetching}>
      <PrintHead ecosystem={key} />
      <div className="page-head">
        <div>
          <h1>Competitive threats to {assessment.focal.name}</h1>
          <p className="quiet">
            As of {formatDate(assessment.asOf)} · revision {assessment.revision}
          </p>
          {assessment.focal.id !== own?.id && (
            <p className="quiet">Viewpoint: on this page, “we” is {assessment.focal.name}.</p>
          )}
        </div>
        <dl className="facts-row">
          <div>
            <dt>Median response time</dt>
            <dd>{assessment.medianResponseDays === null ? "–" : count(assessment.medianResponseDays, "day")}</dd>
          </div>
          <div>
            <dt>First-mover share</dt>
            <dd>{percent(assessment.firstMoverShare)}</dd>
          </div>
          <div>
            <dt>Unanswered moves</dt>
            <dd>{assessment.unansweredMoves.length}</dd>
          </div>
        </dl>
        <div className="viewpoint">
          {choice}
          <HalfLifeChoice
            halfLife={halfLife ?? assessment.defaultHalfLifeDays}
            defaultDays={assessment.defaultHalfLifeDays}
            onHalfLife={(days) => set({ halfLife: days })}
          />
        </div>
      </div>
      <section className="rule" aria-label="Rivals">
        <div>
          <h2>{count(assessment.rivals.length, "rival")}</h2>
          {assessment.highest && (
            <p>
              Highest threat: <bdi>{assessment.highest.sentence}</bdi>
            </p>
          )}
          <p className="quiet">
            {assessment.countsByType
              .filter((type) => type.count > 0)
              .map(({ type, count: rivals }) => `${competitorWords[type]}: ${rivals}`)
              .join("\u00a0· ")}
          </p>
        </div>
        <p className="legend-row">
          {Object.entries(factorWords).map(([kind, word], index) => (
            <span key={kind}>
              <i style={{ background: `var(--eco-part-${index + 1})` }} aria-hidden /> {word}
            </span>
          ))}
          <span>
            <i className="legend-range" aria-hidden /> low to high
          </span>
        </p>
        {assessment.rivals.length === 0 && <p className="quiet">No rivals found for {assessment.focal.name}.</p>}
        {assessment.rivals.length > 0 && (
          <RivalList
            key={assessment.focal.key}
            {...{ date, halfLife, assessment, unanswered }}
            ecosystem={key}
            expanded={rival}
            onExpand={(next) => set({ rival: next })}
          />
        )}
      </section>
      <CompetitorMap
        ecosystem={key}
        date={date}
        rivals={assessment.rivals}
        focal={assessment.focal}
        halfLife={halfLife}
        viewpoint={focalParam}
      />
      <MovesAndResponses ecosystem={key} date={date} assessment={assessment} />
      <PrintFoot />
    </div>
  );
}
