// The shapes that our operations ask for. Names and meanings are the schema's; tests/web/operations.test.ts holds
// every operation against it.

export type ActorKind =
  | "MANUFACTURER"
  | "CUSTOMER"
  | "SOFTWARE_PROVIDER"
  | "ANALYST"
  | "START_UP"
  | "SERVICE_PROVIDER"
  | "TECHNOLOGY_FIRM"
  | "STANDARDS_BODY"
  | "OTHER";
export type Layer = "EQUIPMENT" | "CONNECTIVITY" | "PLATFORM" | "ANALYTICS" | "SERVICE" | "OPERATION";
export type BoundaryStatus = "UNKNOWN" | "UNCLAIMED" | "CONTESTED" | "DISPUTED" | "SHARED" | "AGREED";
export type DimensionKind =
  | "EXPECTATIONS"
  | "BOUNDARIES"
  | "INSTALLED_BASE"
  | "STANDARDS"
  | "CONTROL_SYSTEMS"
  | "DATA_SHARING"
  | "JOINT_DEVELOPMENT";
export type CompetitorType =
  | "SIMILAR_MANUFACTURER"
  | "DIVERSIFIED_TECHNOLOGY_FIRM"
  | "SERVICE_CENTRIC_START_UP"
  | "EXPANDING_CUSTOMER"
  | "OTHER";
export type ThreatLevel = "LOW" | "MODERATE" | "HIGH" | "SEVERE";

export interface Evidence {
  id: string;
  key: string;
  title: string;
  publisher: string | null;
  url: string | null;
  publishedOn: string | null;
  reliability: string | null;
  credibility: number | null;
}
/** Any record, with a name to show where it has one. */
export interface Subject {
  __typename: string;
  id: string;
  name?: string;
  title?: string;
  label?: string;
}
export interface ActorName {
  id: string;
  key: string;
  name: string;
  kinds: ActorKind[];
}
export interface ActorRow extends ActorName {
  country: string | null;
  founded: number | null;
  website: string | null;
  aliases: string[];
  labels: string[];
  evidence: Evidence[];
}
export interface ActivityName {
  id: string;
  key: string;
  name: string;
  layer: Layer | null;
}
export interface ActivityRow extends ActivityName {
  required: boolean;
  importance: number;
  serviceness: number | null;
}
export interface Claim {
  id: string;
  by: ActorName | null;
  about: ActorName;
  activity: ActivityName;
  extent: number;
  lead: boolean | null;
  evidence: Evidence[];
}
export interface Boundary {
  activity: ActivityRow;
  status: BoundaryStatus;
  value: number | null;
  leads: ActorName[];
  attributed: ActorName[];
  claims: Claim[];
}
export interface Position {
  actor: ActorName;
  servitization: number | null;
  breadth: number | null;
  perceptionGap: number | null;
  extents: { activity: ActivityName; extent: number; own: number | null; others: number | null; lead: boolean }[];
}
export interface MapNode {
  id: string;
  key: string;
  kind: "ACTOR" | "STANDARD" | "ACTIVITY" | "OFFERING";
  actorKinds: ActorKind[] | null;
  label: string;
  validFrom: string | null;
  validTo: string | null;
  confidence: number | null;
  /** The latest day among its evidence. */
  evidenceNewest: string | null;
  labels: string[] | null;
  country: string | null;
  employees: number | null;
  tags: { focal: string; type: CompetitorType | null; label: string | null }[] | null;
  owners: MapTie[] | null;
  initiatives: MapTie[] | null;
  layer: Layer | null;
  required: boolean | null;
  importance: number | null;
  serviceness: number | null;
  /** Of a standard as of now; at a date the latest entry of its history begun by then counts. */
  status: StandardStatus | null;
  statusHistory: { status: StandardStatus; on: string }[] | null;
}
export type StandardStatus = "PROPOSED" | "DRAFT" | "PUBLISHED" | "WITHDRAWN";
/** What a node belongs to or is owned by, and while it is so. */
export interface MapTie {
  key: string;
  name: string;
  validFrom: string | null;
  validTo: string | null;
}
export type MapEdgeKind =
  | "CLAIMS"
  | "ADOPTS"
  | "PROVIDES"
  | "PERFORMS"
  | "INTERFACES_WITH"
  | "SUPPLIES"
  | "PARTNERS_WITH"
  | "OWNS"
  | "COMPETES_WITH"
  | "DEPENDS_ON"
  | "DEVELOPS_WITH"
  | "SHARES_DATA_WITH"
  | "USES_EQUIPMENT_OF";
export interface MapEdge {
  id: string;
  source: string;
  target: string;
  kind: MapEdgeKind;
  label: string | null;
  validFrom: string | null;
  validTo: string | null;
  confidence: number | null;
  evidenceNewest: string | null;
  /** Of a claim who says so; null for our own assessment. */
  byKey: string | null;
  extent: number | null;
  lead: boolean | null;
  volume: number | null;
  /** Gathered from initiatives or equipment rather than told. */
  inferred: boolean;
  /** Of USES_EQUIPMENT_OF: how many units from each day on, earliest first. */
  units: { from: string | null; units: number }[] | null;
}
export interface CoherenceItem {
  key: string;
  label: string;
  subjects: Subject[];
  value: number | null;
  low: number;
  high: number;
  weight: number;
  loss: number | null;
  evidence: Evidence[];
}
export interface CoherenceDimension {
  kind: DimensionKind;
  status: "SCORED" | "UNKNOWN" | "NOT_APPLICABLE";
  weight: number;
  score: number | null;
  low: number | null;
  high: number | null;
  coverage: number | null;
  items: CoherenceItem[];
}
export interface CoherenceSummary {
  score: number | null;
  low: number | null;
  high: number | null;
  coverage: number | null;
  asOf: string;
  revision: number;
  lowest: DimensionKind | null;
}
export interface Coherence extends CoherenceSummary {
  dimensions: CoherenceDimension[];
}
export interface Intervention {
  kind: string;
  key: string;
  label: string;
  subjects: Subject[];
  gain: number;
}
export interface Question {
  dimension: DimensionKind;
  key: string;
  label: string;
  subjects: Subject[];
  width: number;
}
export interface ThreatTerm {
  label: string;
  subjects: Subject[];
  share: number;
  evidence: Evidence[];
}
export interface ThreatFactor {
  kind: "OVERLAP" | "MARKET_COMMONALITY" | "MOMENTUM";
  value: number | null;
  low: number;
  high: number;
  weight: number;
  contribution: number | null;
  terms: ThreatTerm[];
}
export interface ThreatDamper {
  kind: "ENTRY_BARRIER" | "ECOSYSTEM_TIES";
  value: number | null;
  low: number;
  high: number;
  terms: ThreatTerm[];
}
export interface Move {
  id: string;
  key: string;
  actor: ActorName;
  date: string;
  type: string;
  title: string;
  impact: number;
  activities: ActivityName[];
  evidence: Evidence[];
}
export interface Threat {
  rival: ActorName;
  threat: number;
  low: number;
  high: number;
  level: ThreatLevel;
  type: CompetitorType;
  typeSource: "INFERRED" | "TAGGED";
  inferredType: CompetitorType;
  tagOutdated: boolean;
  contact: number;
  factors: ThreatFactor[];
  dampers: ThreatDamper[];
  moves: Move[];
}
export interface ThreatAssessment {
  focal: ActorName;
  asOf: string;
  revision: number;
  rivals: Threat[];
  countsByType: { type: CompetitorType; count: number; highest: number | null }[];
  unansweredMoves: Move[];
  medianResponseDays: number | null;
  firstMoverShare: number | null;
}
export interface CustomerSegment {
  readiness: "UNKNOWN" | "NEGLIGENT" | "NEUTRAL" | "POSITIVE";
  infrastructure: "UNKNOWN" | "LOW" | "MEDIUM" | "HIGH";
  origin: "UNKNOWN" | "OWN" | "MIXED" | "RIVAL";
  age: "UNKNOWN" | "NEW" | "MEDIUM" | "OLD" | "MIXED";
  customers: ActorName[];
}
export interface ImportIssue {
  path: string;
  message: string;
}
export interface ImportResult {
  ecosystem: { id: string; key: string; name: string; revision: number } | null;
  created: number;
  updated: number;
  unchanged: number;
  removed: number;
  errors: ImportIssue[];
  warnings: ImportIssue[];
}
export type ImportFormat = "ECOSYSTEM" | "LANDSCAPE2" | "CSV" | "GRAPHML";
