import { useMemo } from "react";
import { useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { ecosystemHeaderQuery } from "../../graphql/ecosystem-header.graphql.ts";
import { maxInFull } from "../../map/canvas/level-of-detail/cluster.ts";
import { compare } from "../../map/model/difference/compare.ts";
import type { MapFacts } from "../../map/model/facts.ts";
import { communities as communitiesOf } from "../../map/model/group/communities.ts";
import type { LensName } from "../../map/model/search-params/display-search.ts";
import { addMonths } from "../../map/model/time/days.ts";
import { directoryOf, factsOfFrame } from "../../map/model/time/facts-of-frame.ts";
import { inForceLookup } from "../../map/model/time/in-force-lookup.ts";
import { formatDate } from "../../shared/format.ts";
import { mapQuery, positionsQuery, rivalsQuery } from "./map-facts.graphql.ts";
import type { Frames } from "./use-frames.ts";
import type { MapDay } from "./use-map-day.ts";

// One empty list for all renders: a new one each time would redraw the map each time.
const none: never[] = [];

/**
 * The map of all dates, asked for once, and the measures of the day: while a date moves those of the frame that holds
 * then, at rest exactly those of the day.
 * @param focalKey the focal firm; the ecosystem's own when null
 */
export function useMapFacts(key: string, time: MapDay, frames: Frames, lens: LensName, focalKey: string | null) {
  const { day, against, moving } = time;
  const [map, again] = useQuery({ query: mapQuery, variables: { key, asOf: null } });
  const asOf = time.rest.day;
  const variables = { key, asOf };
  const [measures, measureAgain] = useQuery({ query: positionsQuery, variables });
  const [header, readHeader] = useQuery({ query: ecosystemHeaderQuery, variables: { key } });
  const whole = map.data?.ecosystem?.map;
  const own = header.data?.ecosystem?.focal ?? null;
  const chosen = useMemo(() => {
    const node = whole?.nodes.find(({ kind, key }) => kind === "ACTOR" && key === focalKey);
    return node ? { id: node.id, key: node.key, name: node.label, kinds: node.actorKinds ?? [] } : null;
  }, [whole, focalKey]);
  const focal = focalKey === null ? own : chosen;
  const directory = useMemo(() => whole && directoryOf(whole.nodes), [whole]);
  const communities = useMemo(() => whole && wholeCommunities(whole), [whole]);
  const inForce = useMemo(() => whole && inForceLookup(whole), [whole]);
  const drawn = inForce?.(day);
  const frame = frames.on(day);
  const framed = useMemo(() => frame && directory && factsOfFrame(frame, directory), [frame, directory]);
  const judged = isOf(measures.operation, day) || !framed ? measures.data?.ecosystem : framed;
  // Threats are seen from where the focal firm stands: on a day on which it has no position nobody asks for them.
  const rested = frames.on(asOf);
  const measured = isOf(measures.operation, asOf) ? measures.data?.ecosystem : undefined;
  const isPlaced = measured
    ? measured.positions.some(({ actor }) => actor.id === focal?.id)
    : rested !== null && rested.rivals !== null;
  const [rivals] = useQuery({
    query: rivalsQuery,
    variables: { ...variables, focal: focalKey },
    pause: !isPlaced,
  });
  const isOfFocal = (rivals.operation?.variables as { focal?: string | null } | undefined)?.focal === focalKey;
  const assessment = isPlaced && isOfFocal ? rivals.data?.ecosystem?.threats : undefined;
  const isAssessed = (isOfFocal && isOf(rivals.operation, day)) || !framed;
  const threats = isAssessed ? (assessment?.rivals ?? none) : framed.threats;
  const typicalRival = isAssessed ? assessment?.typicalRival : framed.typicalRival;
  const threatLevels = map.data?.threatLevels ?? none;

  const canCompare = moving || (against !== null && frames.isExact(day) && frames.isExact(against));
  const other = against === null || !canCompare ? null : frames.on(against);
  const drawnThen = against === null ? null : inForce?.(against);
  const isEarlier = against !== null && against <= day;
  const compared = useMemo(() => {
    if (!drawn || !drawnThen || !other || !framed || !directory) return null;
    const then = { map: drawnThen, ...factsOfFrame(other, directory) };
    return compare({ map: drawn, ...framed }, then, isEarlier);
  }, [drawn, drawnThen, other, framed, directory, isEarlier]);

  // From the frames at hand, so that a date that moves asks for nothing. Only Positions draws it: other lenses are not
  // drawn anew each time that more frames have come.
  const before = lens === "positions" ? frames.on(addMonths(day, -12)) : null;
  const earlier = useMemo(() => before && new Map(before.positions.map((row) => [row.id, row])), [before]);

  const positions = judged?.positions ?? none;
  const boundaries = judged?.boundaries ?? none;
  const facts = useMemo(
    () =>
      drawn && {
        map: drawn,
        positions,
        boundaries,
        threats,
        typicalRival: typicalRival ?? null,
        threatLevels,
        focal,
        compared,
        yearBefore: earlier,
        ...(communities && { communities }),
      },
    [drawn, positions, boundaries, threats, typicalRival, threatLevels, focal, compared, earlier, communities],
  );
  return {
    whole,
    facts,
    error: map.error ?? measures.error,
    again: () => {
      if (map.error) again({ requestPolicy: "network-only" });
      if (measures.error) measureAgain({ requestPolicy: "network-only" });
      if (header.error) readHeader({ requestPolicy: "network-only" });
    },
    /** Positions and boundaries are there; until they are, nobody can say that somebody has none. */
    isJudged: judged !== undefined && judged !== null,
    noRivals: assessment || framed?.threats.length ? null : whyNone(),
  };

  /** Why there are no threats, and what to do; null while they are awaited. */
  function whyNone(): { title: string; text: string; action?: "CHOOSE_FOCAL" } | null {
    const unread = header.error ?? (measured || framed ? undefined : measures.error);
    if (unread) return { title: describeFailure(unread).title, text: describeFailure(unread).detail };
    if (!header.data || (!measured && !framed) || (isPlaced && rivals.fetching)) return null;
    if (!focal)
      return {
        title: "The Rivals lens needs a focal firm",
        text: "Rivals will appear here, seen from a focal firm: how far their activities overlap with its own, and how many customers they share. Choose a firm that has a part in an activity.",
        action: "CHOOSE_FOCAL",
      };
    if (!isPlaced)
      return {
        title: `${focal.name} has no position on ${formatDate(asOf)}`,
        text: "Threats depend on its position, and there are no claims about its activities on this date. Choose a later date.",
      };
    const failure = rivals.error && describeFailure(rivals.error);
    return failure ? { title: failure.title, text: failure.detail } : null;
  }
}

type MapFactsAnswer = ReturnType<typeof useMapFacts>;
/** The answer once the map itself has come. */
export type FoundFacts = MapFactsAnswer & {
  whole: NonNullable<MapFactsAnswer["whole"]>;
  facts: NonNullable<MapFactsAnswer["facts"]>;
};

const wholeCommunities = (map: MapFacts["map"]) =>
  map.nodes.length + map.edges.length > maxInFull
    ? communitiesOf({ map, positions: none, boundaries: none, threats: none })
    : undefined;

/** Whether an answer is of that day: until it comes, urql goes on showing the previous answer. */
const isOf = (operation: { variables: unknown } | undefined, day: string): boolean =>
  (operation?.variables as { asOf?: string } | undefined)?.asOf === day;
