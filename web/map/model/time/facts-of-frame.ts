import type { ActorName } from "../../../shared/names.graphql.ts";
import type { ActivityRow, Boundary, MapNode, Position, ThreatRow } from "../facts.graphql.ts";
import type { FrameClaim } from "./frames.graphql.ts";
import type { Frame } from "./frames.ts";

/** Whom and what the ids of a frame name; of all dates, by Node id. */
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

/** What a frame says, as the lenses and the inspector take it. A row whose actor or activity nobody knows is left out. */
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
  const extents = extentsOf(frame, activities);
  const positions = frame.positions.flatMap(({ id, servitization, breadth, perceptionGap }): Position[] => {
    const actor = actors.get(id);
    return actor ? [{ actor, servitization, breadth, perceptionGap, extents: extents.get(id) ?? [] }] : [];
  });
  const threats = (frame.rivals ?? []).flatMap((row): ThreatRow[] => {
    const rival = actors.get(row.id);
    if (!rival) return [];
    const { threat, low, high, level, type, typeSource } = row;
    const factors: ThreatRow["factors"] = [
      { kind: "OVERLAP", value: row.overlap },
      { kind: "MARKET_COMMONALITY", value: row.marketCommonality },
      { kind: "MOMENTUM", value: row.momentum },
    ];
    return [{ rival, threat, low, high, level, type, typeSource, factors }];
  });
  return { positions, boundaries, threats, typicalRival: frame.typicalRival };
}

/** By actor: its extent in each activity that something is claimed of, in the order of the activities. */
function extentsOf(frame: Frame, activities: Directory["activities"]): Map<string, Position["extents"]> {
  const all = new Map<string, Position["extents"]>();
  for (const row of frame.boundaries) {
    const activity = activities.get(row.id);
    if (!activity) continue;
    for (const [about, claims] of claimsByActor(row.claims)) {
      const list = all.get(about) ?? [];
      list.push({ activity, ...extentFrom(claims) });
      all.set(about, list);
    }
  }
  return all;
}

function claimsByActor(claims: readonly FrameClaim[]): Map<string, FrameClaim[]> {
  const groups = new Map<string, FrameClaim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.about);
    if (group) group.push(claim);
    else groups.set(claim.about, [claim]);
  }
  return groups;
}

/** Our assessment, else the actor's own claim, else the mean of the others'. Source: model.md section 2. */
function extentFrom(claims: readonly FrameClaim[]) {
  const assessment = claims.find((claim) => claim.by === null);
  const own = claims.find((claim) => claim.by === claim.about);
  const said = claims.filter((claim) => claim.by !== null && claim.by !== claim.about);
  const others = said.length === 0 ? null : said.reduce((sum, claim) => sum + claim.extent, 0) / said.length;
  return {
    extent: assessment?.extent ?? own?.extent ?? others!,
    own: own?.extent ?? null,
    others,
    lead: own?.lead === true && own.extent > 0,
  };
}
