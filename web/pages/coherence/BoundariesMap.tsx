import { useComputedColorScheme } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useMemo, useRef } from "react";
import { useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import type { ResultOf } from "../../graphql/graphql.ts";
import type { BoundaryStatus } from "../../graphql/schema-types.ts";
import { claimEdge } from "../../map/lenses/boundaries/claim-edges.ts";
import { boundaries as lens } from "../../map/lenses/boundaries/lens.ts";
import type { MapFacts } from "../../map/model/facts.ts";
import type { Scene } from "../../map/model/scene.ts";
import { layOutStatic, staticSvg } from "../../map/output/static-svg.ts";
import { count } from "../../shared/format.ts";
import { boundaryWords } from "../../shared/words.ts";
import { reportBoundariesQuery } from "./coherence.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
}

/** Width in pixels at which names are placed: on paper what leaves room for the lists that share its page. */
const widths = { screen: 688, paper: 600 };

/** Small map of the boundaries: the Boundaries lens as a picture, for those who have the report only. */
export default function BoundariesMap({ ecosystem, date }: Props) {
  const screen = useComputedColorScheme("light");
  const [{ data, error }] = useQuery({
    query: reportBoundariesQuery,
    variables: { key: ecosystem, asOf: date ?? null },
  });
  const found = data?.ecosystem;
  const scene = useMemo(() => found && sceneOf(found), [found]);
  if (error) return <p role="alert">The map of boundaries could not be loaded. {describeFailure(error).detail}</p>;
  if (!found || !scene || scene.background.length === 0) return null;
  const statuses = found.boundaries.map(({ status }) => status);
  const counts = (Object.keys(boundaryWords) as BoundaryStatus[])
    .map((status) => ({ status, activities: statuses.filter((one) => one === status).length }))
    .filter(({ activities }) => activities > 0)
    .map(({ status, activities }) => `${activities} ${boundaryWords[status].toLowerCase()}`)
    .join(", ");
  const words = `Boundaries of ${count(statuses.length, "activity", "activities")}: ${counts}`;
  return (
    <section className="rule report-boundaries" aria-label="Boundaries">
      <div className="report-boundaries-head">
        <h2>Boundaries</h2>
        <Link to="/e/$ecosystem/map" params={{ ecosystem }} search={{ lens: "boundaries", ...(date && { date }) }}>
          Open in the Boundaries lens
        </Link>
      </div>
      <p>{words}.</p>
      <Picture scene={scene} width={widths.screen} scheme={screen} label={words} className="screen-only" />
      <Picture scene={scene} width={widths.paper} scheme="light" label={words} className="print-only" />
      <p className="quiet">
        Bands are layers of the value chain. Each area is an activity, sized by its importance; each marker is an actor
        with a part in it, hollow where only others say so, with a dark rim where it claims to lead.
      </p>
    </section>
  );
}

type Found = NonNullable<ResultOf<typeof reportBoundariesQuery>["ecosystem"]>;

function sceneOf({ positions, boundaries }: Found): Scene {
  const edges = boundaries.flatMap(({ claims, confidences }) => {
    const byId = new Map(confidences.map(({ id, confidence }) => [id, confidence]));
    return claims.map((claim) => claimEdge(claim, byId.get(claim.id) ?? null));
  });
  const facts: MapFacts = { map: { nodes: [], edges }, positions, boundaries, threats: [] };
  const nodes = new Set([...boundaries.map(({ activity }) => activity.id), ...positions.map(({ actor }) => actor.id)]);
  return lens.places({ facts, nodes, edges: new Set() }, "wide");
}

interface PictureProps {
  scene: Scene;
  width: number;
  scheme: "light" | "dark";
  label: string;
  className: string;
}

function Picture({ scene, width, scheme, label, className }: PictureProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const layout = layOutStatic(scene, width);
    place.current?.replaceChildren(...(layout ? [staticSvg(scene, layout, scheme)] : []));
  }, [scene, width, scheme]);
  return <div ref={place} className={`report-picture ${className}`} role="img" aria-label={label} />;
}
