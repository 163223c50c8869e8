import { useMemo } from "react";
import type { LensName } from "../../app/search-params.ts";
import type { ActorKind, MapEdgeKind } from "../../graphql/types.ts";
import { competitorShapes, edgeLooks, kinds, standardLook } from "../../map/kinds.ts";
import { lenses } from "../../map/lenses/lenses.ts";
import type { MapFacts } from "../../map/scene.ts";
import { boundaryWords, competitorWords, plain } from "../../shared/words.ts";
import { LineGlyph, ShapeGlyph } from "./Glyph.tsx";

interface Props extends MapFacts {
  lens: LensName;
  visibleKinds: readonly ActorKind[];
}

const reading: Record<LensName, string> = {
  network: "Larger: more relations",
  positions: "Right: more of a service provider. Up: more activities. Whisker: own and others' view differ",
  boundaries: "Bands: layers in value-chain order. A token: somebody's claim on the activity",
  rivals: "Right: more of our customers. Up: more of what we do. Larger: more of a threat",
};

/** What is on the screen and nothing else. */
export function Legend({ lens, map, positions, boundaries, threats, visibleKinds }: Props) {
  const scene = useMemo(
    () => lenses[lens]({ map, positions, boundaries, threats }, new Set(visibleKinds)),
    [lens, map, positions, boundaries, threats, visibleKinds],
  );
  const colours = new Set(scene.nodes.map((node) => node.colour));
  const shownKinds = visibleKinds.filter((kind) => colours.has(kinds[kind].colour));
  const ends = new Set(scene.nodes.map((node) => node.record));
  const relations = new Set<MapEdgeKind>();
  if (lens === "network") {
    for (const edge of map.edges) {
      if (edgeLooks[edge.kind] && ends.has(edge.source) && ends.has(edge.target)) relations.add(edge.kind);
    }
  }
  const statuses = new Set(lens === "boundaries" ? boundaries.map((boundary) => boundary.status) : []);
  const types = new Set(
    lens === "rivals" ? threats.filter((row) => ends.has(row.rival.id)).map((row) => row.type) : [],
  );
  return (
    <details className="legend" open={window.matchMedia("(min-width: 861px)").matches}>
      <summary>Legend</summary>
      <p className="quiet">{reading[lens]}</p>
      <ul>
        {shownKinds.map((kind) => (
          <li key={kind}>
            {/* In the Rivals lens the shape says the competitor type, so that of the kind would mislead. */}
            <ShapeGlyph shape={lens === "rivals" ? "ellipse" : kinds[kind].shape} colour={kinds[kind].colour} />
            {kinds[kind].label}
          </li>
        ))}
        {colours.has(standardLook.colour) && (
          <li>
            <ShapeGlyph shape={standardLook.shape} colour={standardLook.colour} />
            {standardLook.label}
          </li>
        )}
      </ul>
      {types.size > 0 && (
        <ul>
          {[...types].map((type) => (
            <li key={type}>
              <ShapeGlyph shape={competitorShapes[type]} colour="var(--eco-muted)" hollow />
              {competitorWords[type]}
            </li>
          ))}
        </ul>
      )}
      {relations.size > 0 && (
        <ul>
          {[...relations].sort().map((kind) => (
            <li key={kind}>
              <LineGlyph {...edgeLooks[kind]!} />
              {plain(kind)}
            </li>
          ))}
        </ul>
      )}
      {statuses.size > 0 && (
        <ul>
          {[...statuses].map((status) => (
            <li key={status} title={boundaryWords[status].meaning}>
              <span className="tag" data-status={status}>
                {boundaryWords[status].label}
              </span>
            </li>
          ))}
        </ul>
      )}
      {scene.nodes.some((node) => node.hollow) && (
        <p className="quiet">Hollow: only others say so, not the firm itself</p>
      )}
    </details>
  );
}
