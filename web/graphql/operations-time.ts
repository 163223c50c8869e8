import { gql } from "urql";
import type { CoherenceChange, MapFrame, Timeline } from "./time-types.ts";

export const timelineQuery = gql<{ ecosystem: { id: string; timeline: Timeline } | null }, { key: string }>(`
  query Timeline($key: String!) {
    ecosystem(key: $key) { id timeline { from to marks { date events { kind label } } } }
  }
`);

export const framesQuery = gql<
  { ecosystem: { id: string; frames: MapFrame[] } | null },
  { key: string; dates: readonly string[] }
>(`
  query Frames($key: String!, $dates: [Date!]!) {
    ecosystem(key: $key) {
      id
      frames(dates: $dates) {
        date
        positions { id key servitization breadth perceptionGap }
        positionsGone
        boundaries { id key status value leads attributed claims { id by about extent lead } }
        boundariesGone
        rivals { id key threat low high level type overlap marketCommonality momentum }
        rivalsGone
        coherence { score low high coverage }
      }
    }
  }
`);

export const scoreChangeQuery = gql<
  { ecosystem: { id: string; coherenceChange: CoherenceChange } | null },
  { key: string; from: string; to: string }
>(`
  query ScoreChange($key: String!, $from: Date!, $to: Date!) {
    ecosystem(key: $key) {
      id
      coherenceChange(from: $from, to: $to) {
        before after change
        items { dimension key label change sentence subjects { __typename id } }
      }
    }
  }
`);
