import { graphql, type ResultOf } from "../graphql/graphql.ts";
import { evidenceFragment } from "./evidence.graphql.ts";
import { subjectFragment } from "./subjects.graphql.ts";

/** One sentence of an explanation, with the records that it names and where its facts come from. */
export const sentenceFragment = graphql(
  `
    fragment ExplainingSentence on Sentence {
      rule text
      subjects { ...Subject }
      evidence { ...EvidenceEntry }
    }
  `,
  [subjectFragment, evidenceFragment],
);
export type Sentence = ResultOf<typeof sentenceFragment>;
