import { graphql, type ResultOf } from "../graphql/graphql.ts";

export const evidenceFragment = graphql(`
  fragment EvidenceEntry on Evidence { id key title publisher url publishedOn reliability credibility }
`);
export type Evidence = ResultOf<typeof evidenceFragment>;
