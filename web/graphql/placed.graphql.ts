import { actorNameFragment } from "../shared/names.graphql.ts";
import { graphql } from "./graphql.ts";

/** Actors with a position on a day: threats can be seen from one of them. */
export const placedQuery = graphql(
  `
    query Placed($key: String!, $asOf: Date) {
      ecosystem(key: $key) { id focal { ...ActorName } positions(asOf: $asOf) { actor { id key name } } }
    }
  `,
  [actorNameFragment],
);
