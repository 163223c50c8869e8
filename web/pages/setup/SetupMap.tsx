import { useComputedColorScheme } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { positions as positionsLens } from "../../map/lenses/positions/lens.ts";
import type { Scene } from "../../map/model/scene.ts";
import { boundariesScene } from "../../map/output/boundaries-scene.ts";
import { StaticMap } from "../../map/output/StaticMap.tsx";
import { asPicture } from "../../map/output/static-svg.ts";
import { count } from "../../shared/format.ts";
import { type SetupMapFacts, setupMapQuery } from "./setup.graphql.ts";

/** Width in pixels at which names are placed: that of the column beside the steps. */
const width = 360;

/**
 * What the map shows already: once there are activities their boundaries, until then the actors. A picture, since the
 * canvas with its layout would be loaded and moved after each step.
 */
export default function SetupMap({ ecosystem, date }: { ecosystem: string; date: string | undefined }) {
  const scheme = useComputedColorScheme("light");
  const [{ data, error }] = useQuery({ query: setupMapQuery, variables: { key: ecosystem, asOf: date ?? null } });
  const facts = data?.ecosystem;
  const shown = useMemo(() => facts && pictureOf(facts), [facts]);
  if (error) return <p role="alert">The map could not be loaded. {describeFailure(error).detail}</p>;
  if (!shown) return null;
  const { scene, lens, label } = shown;
  return (
    <section aria-label="Map so far">
      <h2>Map so far</h2>
      {scene ? (
        <StaticMap scene={scene} width={width} scheme={scheme} label={label} className="setup-picture" />
      ) : (
        <p className="quiet">Actors and activities will appear here.</p>
      )}
      <p className="quiet">
        {scene && `${label}. `}
        <Link to="/e/$ecosystem/map" params={{ ecosystem }} search={{ ...(lens && { lens }), ...(date && { date }) }}>
          Open map
        </Link>
      </p>
    </section>
  );
}

interface Picture {
  scene: Scene | null;
  lens: "boundaries" | "positions" | null;
  label: string;
}

function pictureOf({ map: { nodes }, positions, boundaries }: SetupMapFacts): Picture {
  const actors = nodes.filter(({ kind }) => kind === "ACTOR");
  if (boundaries.length > 0) {
    const whole = boundariesScene({ positions, boundaries }, "tall");
    const scene = asPicture(whole);
    const activities = count(boundaries.length, "activity", "activities");
    return {
      scene,
      lens: "boundaries",
      label: scene === whole ? `${activities}, with a marker for each actor that has a claim` : activities,
    };
  }
  if (actors.length === 0) return { scene: null, lens: null, label: "" };
  const facts = { map: { nodes: actors, edges: [] }, positions, boundaries, threats: [] };
  const shown = { facts, nodes: new Set(actors.map(({ id }) => id)), edges: new Set<string>() };
  return {
    scene: asPicture(positionsLens.places(shown, "tall")),
    lens: "positions",
    label: `${count(actors.length, "actor")}, not placed until there are claims about activities`,
  };
}
