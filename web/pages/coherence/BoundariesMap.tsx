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
import { layOutStatic, type StaticLayout, staticSvg } from "../../map/output/static-svg.ts";
import { count } from "../../shared/format.ts";
import { boundaryWords } from "../../shared/words.ts";
import { reportBoundariesQuery } from "./coherence.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
}

/** Width in pixels at which names are placed: what A4 leaves between its margins. */
const width = 688;

/** Small map of the boundaries: the Boundaries lens as a picture, for those who have the report only. */
export default function BoundariesMap({ ecosystem, date }: Props) {
  const screen = useComputedColorScheme("light");
  const [{ data, error }] = useQuery({
    query: reportBoundariesQuery,
    variables: { key: ecosystem, asOf: date ?? null },
  });
  const found = data?.ecosystem;
  const drawing = useMemo(() => found && drawingOf(found), [found]);
  if (error) return <p role="alert">The map of boundaries could not be loaded. {describeFailure(error).detail}</p>;
  if (!found || !drawing) return null;
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
      {screen === "light" ? (
        <Picture {...drawing} scheme="light" label={words} />
      ) : (
        <>
          <Picture {...drawing} scheme="dark" label={words} className="screen-only" />
          <Picture {...drawing} scheme="light" label={words} className="print-only" />
        </>
      )}
      <p className="quiet">
        Bands are layers of the value chain. Each area is an activity, sized by its importance; each marker is an actor
        with a part in it, hollow where only others say so, with a dark rim where it claims to lead.
      </p>
    </section>
  );
}

type Found = NonNullable<ResultOf<typeof reportBoundariesQuery>["ecosystem"]>;

function drawingOf({ positions, boundaries }: Found): { scene: Scene; layout: StaticLayout } | null {
  const edges = boundaries.flatMap(({ claims, confidences }) => {
    const byId = new Map(confidences.map(({ id, confidence }) => [id, confidence]));
    return claims.map((claim) => claimEdge(claim, byId.get(claim.id) ?? null));
  });
  const facts: MapFacts = { map: { nodes: [], edges }, positions, boundaries, threats: [] };
  const nodes = new Set([...boundaries.map(({ activity }) => activity.id), ...positions.map(({ actor }) => actor.id)]);
  const scene = lens.places({ facts, nodes, edges: new Set() }, "wide");
  const layout = layOutStatic(scene, width);
  return layout && { scene, layout };
}

interface PictureProps {
  scene: Scene;
  layout: StaticLayout;
  scheme: "light" | "dark";
  label: string;
  className?: string;
}

function Picture({ scene, layout, scheme, label, className = "" }: PictureProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.replaceChildren(staticSvg(scene, layout, scheme));
  }, [scene, layout, scheme]);
  return <div ref={place} className={`report-picture ${className}`} role="img" aria-label={label} />;
}
