import { graphql, type ResultOf } from "../graphql/graphql.ts";

export const actorNameFragment = graphql(`
  fragment ActorName on Actor { id key name kinds }
`);
export type ActorName = ResultOf<typeof actorNameFragment>;

export const activityNameFragment = graphql(`
  fragment ActivityName on Activity { id key name layer }
`);
export type ActivityName = ResultOf<typeof activityNameFragment>;
