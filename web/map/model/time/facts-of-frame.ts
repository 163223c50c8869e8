import type { ActorName } from "../../../shared/names.graphql.ts";
import type { ActivityRow, Boundary, MapNode, Position, ThreatRow } from "../facts.graphql.ts";
import type { Frame } from "./frames.ts";

/** Records by the ids in a frame; of all dates, by Node id. */
interface Directory {
  actors: ReadonlyMap<string, ActorName>;
  activities: ReadonlyMap<string, ActivityRow>;
}

/** From the map of all dates. */
export function directoryOf(nodes: readonly MapNode[]): Directory {
  return {
    actors: new Map(
      nodes
        .filter((node) => node.kind === "ACTOR")
        .map(({ id, key, label, actorKinds }) => [id, { id, key, name: label, kinds: actorKinds ?? [] }]),
    ),
    activities: new Map(nodes.flatMap((node) => activityOf(node) ?? []).map((activity) => [activity.id, activity])),
  };
}

function activityOf({ id, key, kind, label, layer, importance, required, serviceness }: MapNode): ActivityRow | null {
  if (kind !== "ACTIVITY" || importance === null || required === null) return null;
  return { id, key, name: label, layer, importance, required, serviceness };
}

interface Judged {
  positions: readonly Position[];
  boundaries: readonly Boundary[];
  threats: readonly ThreatRow[];
  typicalRival: Frame["typicalRival"];
}

/** Converts a frame for the lenses and the inspector. Rows of unknown actors or activities are left out. */
export function factsOfFrame(frame: Frame, { actors, activities }: Directory): Judged {
  const named = (ids: readonly string[]) => ids.flatMap((id) => actors.get(id) ?? []);
  const boundaries = frame.boundaries.flatMap((row): Boundary[] => {
    const activity = activities.get(row.id);
    if (!activity) return [];
    const claims = row.claims.flatMap((claim): Boundary["claims"] => {
      const about = actors.get(claim.about);
      const by = claim.by === null ? null : actors.get(claim.by);
      if (!about || by === undefined) return [];
      return [{ id: claim.id, by, about, activity, extent: claim.extent, lead: claim.lead, evidence: [] }];
    });
    const { status, value } = row;
    return [{ activity, status, value, leads: named(row.leads), attributed: named(row.attributed), claims }];
  });
  const positions = frame.positions.flatMap(({ id, key: _, extents, ...position }): Position[] => {
    const actor = actors.get(id);
    if (!actor) return [];
    const placed = extents.flatMap(({ id: of, ...extent }) => {
      const activity = activities.get(of);
      return activity ? [{ activity, ...extent }] : [];
    });
    return [{ actor, ...position, extents: placed }];
  });
  const threats = (frame.rivals ?? []).flatMap((row): ThreatRow[] => {
    const rival = actors.get(row.id);
    if (!rival) return [];
    const { id: _, key: __, ...threat } = row;
    return [{ rival, ...threat }];
  });
  return { positions, boundaries, threats, typicalRival: frame.typicalRival };
}
