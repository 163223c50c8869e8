import { kinds } from "../map/model/kinds.ts";
import { count, today } from "../shared/format.ts";
import { safeHref } from "../shared/safe-link.ts";
import { actorKindWords } from "../shared/words.ts";
import { ClaimTable } from "./ClaimTable.tsx";
import { AddButton } from "./edit/AddButton.tsx";
import { Fact } from "./Fact.tsx";
import type { NodeOf } from "./inspector.graphql.ts";
import { MovesPart } from "./MovesPart.tsx";
import { PositionPart } from "./PositionPart.tsx";
import type { InspectorProps } from "./props.ts";
import { ThreatPart } from "./ThreatPart.tsx";

/** Inspector part of an actor: its fields (which an editor has elsewhere), position, competitive threat, moves and claims. */
export function ActorPart(props: InspectorProps & { actor: NodeOf<"Actor">; isEditor: boolean }) {
  const { actor, isEditor, id, ecosystem, date, isJudged, positions, boundaries, threats, onSelect } = props;
  const threat = threats.find((entry) => entry.rival.id === id);
  const website = safeHref(actor.website);
  const claims = boundaries.flatMap((boundary) => boundary.claims).filter((claim) => claim.about.id === id);
  return (
    <>
      {!isEditor && (
        <>
          <p className="tags">
            {actor.kinds.map((kind) => (
              <span className="tag" key={kind}>
                <i className="dot" style={{ background: kinds[kind].colour }} aria-hidden /> {actorKindWords[kind]}
              </span>
            ))}
            {actor.labels.map((label) => (
              <span className="tag" key={label}>
                <bdi>{label}</bdi>
              </span>
            ))}
          </p>
          {actor.description && (
            <p>
              <bdi>{actor.description}</bdi>
            </p>
          )}
          <dl className="facts">
            <Fact name="Country" value={actor.country} />
            <Fact name="Founded" value={actor.founded} />
            <Fact name="Employees" value={actor.employees?.toLocaleString("en-GB")} />
            <Fact name="Also known as" value={actor.aliases.join(", ")} />
            {actor.website && (
              <Fact name="Website" value={actor.website}>
                {website ? (
                  <a href={website} target="_blank" rel="noreferrer noopener">
                    {actor.website}
                  </a>
                ) : undefined}
              </Fact>
            )}
          </dl>
        </>
      )}
      <PositionPart
        isJudged={isJudged}
        position={positions.find((entry) => entry.actor.id === id)}
        onSelect={onSelect}
      />
      {threat && <ThreatPart ecosystem={ecosystem} date={date} threat={threat} />}
      <MovesPart moves={actor.moves} day={date ?? today()} onSelect={onSelect} />
      {claims.length > 0 && (
        <section className="inspector-part">
          <details>
            <summary>
              <h3>{count(claims.length, "claim")} about this actor</h3>
            </summary>
            <ClaimTable claims={claims} show="activity" onSelect={onSelect} />
          </details>
        </section>
      )}
      <AddButton kind="CLAIMS" preset={(about) => ({ about })} />
    </>
  );
}
