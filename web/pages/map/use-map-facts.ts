import { useMemo, useRef } from "react";
import { useQuery } from "urql";
import { mapQuery, positionsQuery, threatsQuery } from "../../graphql/operations.ts";
import { compare } from "../../map/difference/compare.ts";
import { mostInFull } from "../../map/far/region.ts";
import { communities as communitiesOf } from "../../map/group/communities.ts";
import type { MapFacts } from "../../map/scene.ts";
import { directoryOf, factsOfFrame } from "../../map/time/facts-of-frame.ts";
import { inForceLookup } from "../../map/time/in-force-lookup.ts";
import type { Frames } from "./use-frames.ts";
import type { MapDay } from "./use-map-day.ts";

// One empty list for all renders: a new one each time would redraw the map each time.
const none: never[] = [];

/**
 * The map of all dates, asked for once, and the measures of the day: while a date moves those of the frame that holds
 * then, at rest exactly those of the day.
 */
export function useMapFacts(key: string, time: MapDay, frames: Frames) {
  const { day, against, moving } = time;
  const [map, again] = useQuery({ query: mapQuery, variables: { key, asOf: null } });
  const rested = useRef(day);
  if (!moving) rested.current = day;
  const asOf = rested.current;
  const variables = { key, asOf };
  const [measures] = useQuery({ query: positionsQuery, variables });
  // Threats may be refused (no focal actor, or one without a position): the other lenses must not go with them.
  const [rivals] = useQuery({ query: threatsQuery, variables });

  const whole = map.data?.ecosystem?.map;
  const directory = useMemo(() => whole && directoryOf(whole.nodes), [whole]);
  const communities = useMemo(() => whole && wholeCommunities(whole), [whole]);
  const inForce = useMemo(() => whole && inForceLookup(whole), [whole]);
  const drawn = inForce?.(day);
  const frame = frames.on(day);
  const framed = useMemo(() => frame && directory && factsOfFrame(frame, directory), [frame, directory]);
  const judged = isOf(measures.operation, day) || !framed ? measures.data?.ecosystem : framed;
  const assessment = rivals.data?.ecosystem?.threats;
  const threats = isOf(rivals.operation, day) || !framed ? (assessment?.rivals ?? none) : framed.threats;

  const other = against === null ? null : frames.on(against);
  const drawnThen = against === null ? null : inForce?.(against);
  const isEarlier = against !== null && against <= day;
  const compared = useMemo(() => {
    if (!drawn || !drawnThen || !other || !framed || !directory) return null;
    const then = { map: drawnThen, ...factsOfFrame(other, directory) };
    return compare({ map: drawn, ...framed }, then, isEarlier);
  }, [drawn, drawnThen, other, framed, directory, isEarlier]);

  const focal = assessment?.focal ?? null;
  const positions = judged?.positions ?? none;
  const boundaries = judged?.boundaries ?? none;
  const facts = useMemo(
    () => drawn && { map: drawn, positions, boundaries, threats, focal, compared, ...(communities && { communities }) },
    [drawn, positions, boundaries, threats, focal, compared, communities],
  );
  return {
    whole,
    facts,
    error: map.error,
    again: () => again({ requestPolicy: "network-only" }),
    /** Why there are no threats; null while they are awaited, and when there are some. */
    noRivals: !rivals.fetching && !assessment && !framed?.threats.length ? (rivals.error ?? "no focal firm") : null,
  };
}

const wholeCommunities = (map: MapFacts["map"]) =>
  map.nodes.length + map.edges.length > mostInFull
    ? communitiesOf({ map, positions: none, boundaries: none, threats: none })
    : undefined;

/** Whether an answer is of that day: until it comes, urql goes on showing the answer before. */
const isOf = (operation: { variables: unknown } | undefined, day: string): boolean =>
  (operation?.variables as { asOf?: string } | undefined)?.asOf === day;
