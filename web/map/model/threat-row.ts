import type { ActorName, CompetitorType, ThreatLevel } from "../../graphql/types.ts";

/** What the Rivals lens needs of a threat. */
export interface ThreatRow {
  rival: ActorName;
  threat: number;
  low: number;
  high: number;
  level: ThreatLevel;
  type: CompetitorType;
  /** Absent where it was not asked for. */
  typeSource?: "INFERRED" | "TAGGED";
  factors: { kind: "OVERLAP" | "MARKET_COMMONALITY" | "MOMENTUM"; value: number | null }[];
}
