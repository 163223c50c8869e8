import { useMemo } from "react";
import { useQuery } from "urql";
import { mapQuery, positionsQuery, threatsQuery } from "../../graphql/operations.ts";
import { inForceOn } from "../../map/pipeline/in-force.ts";

// One empty list for all renders: a new one each time would redraw the map each time.
const none: never[] = [];

/** The map of all dates, asked for once, and the measures of the day. */
export function useMapFacts(key: string, day: string) {
  const [map, again] = useQuery({ query: mapQuery, variables: { key, asOf: null } });
  const variables = { key, asOf: day };
  const [measures] = useQuery({ query: positionsQuery, variables });
  // Threats may be refused (no focal actor, or one without a position): the other lenses must not go with them.
  const [rivals] = useQuery({ query: threatsQuery, variables });

  const whole = map.data?.ecosystem?.map;
  const drawn = useMemo(() => whole && inForceOn(whole, day), [whole, day]);
  const judged = measures.data?.ecosystem;
  const assessment = rivals.data?.ecosystem?.threats;
  const facts = useMemo(
    () =>
      drawn && {
        map: drawn,
        positions: judged?.positions ?? none,
        boundaries: judged?.boundaries ?? none,
        threats: assessment?.rivals ?? none,
        focal: assessment?.focal ?? null,
      },
    [drawn, judged, assessment],
  );
  return {
    whole,
    facts,
    error: map.error,
    again: () => again({ requestPolicy: "network-only" }),
    /** Why there are no threats; null while they are awaited, and when there are some. */
    noRivals: !rivals.fetching && !assessment ? (rivals.error ?? "no focal firm") : null,
  };
}
