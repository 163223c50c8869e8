import { graphql, type ResultOf } from "../../../graphql/graphql.ts";

export const timelineQuery = graphql(`
  query Timeline($key: String!) {
    ecosystem(key: $key) { id timeline { from to marks { date events { kind label } } } }
  }
`);
export type Timeline = NonNullable<ResultOf<typeof timelineQuery>["ecosystem"]>["timeline"];
export type TimelineMark = Timeline["marks"][number];
