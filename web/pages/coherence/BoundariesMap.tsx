import { useComputedColorScheme } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import type { BoundaryStatus } from "../../graphql/schema-types.ts";
import { boundariesScene } from "../../map/output/boundaries-scene.ts";
import { StaticMap } from "../../map/output/StaticMap.tsx";
import { asPicture } from "../../map/output/static-svg.ts";
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
  const whole = useMemo(() => found && boundariesScene(found, "wide"), [found]);
  const scene = useMemo(() => whole && asPicture(whole), [whole]);
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
      <StaticMap
        scene={scene}
        width={widths.screen}
        scheme={screen}
        label={words}
        className="report-picture screen-only"
      />
      <StaticMap
        scene={scene}
        width={widths.paper}
        scheme="light"
        label={words}
        className="report-picture print-only"
      />
      <p className="quiet">
        Bands are layers of the value chain. Each area is an activity, sized by its importance
        {scene === whole
          ? "; each marker is an actor with a part in it, hollow where only others say so, with a dark rim where it claims to lead."
          : ". Its actors are too many for markers here: the Boundaries lens shows them."}
      </p>
    </section>
  );
}
