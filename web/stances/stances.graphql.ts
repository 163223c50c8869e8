import { graphql, type ResultOf } from "../graphql/graphql.ts";
import { actorNameFragment } from "../shared/names.graphql.ts";

/** A topic with who says what on it. */
export const stancesQuery = graphql(
  `
    query TopicStances($key: String!, $topic: String!, $asOf: Date) {
      ecosystem(key: $key) {
        id
        expectations(topic: $topic, asOf: $asOf) {
          question low high sentence
          stances { record { id } actor { ...ActorName } position salience }
        }
      }
    }
  `,
  [actorNameFragment],
);
export type Expectation = NonNullable<ResultOf<typeof stancesQuery>["ecosystem"]>["expectations"][number];
