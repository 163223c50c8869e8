import type { BoundaryStatus, CompetitorType, DimensionKind, ThreatLevel } from "./types.ts";

// The shapes that the operations of the time bar ask for. Names and meanings are the schema's.

export type TimelineEventKind =
  | "ENTERED"
  | "STARTED"
  | "MOVED"
  | "RESPONDED"
  | "AGREED"
  | "CLAIMED"
  | "RELATED"
  | "ADOPTED"
  | "STATUS_CHANGED"
  | "TOOK_STANCE"
  | "ASSESSED"
  | "TAGGED"
  | "AGED"
  | "ENDED"
  | "LEFT";

export interface TimelineEvent {
  kind: TimelineEventKind;
  label: string;
}
export interface TimelineMark {
  date: string;
  events: TimelineEvent[];
}
export interface Timeline {
  from: string | null;
  to: string | null;
  marks: TimelineMark[];
}

export interface FramePosition {
  id: string;
  key: string;
  servitization: number | null;
  breadth: number;
  perceptionGap: number | null;
}
export interface FrameClaim {
  id: string;
  by: string | null;
  about: string;
  extent: number;
  lead: boolean | null;
}
export interface FrameBoundary {
  id: string;
  key: string;
  status: BoundaryStatus;
  value: number | null;
  leads: string[];
  attributed: string[];
  claims: FrameClaim[];
}
export interface FrameRival {
  id: string;
  key: string;
  threat: number;
  low: number;
  high: number;
  level: ThreatLevel;
  type: CompetitorType;
  overlap: number | null;
  marketCommonality: number | null;
  momentum: number | null;
}
export interface FrameCoherence {
  score: number | null;
  low: number | null;
  high: number | null;
  coverage: number | null;
}
/** What differs from the frame before in the same answer. */
export interface MapFrame {
  date: string;
  positions: FramePosition[];
  positionsGone: string[];
  boundaries: FrameBoundary[];
  boundariesGone: string[];
  rivals: FrameRival[] | null;
  rivalsGone: string[];
  coherence: FrameCoherence;
}

export interface CoherenceChange {
  before: number | null;
  after: number | null;
  change: number | null;
  items: {
    dimension: DimensionKind;
    key: string;
    label: string;
    /** In parts of one, of the overall score. */
    change: number;
    sentence: string;
    subjects: { __typename: string; id: string }[];
  }[];
}
