import type { graphql } from "./graphql.ts";
import type { introspection } from "./graphql-env.d.ts";

// Enums and inputs of the schema that are used apart from any document.

type Named<Name extends Parameters<typeof graphql.scalar>[0]> = ReturnType<typeof graphql.scalar<Name>>;

export type ActorKind = Named<"ActorKind">;
export type BoundaryStatus = Named<"BoundaryStatus">;
export type ChangedKind = Named<"ChangedKind">;
export type CompetitorType = Named<"CompetitorType">;
export type DimensionKind = Named<"CoherenceDimensionKind">;
export type ImportFormat = Named<"ImportFormat">;
export type InterventionKind = Named<"InterventionKind">;
export type Layer = Named<"Layer">;
export type Lens = Named<"Lens">;
export type MergeRecordsInput = Named<"MergeRecordsInput">;
export type MergeSide = Named<"MergeSide">;
export type MapEdgeKind = Named<"MapEdgeKind">;
export type MapNodeKind = Named<"MapNodeKind">;
export type MoveType = Named<"MoveType">;
/** Types that have an id of their own. */
export type NodeType = introspection["types"]["Node"]["possibleTypes"];
export type RecordChangeInput = Named<"RecordChangeInput">;
export type RecordKind = Named<"RecordKind">;
export type SegmentAge = Named<"SegmentAge">;
export type SegmentInfrastructure = Named<"SegmentInfrastructure">;
export type SegmentOrigin = Named<"SegmentOrigin">;
export type SegmentReadiness = Named<"SegmentReadiness">;
export type ThreatFactorKind = Named<"ThreatFactorKind">;
export type ThreatLevel = Named<"ThreatLevel">;
export type ThreatPart = Named<"ThreatPart">;
export type TidyCheck = Named<"TidyCheck">;
export type TimelineEventKind = Named<"TimelineEventKind">;
export type ValidityStatus = Named<"ValidityStatus">;
export type Voice = Named<"Voice">;
export type WhatIfInput = Named<"WhatIfInput">;
