// The ecosystem document (format "ecosystem/1"): what the graph may hold, field by field.
// Ranges and formats stand in api/changes/imports/ecosystem.schema.json; meanings in the README's glossary.

/** What any fact may carry: the days it is in force [validFrom, validTo), how sure we are (0..1), and keys of evidence. */
export interface FactBase {
  validFrom?: string;
  validTo?: string;
  confidence?: number;
  evidence?: string[];
}

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

export type StandardStatus = "PROPOSED" | "DRAFT" | "PUBLISHED" | "WITHDRAWN";

export type RelationType = "SUPPLIES" | "PARTNERS_WITH" | "OWNS" | "COMPETES_WITH" | "DEPENDS_ON";

export type MoveType =
  | "LAUNCH"
  | "ENTRY"
  | "EXPANSION"
  | "ACQUISITION"
  | "PARTNERSHIP"
  | "PRICING"
  | "PATENT"
  | "HIRING"
  | "STANDARD"
  | "EXIT"
  | "OTHER";

export type CompetitorType =
  | "SIMILAR_MANUFACTURER"
  | "DIVERSIFIED_TECHNOLOGY_FIRM"
  | "SERVICE_CENTRIC_START_UP"
  | "EXPANDING_CUSTOMER"
  | "OTHER";

export type ResponseStatus = "PLANNED" | "UNDER_WAY" | "DONE" | "DECLINED";

export type Lens = "NETWORK" | "POSITIONS" | "BOUNDARIES" | "RIVALS";

export interface EvidenceRecord {
  key: string;
  title: string;
  publisher?: string;
  url?: string;
  publishedOn?: string;
  retrievedOn?: string;
  excerpt?: string;
  reliability?: "A" | "B" | "C" | "D" | "E" | "F";
  credibility?: number;
}

export interface CapabilityRecord {
  key: string;
  name: string;
  description?: string;
}

export interface ActorRecord extends FactBase {
  key: string;
  name: string;
  kinds: ActorKind[];
  description?: string;
  country?: string;
  founded?: number;
  employees?: number;
  website?: string;
  aliases?: string[];
  labels?: string[];
}

export interface ProfileRecord extends FactBase {
  actor: string;
  serviceReadiness?: number;
  industrialInternetReadiness?: number;
  dataSharing?: number;
  digitalInfrastructure?: number;
  ownCapabilities?: number;
  innovativeness?: number;
  ownership?: "LISTED" | "PRIVATE" | "FAMILY" | "CAPITAL_INVESTOR" | "STATE" | "COOPERATIVE";
}

export interface ActorCapabilityRecord extends FactBase {
  actor: string;
  capability: string;
  level: number;
}

export interface StandardRecord extends FactBase {
  key: string;
  name: string;
  code?: string;
  status: StandardStatus;
  body?: string;
  domain?: string;
  description?: string;
  history?: { status: "PROPOSED" | "DRAFT" | "PUBLISHED" | "WITHDRAWN"; on: string }[];
}

export interface AdoptionRecord extends FactBase {
  actor: string;
  standard: string;
  extent: number;
}

export interface ActivityRecord extends FactBase {
  key: string;
  name: string;
  description?: string;
  layer: Layer;
  required?: boolean;
  importance?: number;
  serviceness?: number;
  requires?: { capability: string; level: number }[];
}

export interface ClaimRecord extends FactBase {
  by?: string;
  about: string;
  activity: string;
  extent: number;
  lead?: boolean;
}

export interface OfferingRecord extends FactBase {
  key: string;
  name: string;
  description?: string;
  provider: string;
  type: "PRODUCT" | "SOFTWARE" | "BASIC_SERVICE" | "ADVANCED_SERVICE";
  activities?: string[];
  value?: ("AVAILABILITY" | "USABILITY" | "PERFORMANCE" | "QUALITY" | "ADAPTABILITY_AND_RISK" | "SUSTAINABILITY")[];
  contract?: "TRANSACTION" | "SUBSCRIPTION" | "AVAILABILITY" | "PERFORMANCE" | "OUTCOME" | "CAPACITY";
}

export interface TopicRecord {
  key: string;
  name: string;
  question?: string;
  low?: string;
  high?: string;
}

export interface StanceRecord extends FactBase {
  actor: string;
  topic: string;
  position: number;
  salience?: number;
}

export interface InterfaceRecord extends FactBase {
  key: string;
  a: string;
  b: string;
  name?: string;
  candidates?: string[];
}

export interface ControlSystemRecord {
  key: string;
  name: string;
  vendor?: string;
}

export interface InstallationRecord extends FactBase {
  key: string;
  customer: string;
  origin?: string;
  units?: number;
  installedYear?: number;
  controlSystem?: string;
  connected?: boolean;
  history?: "NONE" | "MANUAL" | "DIGITAL";
  equipment?: string;
}

export interface AgreementRecord extends FactBase {
  key: string;
  provider: string;
  customer: string;
  security?: boolean | null;
  ownership?: boolean | null;
  contract?: boolean | null;
  benefit?: boolean | null;
}

export interface InitiativeRecord extends FactBase {
  key: string;
  name: string;
  description?: string;
  participants: string[];
  standards?: string[];
  startedOn?: string;
  endedOn?: string;
}

export interface RelationRecord extends FactBase {
  from: string;
  to: string;
  type: RelationType;
  volume?: number;
}

export interface MoveRecord extends FactBase {
  key: string;
  actor: string;
  date: string;
  type: MoveType;
  title: string;
  description?: string;
  activities?: string[];
  impact?: number;
}

export interface ResponseRecord extends FactBase {
  key: string;
  move: string;
  actor: string;
  date: string;
  title?: string;
  status?: ResponseStatus;
  reason?: string;
}

export interface TagRecord {
  actor: string;
  focal: string;
  type?: CompetitorType;
  label?: string;
  reason?: string;
  by?: string;
  at?: string;
}

export interface LayoutPinRecord {
  lens: Lens;
  view?: string;
  kind: "ACTOR" | "ACTIVITY" | "STANDARD" | "OFFERING";
  key: string;
  x: number;
  y: number;
}

/** The collections of a document, by name: each a kind of record. */
export interface RecordsByKind {
  evidence: EvidenceRecord;
  capabilities: CapabilityRecord;
  actors: ActorRecord;
  profiles: ProfileRecord;
  actorCapabilities: ActorCapabilityRecord;
  standards: StandardRecord;
  adoptions: AdoptionRecord;
  activities: ActivityRecord;
  claims: ClaimRecord;
  offerings: OfferingRecord;
  topics: TopicRecord;
  stances: StanceRecord;
  interfaces: InterfaceRecord;
  controlSystems: ControlSystemRecord;
  installations: InstallationRecord;
  agreements: AgreementRecord;
  initiatives: InitiativeRecord;
  relations: RelationRecord;
  moves: MoveRecord;
  responses: ResponseRecord;
  tags: TagRecord;
  layout: LayoutPinRecord;
}

export type RecordKind = keyof RecordsByKind;
export type AnyRecord = RecordsByKind[RecordKind];

export interface EcosystemHead {
  key: string;
  name: string;
  valueProposition?: string;
  description?: string;
  focal?: string;
}

export type EcosystemDocument = {
  $schema?: string;
  format: "ecosystem/1";
  ecosystem: EcosystemHead;
} & { [K in RecordKind]?: RecordsByKind[K][] };

/** A record named by its kind and identity (see identityOf in record-kinds.ts). */
export interface RecordRef {
  kind: RecordKind;
  key: string;
}
