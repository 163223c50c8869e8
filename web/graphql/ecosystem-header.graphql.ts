import { actorNameFragment } from "../shared/names.graphql.ts";
import { graphql } from "./graphql.ts";

/** Fields that every page of an ecosystem needs. */
export const ecosystemHeaderQuery = graphql(
  `
    query EcosystemHeader($key: String!) {
      ecosystem(key: $key) { id key name valueProposition revision focal { ...ActorName } }
    }
  `,
  [actorNameFragment],
);
