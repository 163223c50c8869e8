import { CloseButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { nodeQuery } from "../graphql/operations.ts";
import type { Boundary, MapEdge, MapNode, Position } from "../graphql/types.ts";
import { kinds } from "../map/kinds.ts";
import type { ThreatRow } from "../map/threat-row.ts";
import { ExplainedScore } from "../scores/ExplainedScore.tsx";
import { EvidenceList } from "../shared/EvidenceList.tsx";
import { fieldText, fieldWords } from "../shared/fields.ts";
import { formatDate, percent, points } from "../shared/format.ts";
import { Failed, Loading } from "../shared/States.tsx";
import { safeHref } from "../shared/safe-link.ts";
import { boundaryWords, competitorWords, layerWords, levelWords, plain } from "../shared/words.ts";
import { ClaimTable } from "./ClaimTable.tsx";
import "./inspector.css";

export interface InspectorProps {
  ecosystem: string;
  date: string | undefined;
  /** The Node id of the selected record. */
  id: string;
  nodes: readonly MapNode[];
  edges: readonly MapEdge[];
  positions: readonly Position[];
  boundaries: readonly Boundary[];
  threats: readonly ThreatRow[];
  onSelect(id: string | null): void;
}

/** What we know of the selected record, since when, how surely, and from which evidence. */
export function Inspector(props: InspectorProps) {
  const { id, nodes, onSelect } = props;
  const [{ data, error, fetching }, again] = useQuery({ query: nodeQuery, variables: { id } });
  const drawn = nodes.find((node) => node.id === id);
  const node = data?.node?.id === id ? data.node : null;
  const name = drawn?.label ?? node?.name ?? node?.title ?? node?.label;
  return (
    <aside className="inspector" aria-label="Inspector">
      <header className="inspector-head">
        <div>
          <p className="quiet">{plain(drawn?.kind ?? node?.__typename ?? "Record")}</p>
          <h2>
            <bdi>{name ?? (fetching ? "…" : "Gone")}</bdi>
          </h2>
          {drawn && <Validity node={drawn} />}
        </div>
        <CloseButton aria-label="Close the inspector" onClick={() => onSelect(null)} />
      </header>
      {error && <Failed part error={error} onRetry={() => again({ requestPolicy: "network-only" })} />}
      {fetching && !node && <Loading rows={5} />}
      {!fetching && !error && !node && !drawn && (
        <p className="quiet">This record is no longer here: the link to it is older than a change of the facts.</p>
      )}
      {node?.__typename === "Actor" && <ActorPart {...props} actor={node} />}
      <ActivityPart {...props} />
      {node?.data && <RecordFacts data={node.data} />}
      {node && node.__typename !== "Actor" && node.evidence && (
        <section className="inspector-part">
          <h3>Evidence</h3>
          <EvidenceList evidence={node.evidence} />
        </section>
      )}
      <Relations {...props} />
    </aside>
  );
}

function Validity({ node }: { node: MapNode }) {
  const parts = [
    node.validFrom && `since ${formatDate(node.validFrom)}`,
    node.validTo && `until ${formatDate(node.validTo)}`,
    node.confidence !== null && node.confidence !== undefined && `${percent(node.confidence)} sure`,
  ].filter(Boolean);
  return <p className="quiet">{parts.length > 0 ? parts.join(", ") : "no dates recorded"}</p>;
}

function ActorPart(props: InspectorProps & { actor: Partial<import("../graphql/types.ts").ActorRow> }) {
  const { actor, id, ecosystem, date, positions, boundaries, threats, onSelect } = props;
  const position = positions.find((entry) => entry.actor.id === id);
  const threat = threats.find((entry) => entry.rival.id === id);
  const website = safeHref(actor.website);
  const claims = boundaries.flatMap((boundary) => boundary.claims).filter((claim) => claim.about.id === id);
  return (
    <>
      <p className="tags">
        {actor.kinds?.map((kind) => (
          <span className="tag" key={kind}>
            <i className="dot" style={{ background: kinds[kind].colour }} aria-hidden /> {kinds[kind].label}
          </span>
        ))}
        {actor.labels?.map((label) => (
          <span className="tag" key={label}>
            <bdi>{label}</bdi>
          </span>
        ))}
      </p>
      <dl className="facts">
        <Fact name="Country" value={actor.country} />
        <Fact name="Founded" value={actor.founded} />
        <Fact name="Also called" value={actor.aliases?.join(", ")} />
        {actor.website && (
          <div>
            <dt>Website</dt>
            <dd>
              {website ? (
                <a href={website} target="_blank" rel="noreferrer noopener">
                  {actor.website}
                </a>
              ) : (
                actor.website
              )}
            </dd>
          </div>
        )}
      </dl>
      <section className="inspector-part">
        <h3>Position</h3>
        {position ? (
          <>
            <ExplainedScore
              size="small"
              label="Servitization, 0 pure manufacturer to 100 holistic service provider"
              value={position.servitization}
              low={position.servitization}
              high={position.servitization}
              reason="None of its activities says how much of a service it is."
            />
            <p className="quiet">
              Servitization (0 pure manufacturer, 100 holistic service provider). Breadth{" "}
              {position.breadth === null ? "–" : position.breadth.toFixed(1)} activities. Gap between own and others'
              view {position.perceptionGap === null ? "– (not both are known)" : points(position.perceptionGap)}.
            </p>
          </>
        ) : (
          <p className="quiet">– Nobody claims that it does any activity.</p>
        )}
      </section>
      {threat && (
        <section className="inspector-part">
          <h3>
            Threat to us{" "}
            <span className="tag" data-level={threat.level}>
              {levelWords[threat.level]}
            </span>
          </h3>
          <ExplainedScore
            size="small"
            label="Threat"
            value={threat.threat}
            low={threat.low}
            high={threat.high}
            tone={`level-${threat.level.toLowerCase()}`}
          />
          <p className="quiet">
            {competitorWords[threat.type]}.{" "}
            <Link
              to="/e/$ecosystem/threats"
              params={{ ecosystem }}
              search={{ ...(date && { date }), rival: threat.rival.key }}
            >
              What it is made of
            </Link>
          </p>
        </section>
      )}
      {claims.length > 0 && (
        <section className="inspector-part">
          <h3>Claims about it</h3>
          <ClaimTable claims={claims} show="activity" onSelect={onSelect} />
        </section>
      )}
      <section className="inspector-part">
        <h3>Evidence</h3>
        <EvidenceList evidence={actor.evidence ?? []} />
      </section>
    </>
  );
}

const shownElsewhere = new Set(["key", "name", "evidence", "validFrom", "validTo", "confidence"]);

/** The fields of a record that has no panel of its own, as the document has them. */
function RecordFacts({ data }: { data: Record<string, unknown> }) {
  const facts = Object.entries(data).filter(([name]) => !shownElsewhere.has(name));
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <Fact key={name} name={fieldWords(name)} value={fieldText(value)} />
      ))}
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string | number | null | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value === null || value === undefined || value === "" ? (
          <span title="Not recorded">–</span>
        ) : (
          <bdi>{value}</bdi>
        )}
      </dd>
    </div>
  );
}

function ActivityPart({ id, boundaries, onSelect }: InspectorProps) {
  const boundary = boundaries.find((entry) => entry.activity.id === id);
  if (!boundary) return null;
  const { activity, status } = boundary;
  return (
    <>
      <dl className="facts">
        <Fact name="Layer" value={layerWords[activity.layer]} />
        <Fact name="Importance" value={`${activity.importance} of 5`} />
        <Fact name="Required" value={activity.required ? "Yes" : "No"} />
        <Fact name="Serviceness" value={activity.serviceness === null ? null : points(activity.serviceness)} />
      </dl>
      <section className="inspector-part">
        <h3>
          Boundary{" "}
          <span className="tag" data-status={status}>
            {boundaryWords[status].label}
          </span>
        </h3>
        <p className="quiet">{boundaryWords[status].meaning}</p>
        <ExplainedScore
          size="small"
          label="How settled the boundary is"
          value={boundary.value}
          reason="Nobody has said anything of this activity."
        />
        <Names title="Leads by their own claim" actors={boundary.leads} onSelect={onSelect} />
        <Names title="Named as lead by others" actors={boundary.attributed} onSelect={onSelect} />
      </section>
      {boundary.claims.length > 0 && (
        <section className="inspector-part">
          <h3>Claims</h3>
          <ClaimTable claims={boundary.claims} show="about" onSelect={onSelect} />
        </section>
      )}
    </>
  );
}

function Names({
  title,
  actors,
  onSelect,
}: {
  title: string;
  actors: { id: string; name: string }[];
  onSelect(id: string): void;
}) {
  if (actors.length === 0) return null;
  return (
    <p>
      <span className="quiet">{title}: </span>
      {actors.map((actor, index) => (
        <span key={actor.id}>
          {index > 0 && ", "}
          <button type="button" className="text-button" onClick={() => onSelect(actor.id)}>
            {actor.name}
          </button>
        </span>
      ))}
    </p>
  );
}

/** The other records that the map joins to this one, by kind of relation; claims stand in their own table. */
function Relations({ id, nodes, edges, onSelect }: InspectorProps) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const groups = new Map<string, { id: string; name: string }[]>();
  for (const edge of edges) {
    if (edge.kind === "CLAIMS" || (edge.source !== id && edge.target !== id)) continue;
    const other = byId.get(edge.source === id ? edge.target : edge.source);
    if (!other) continue;
    const title = edge.source === id ? plain(edge.kind) : `${plain(edge.kind)} (from)`;
    const list = groups.get(title) ?? [];
    if (!list.some((entry) => entry.id === other.id)) list.push({ id: other.id, name: other.label });
    groups.set(title, list);
  }
  if (groups.size === 0) return null;
  return (
    <section className="inspector-part">
      <h3>Relations</h3>
      {[...groups].map(([title, actors]) => (
        <Names key={title} title={title} actors={actors} onSelect={onSelect} />
      ))}
    </section>
  );
}
