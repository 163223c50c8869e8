import { graphql, type ResultOf } from "../graphql/graphql.ts";

/** What the server streams: each change since a revision, with who made it. */
export const ecosystemChangedSubscription = graphql(`
  subscription EcosystemChanged($key: String!, $after: Int!) {
    ecosystemChanged(key: $key, after: $after) { revision who changed { kind key label } }
  }
`);
export type StreamedChange = ResultOf<typeof ecosystemChangedSubscription>["ecosystemChanged"];

/** Answered within the page, each time that it is to be drawn again: facts have changed. */
export const factsChangedSubscription = graphql(`
  subscription FactsChanged($key: String!, $after: Int!) { ecosystemChanged(key: $key, after: $after) { revision } }
`);

/** The same for changes of pins and views alone, so that a dragged node does not make every page read its facts again. */
export const layoutChangedSubscription = graphql(`
  subscription LayoutChanged($key: String!, $after: Int!) { ecosystemChanged(key: $key, after: $after) { revision } }
`);

/** Where no stream gets through: the revision, and who made the latest changes. */
export const latestChangesQuery = graphql(`
  query LatestChanges($key: String!) { ecosystem(key: $key) { id revision changes(first: 5) { revision who } } }
`);
