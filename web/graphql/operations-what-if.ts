import { gql } from "urql";
import type { Boundary, CoherenceSummary, ImportIssue, Intervention, Position, Threat } from "./types.ts";

const actorName = "id key name kinds";
const activityName = "id key name layer";

export interface WhatIfChanges {
  interventions: { kind: string; key: string }[];
  moveClaims: { claim: string; to: string }[];
}

export interface WhatIfDifference {
  kind: string;
  key: string;
  label: string;
  was: string;
  becomes: string;
  before: number | null;
  after: number | null;
  subjects: { id: string }[];
}

export interface Judgement {
  coherence: CoherenceSummary;
  positions: Position[];
  boundaries: Boundary[];
  threats: { rivals: Pick<Threat, "rival" | "threat" | "low" | "high" | "level" | "type" | "factors">[] } | null;
  threatsReason: string | null;
}

export interface WhatIf {
  before: { coherence: CoherenceSummary };
  after: Judgement | null;
  differences: WhatIfDifference[];
  errors: ImportIssue[];
}

/** What could be done, highest gain first. */
export const interventionsQuery = gql<
  { ecosystem: { id: string; interventions: (Intervention & { isIdeal: boolean; changes: string[] })[] } | null },
  { key: string; asOf: string }
>(`
  query Interventions($key: String!, $asOf: Date) {
    ecosystem(key: $key) {
      id
      interventions(asOf: $asOf, first: 60) { kind key label gain isIdeal changes subjects { __typename id } }
    }
  }
`);

export const whatIfQuery = gql<
  { ecosystem: { id: string; whatIf: WhatIf } | null },
  { key: string; asOf: string; changes: WhatIfChanges }
>(`
  query WhatIf($key: String!, $asOf: Date, $changes: WhatIfInput!) {
    ecosystem(key: $key) {
      id
      whatIf(asOf: $asOf, changes: $changes) {
        before { coherence { score low high coverage asOf revision lowest } }
        after {
          coherence { score low high coverage asOf revision lowest }
          positions {
            actor { ${actorName} } servitization breadth perceptionGap
            extents { activity { ${activityName} } extent own others lead }
          }
          boundaries {
            activity { ${activityName} required importance serviceness } status value
            leads { ${actorName} } attributed { ${actorName} }
            claims { id by { ${actorName} } about { ${actorName} } activity { ${activityName} } extent lead
              evidence { id key title publisher url publishedOn reliability credibility } }
          }
          threats { rivals { rival { ${actorName} } threat low high level type factors { kind value } } }
          threatsReason
        }
        differences { kind key label was becomes before after subjects { __typename id } }
        errors { path message }
      }
    }
  }
`);
