import { gql } from "urql";
import { evidence, type SeenFrom, subjects, type Weighed } from "./operations.ts";
import type { CoherenceChange, FrameCoherence } from "./time-types.ts";
import type { CompetitorType, Evidence, Subject } from "./types.ts";

// What a report tells beside its numbers: sentences, the way that a score has come, and who changed what.

/** One sentence of an explanation, with the records that it names and where its facts come from. */
export interface Sentence {
  rule: string;
  text: string;
  subjects: Subject[];
  evidence: Evidence[];
}

export const coherenceSentencesQuery = gql<
  { ecosystem: { id: string; explainCoherence: Sentence[] } | null },
  Weighed
>(`
  query CoherenceSentences($key: String!, $asOf: Date, $weights: [DimensionWeightInput!]) {
    ecosystem(key: $key) { id explainCoherence(asOf: $asOf, weights: $weights) { rule text ${subjects} ${evidence} } }
  }
`);

interface WeighedPeriod extends Pick<Weighed, "key" | "weights"> {
  from: string;
  to: string;
}

export const coherenceYearsQuery = gql<
  { ecosystem: { id: string; coherenceTrend: (FrameCoherence & { date: string })[] } | null },
  WeighedPeriod
>(`
  query CoherenceYears($key: String!, $from: Date!, $to: Date!, $weights: [DimensionWeightInput!]) {
    ecosystem(key: $key) {
      id
      coherenceTrend(from: $from, to: $to, step: YEAR, weights: $weights) { date score low high coverage }
    }
  }
`);

export interface ReportedChange extends Omit<CoherenceChange, "items"> {
  items: (Omit<CoherenceChange["items"][number], "subjects"> & { subjects: Subject[] })[];
}

export const coherenceSinceQuery = gql<
  { ecosystem: { id: string; coherenceChange: ReportedChange } | null },
  WeighedPeriod
>(`
  query CoherenceSince($key: String!, $from: Date!, $to: Date!, $weights: [DimensionWeightInput!]) {
    ecosystem(key: $key) {
      id
      coherenceChange(from: $from, to: $to, weights: $weights) {
        before after change
        items { dimension key label change sentence ${subjects} }
      }
    }
  }
`);

export const threatSentencesQuery = gql<
  { ecosystem: { id: string; explainThreat: Sentence[] } | null },
  SeenFrom & { rival: string }
>(`
  query ThreatSentences($key: String!, $rival: String!, $asOf: Date, $focal: String, $halfLifeDays: Int) {
    ecosystem(key: $key) {
      id
      explainThreat(rival: $rival, asOf: $asOf, focal: $focal, halfLifeDays: $halfLifeDays) {
        rule text ${subjects} ${evidence}
      }
    }
  }
`);

/** A tag as the document has it. */
export interface Tag {
  actor: string;
  focal: string;
  type?: CompetitorType;
  label?: string;
  reason?: string;
  by?: string;
  at?: string;
}

export interface RemoveTagInput extends Pick<Tag, "actor" | "focal" | "label" | "at"> {
  ecosystem: string;
  idempotencyKey: string;
  why: string;
}

export const removeTagMutation = gql<{ removeTag: { revision: number } }, { input: RemoveTagInput }>(`
  mutation RemoveTag($input: RemoveTagInput!) { removeTag(input: $input) { revision } }
`);

/** One entry of the change log: a whole import or edit. */
export interface LogEntry {
  revision: number;
  /** RFC 3339. */
  at: string;
  who: string;
  why: string | null;
  created: number;
  updated: number;
  removed: number;
}

/** `before`: only those of revisions before it; null for the latest. */
export const changesQuery = gql<
  { ecosystem: { id: string; revision: number; changes: LogEntry[] } | null },
  { key: string; first: number; before: number | null }
>(`
  query Changes($key: String!, $first: Int!, $before: Int) {
    ecosystem(key: $key) {
      id revision
      changes(first: $first, before: $before) { revision at who why created updated removed }
    }
  }
`);

/** One record that a change created, updated or removed: as the document has it, before and after. */
export interface ChangedRecord {
  kind: string;
  key: string;
  label: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  /** Null when it is no longer there. */
  node: { __typename: string; id: string } | null;
}

/** What the latest change before a revision did to its records, a page at a time. */
export const changedRecordsQuery = gql<
  {
    ecosystem: {
      id: string;
      changes: {
        revision: number;
        records: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: { node: ChangedRecord }[] };
      }[];
    } | null;
  },
  { key: string; before: number; after: string | null }
>(`
  query ChangedRecords($key: String!, $before: Int!, $after: String) {
    ecosystem(key: $key) {
      id
      changes(first: 1, before: $before) {
        revision
        records(first: 20, after: $after) {
          pageInfo { hasNextPage endCursor }
          edges { node { kind key label before after node { __typename id } } }
        }
      }
    }
  }
`);
